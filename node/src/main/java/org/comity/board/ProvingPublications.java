package org.comity.board;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.comity.directory.Directory;
import org.comity.directory.Directory.Term;
import org.comity.proof.feed.FeedCheckpoint;
import org.comity.proof.feed.PublicationProof;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.log.LineProof;
import org.comity.proof.log.LogKeyNote;
import org.comity.proof.log.Note;
import org.comity.proof.register.SignedEntry;
import org.comity.proof.tree.KeptTree;
import org.jspecify.annotations.Nullable;

/**
 * Proves one publication against the head that its host signed, for whoever has no node: what lies here is enough, the host is not
 * asked.
 */
public final class ProvingPublications {

    private final Directory directory;
    private final FeedLeaves leaves = new FeedLeaves();

    public ProvingPublications(Directory directory) {
        this.directory = directory;
    }

    /**
     * @param k its place in the feed, from 1
     * @param document what is served of it; null once it does not stand any more
     */
    public record Proven(long k, SignedEntry signed, Publication publication, byte @Nullable [] document) {}

    /**
     * A file as {@code comity verify} reads it (c2sp.org/tlog-proof).
     *
     * @param certification of the key of this feed, as the host's seal key signed it
     * @param since the size of an earlier head that this one shall be shown to continue, or null
     * @return nothing where the head is older than the entry, or no key that the directory knows signed these
     */
    public Optional<String> proof(
            Proven proven, String certification, String head, @Nullable Long since, FeedLeaves.Entries entries) {
        var host = proven.publication().host();
        var note = Note.read(head);
        var checkpoint = FeedCheckpoint.read(note.text()).head();
        var key = Note.read(certification);
        var seal = certificate(
                host, it -> LogKeyNote.certifies(key, host, it.seal().getPublicKey()), Term::seal);
        var register =
                certificate(host, it -> proven.signed().signedBy(it.register().getPublicKey()), Term::register);
        if (seal.isEmpty() || register.isEmpty() || proven.k() > checkpoint.size()) return Optional.empty();
        return leaves.under(checkpoint, entries, tree -> Paths.of(tree, proven.k() - 1, checkpoint.size(), since))
                .map(paths -> {
                    byte @Nullable [] document = proven.document();
                    return new PublicationProof(
                                    proven.signed(),
                                    proven.publication().json(),
                                    document == null ? null : CanonicalJson.read(document),
                                    certification,
                                    List.of(seal.get()),
                                    List.of(register.get()),
                                    paths.since())
                            .in(note, proven.k() - 1, paths.inclusion())
                            .write();
                });
    }

    private record Paths(List<byte[]> inclusion, LineProof.@Nullable Since since) {

        /** @param since an earlier size; one that is none of this feed's is passed over */
        static Paths of(KeptTree tree, long index, long size, @Nullable Long since) {
            return new Paths(
                    tree.inclusion(index),
                    since == null || since < 1 || since > size
                            ? null
                            : new LineProof.Since(since, tree.consistency(since)));
        }
    }

    private Optional<X509Certificate> certificate(
            String host, Predicate<Term> signed, Function<Term, X509Certificate> which) {
        return directory.terms(host).stream().filter(signed).map(which).findFirst();
    }
}
