package org.comity.treaty;

import java.util.List;

/**
 * Everything recorded here of one State, and its reservations beside its own entry.
 *
 * @param lines that stand, and those that were struck, in the order of their days
 * @param more older ones that were struck are kept and not shown
 * @param compared empty for readers without an account
 */
public record StateTreatyView(
        PartyRow party,
        List<KeptLine> lines,
        boolean more,
        List<ComparedStatement> compared,
        boolean ours,
        boolean mayWrite) {}
