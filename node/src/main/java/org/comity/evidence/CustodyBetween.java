package org.comity.evidence;

import java.util.List;

/** An item's custody as both States know it, by acts that are registered. Whether an official may see it, the caller has asked. */
@FunctionalInterface
public interface CustodyBetween {

    /** Oldest first; empty if it belongs to no procedure, or no act speaks of it. */
    List<CustodyActs.Shared> shared(Item item);
}
