package org.comity.proof.feed;

import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.comity.proof.log.Note;
import org.comity.proof.log.NoteKey;
import org.comity.proof.register.Entry;
import org.comity.proof.register.SignedEntry;
import org.comity.proof.tree.GrowingTree;
import org.comity.proof.tree.MerkleTree;

/**
 * What a follower holds of one feed: every entry in the order in which the host signed them, and the tree over them, which the
 * follower computes itself. It trusts the host in nothing that it can check. Not for two threads.
 */
public final class HeldFeed {

    /** Entries of one feed: a host does not publish more, and a follower does not hold more. */
    public static final long MOST = 20_000;

    private final String origin;
    private final Predicate<SignedEntry> signedByHost;
    private final NoteKey log;
    private final List<byte[]> leaves = new ArrayList<>();
    private final Map<String, SignedEntry> last = new HashMap<>();
    private GrowingTree tree = new GrowingTree();
    private Optional<Note> newest = Optional.empty();

    /**
     * @param register the host's key of registers, by its directory entry
     * @param log the host's key of this feed, certified by its seal
     */
    public HeldFeed(String host, NumberedFeed feed, PublicKey register, NoteKey log) {
        this(host, feed, it -> it.signedBy(register), log);
    }

    /** @param signedByHost by the key of registers that the host had when it signed, for whoever knows more than one */
    public HeldFeed(String host, NumberedFeed feed, Predicate<SignedEntry> signedByHost, NoteKey log) {
        this.origin = FeedCheckpoint.origin(host, feed);
        this.signedByHost = signedByHost;
        this.log = log;
    }

    /**
     * Goes on with what was taken before, as the follower kept it: checked then, and not again.
     *
     * @throws FeedRefused {@code other-face} if the entries are not those under the checkpoint: then they were changed here
     */
    public void resume(Note note, List<SignedEntry> held) {
        var all = held.stream().map(it -> MerkleTree.leaf(it.entry().json())).toList();
        var grown = new GrowingTree();
        all.forEach(grown::add);
        var head = FeedCheckpoint.read(note.text()).head();
        if (head.size() != held.size() || !head.root().equals(HexFormat.of().formatHex(grown.root()))) {
            throw new FeedRefused("other-face", "what is kept here");
        }
        leaves.addAll(all);
        held.forEach(it -> last.put(it.entry().thread(), it));
        tree = grown;
        newest = Optional.of(note);
    }

    /** What another's checkpoint shows beside what is held here. */
    public enum Face {
        /** Both were shown the same, as far as both go. */
        SAME,
        /** It goes on where what is held here ends: what comes between has to be fetched before one can say. */
        FURTHER,
        /** The host signed it, and it contradicts what the host gave here. */
        OTHER
    }

    public long size() {
        return leaves.size();
    }

    /** The newest checkpoint that was taken, as the host signed it. */
    public Optional<Note> newest() {
        return newest;
    }

    /**
     * Takes the entries behind those held, up to a checkpoint: all of them or none.
     *
     * @throws FeedRefused {@code foreign-checkpoint}, {@code overdue}, {@code shrunk}, {@code too-far-ahead}, {@code too-large}, {@code missing},
     *     {@code foreign-signature}, {@code broken-chain} or {@code other-face}
     */
    public void take(Note note, List<SignedEntry> more, Instant now) {
        var checkpoint = signed(note);
        if (checkpoint.standsStill(now)) {
            throw new FeedRefused("overdue", "until " + checkpoint.until());
        }
        if (checkpoint.until().isAfter(now.plus(FeedCheckpoint.LONGEST))) {
            throw new FeedRefused("too-far-ahead", "until " + checkpoint.until());
        }
        long size = checkpoint.head().size();
        if (size < size()) {
            throw new FeedRefused(face(checkpoint) == Face.OTHER ? "other-face" : "shrunk", "size " + size);
        }
        if (size > MOST) {
            throw new FeedRefused("too-large", "size " + size);
        }
        if (size() + more.size() != size) {
            throw new FeedRefused("missing", "%d of %d entries".formatted(size() + more.size(), size));
        }
        var boards = new HashMap<>(last);
        var added = new ArrayList<byte[]>();
        for (var each : more) {
            follows(boards, each);
            added.add(MerkleTree.leaf(each.entry().json()));
        }
        var grown = new GrowingTree();
        leaves.forEach(grown::add);
        added.forEach(grown::add);
        if (!HexFormat.of().formatHex(grown.root()).equals(checkpoint.head().root())) {
            throw new FeedRefused("other-face", "another root of size " + size);
        }
        leaves.addAll(added);
        last.putAll(boards);
        tree = grown;
        newest = Optional.of(note);
    }

    /** Each board is one chain, by the host's key of registers. */
    private void follows(Map<String, SignedEntry> boards, SignedEntry signed) {
        var entry = signed.entry();
        if (!signedByHost.test(signed)) {
            throw new FeedRefused("foreign-signature", "entry %d of %s".formatted(entry.n(), entry.thread()));
        }
        var before = boards.get(entry.thread());
        long n = before == null ? 1 : before.entry().n() + 1;
        var previous = before == null ? Entry.NOTHING_BEFORE : before.entry().hash();
        if (entry.n() != n || !entry.previous().equals(previous)) {
            throw new FeedRefused("broken-chain", "entry %d of %s".formatted(entry.n(), entry.thread()));
        }
        boards.put(entry.thread(), signed);
    }

    /**
     * What another follower was shown (its newest checkpoint) beside what was shown here.
     *
     * @throws FeedRefused {@code foreign-checkpoint} if the host did not sign it: then it shows nothing
     */
    public Face compare(Note others) {
        return face(signed(others));
    }

    private Face face(FeedCheckpoint other) {
        long size = other.head().size();
        if (size > size()) return Face.FURTHER;
        var ours = size == size() ? tree : upTo(size);
        return HexFormat.of().formatHex(ours.root()).equals(other.head().root()) ? Face.SAME : Face.OTHER;
    }

    private GrowingTree upTo(long size) {
        var earlier = new GrowingTree();
        for (int i = 0; i < size; i++) earlier.add(leaves.get(i));
        return earlier;
    }

    private FeedCheckpoint signed(Note note) {
        var checkpoint = FeedCheckpoint.read(note.text());
        if (!checkpoint.head().origin().equals(origin) || !note.signedBy(log)) {
            throw new FeedRefused("foreign-checkpoint", checkpoint.head().origin());
        }
        return checkpoint;
    }
}
