package org.comity.evidence.custody;

import java.util.UUID;
import org.comity.evidence.Evidence.Beginning;
import org.comity.proof.item.ItemManifest;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;

/**
 * Takes the steps of custody between two nodes: state, custody and log line stand or fall with the caller's transaction.
 */
public interface HandingOverCustody {

    /** Another node may fetch it, by a registered act. */
    void released(UUID id, String manifest);

    /** What another node delivers to us has its place; its bytes follow. */
    void arriving(UUID id, Beginning what, ItemManifest manifest, String from);

    /**
     * It is not wanted any more; what came goes, with the key that was wrapped for us.
     *
     * @return false if it is whole
     */
    boolean givenUp(UUID id, @Nullable Official by);

    /**
     * An act declares it destroyed.
     *
     * @return false if it was destroyed or given up before, or is being added
     */
    boolean destroying(UUID id, @Nullable Official by);

    /** It is here, as the manifest says; nobody has opened it yet. */
    void received(UUID id, ItemManifest manifest);
}
