package org.comity.thread;

import java.util.Set;
import org.comity.proof.seat.SeatProof;

/** Names the ways by which somebody without a node says what a participant writes down for it. */
public final class RecordedChannels {

    /** The fact of an act that its author wrote down for another; its value is the channel. */
    public static final String FACT = "recorded";

    private static final Set<String> ALL = Set.of("mail", "phone", "bag", "interpol", "hand", SeatProof.SEAT);

    private RecordedChannels() {}

    public static boolean known(String channel) {
        return ALL.contains(channel);
    }
}
