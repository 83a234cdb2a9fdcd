package org.comity.board;

import java.time.Instant;
import java.util.Map;

/** Says to whom this node handed what it shows to single participants. */
public interface HandedOut {

    /** By participant: when it took what is shown of this subject, in the form that it has now or had last. */
    Map<String, Instant> of(String board, String subject);
}
