package org.comity.evidence;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.comity.proof.item.ItemManifest;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;

/** Decides what may leave this node, and to whom: docs/protocol/transfer.md. Joins the caller's transaction. */
public interface Releases {

    /**
     * Wraps the key of a sealed or matched item for another node, and makes the manifest that a deliver act names by its
     * hash. Nothing may leave yet. The same again gives the same manifest.
     *
     * @param receiver a participant with a node
     * @throws EvidenceRefused {@code unknown}, {@code not-sealed}, {@code damaged}, {@code no-node}, {@code keys-withdrawn}
     */
    ItemManifest prepare(UUID item, String receiver, Official by);

    /**
     * To be asked before an act that names this manifest leaves. One that was not made here says nothing.
     *
     * @throws EvidenceRefused {@code wrapped-for-withdrawn-keys} if the receiver has revoked the key that it was wrapped for
     */
    void mustStillOpen(String manifest);

    /**
     * The deliver act that names this manifest has its entry, with effect: the receiver may fetch the item from now on.
     * Again changes nothing.
     *
     * @throws EvidenceRefused {@code not-prepared} if this manifest was not made here for this receiver
     */
    void release(String manifest, String receiver, String thread, String act);

    /**
     * What was wrapped of this thread's items and never released is taken back, with the wrapped keys, unless it is still
     * named.
     *
     * @param named manifests that a draft, or an act without an entry, speaks of
     */
    void withdraw(String thread, Set<String> named);

    Optional<Release> find(String manifest);

    /** Whatever was prepared or released of these items, oldest first. */
    List<Release> ofItems(Collection<UUID> items);

    /** Of a thread, newest first. */
    List<Release> newest(String thread, int limit);

    /** How many there are of a thread. */
    long count(String thread);

    /**
     * @param manifest SHA-256
     * @param act null while it is prepared only
     * @param held by an officer: it does not leave
     * @param reached bytes of the payload that the receiver has, as far as we know
     */
    record Release(
            String manifest,
            UUID item,
            String receiver,
            @Nullable String thread,
            @Nullable String act,
            @Nullable Instant releasedAt,
            boolean held,
            long reached,
            long size) {}
}
