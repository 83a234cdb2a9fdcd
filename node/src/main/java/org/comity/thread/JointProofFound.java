package org.comity.thread;

import org.comity.proof.register.SignedEntry;
import org.jspecify.annotations.Nullable;

/**
 * A signed entry of a joint thread does not fit what is here, and was kept. Published inside the transaction, once for each.
 *
 * @param ours what we hold in its place, or null
 * @param first whether the thread was not disputed before
 */
public record JointProofFound(
        String thread,
        String why,
        SignedEntry theirs,
        @Nullable SignedEntry ours,
        boolean first) {}
