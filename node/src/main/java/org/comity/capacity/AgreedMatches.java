package org.comity.capacity;

import java.util.Collection;
import java.util.Set;

/** Tells of matches whether both sides said yes to them, as the threads of the needs on this node's list say. */
public interface AgreedMatches {

    /** @param offer the reference of the offer, as {@code need} is that of the need */
    record HelpMatch(String round, String need, String offer) {}

    /** Those of them that both sides agreed to. */
    Set<HelpMatch> agreed(Collection<HelpMatch> asked);
}
