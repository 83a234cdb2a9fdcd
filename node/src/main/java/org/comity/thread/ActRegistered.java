package org.comity.thread;

import org.comity.proof.act.Act;
import org.comity.proof.register.SignedEntry;
import org.jspecify.annotations.Nullable;

/**
 * An act got its entry, here or at the keeper's, and our fold moved. Published inside the transaction, in order of n.
 *
 * @param before the state before the entry; null before the opening act
 * @param state after the entry
 */
public record ActRegistered(
        Act act,
        SignedEntry entry,
        Procedure.@Nullable State before,
        Procedure.@Nullable State state,
        boolean ours,
        Threads.Thread thread) {}
