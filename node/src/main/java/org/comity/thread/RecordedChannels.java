package org.comity.thread;

import java.util.List;
import org.comity.proof.seat.SeatProof;

/** Names the ways by which somebody without a node says what a participant writes down for it. */
public final class RecordedChannels {

    /** The fact of an act that its author wrote down for another; its value is the channel. */
    public static final String FACT = "recorded";

    /** By which something comes that neither a node nor a seat took, in the order in which pages offer them. */
    public static final List<String> OUTSIDE = List.of("mail", "phone", "bag", "interpol", "hand");

    private RecordedChannels() {}

    public static boolean known(String channel) {
        return OUTSIDE.contains(channel) || channel.equals(SeatProof.SEAT);
    }
}
