package org.comity.desk;

import java.time.Instant;

/**
 * What happened in a shift, as it stood when its note was written. Ours alone: of no State by name, and compared with nothing.
 *
 * @param since when the shift began
 * @param arrived requests of others that reached us
 * @param acknowledged of these, in how many we have said anything since
 * @param pastAim requests in which a step of ours was past our aim at the end
 * @param sent acts that went out, and letters
 * @param calls taken down
 */
public record ShiftFigures(Instant since, int arrived, int acknowledged, int pastAim, int sent, int calls) {

    /** Of each is counted so far and no further; of what is past our aim to {@link #MOST_PAST_AIM}. */
    public static final int MOST = 200;

    public static final int MOST_PAST_AIM = 50;

    /** Something reached its bound: there may be more. */
    public boolean cut() {
        return arrived >= MOST || sent >= MOST || calls >= MOST || pastAim >= MOST_PAST_AIM;
    }
}
