package org.comity.treaty.notice;

import java.time.LocalDate;
import org.comity.ui.SeenMark;
import org.jspecify.annotations.Nullable;

/**
 * One notification of ours, from its first words to the depositary's number.
 *
 * @param key of the point in the law data
 * @param told what the letter tells, line by line
 * @param sentOn null while it is being written
 * @param scan hash of the signed letter as it left; empty where none was kept
 * @param number by which the depositary closed it; empty until then
 * @param ended why it did not arrive or was taken back; empty where it was not
 */
public record KeptNotice(
        long id,
        String key,
        String ref,
        String told,
        @Nullable LocalDate sentOn,
        String channel,
        String scan,
        String number,
        String ended) {

    /** Where it stands; never a statement about what the depositary has. */
    public enum Stage {
        LETTER_READY,
        SENT,
        MADE,
        /** It did not arrive, or was taken back. */
        ENDED;

        /** Nothing more happens to it, and another letter may begin. */
        boolean over() {
            return this == MADE || this == ENDED;
        }
    }

    /** What a form that shows its words carries. */
    String mark() {
        return SeenMark.of(Long.toString(id), told);
    }

    boolean ready() {
        return stage() == Stage.LETTER_READY;
    }

    public Stage stage() {
        if (!number.isEmpty()) {
            return Stage.MADE;
        }
        if (!ended.isEmpty()) {
            return Stage.ENDED;
        }
        return sentOn == null ? Stage.LETTER_READY : Stage.SENT;
    }
}
