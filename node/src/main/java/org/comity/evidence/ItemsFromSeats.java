package org.comity.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what a participant adds from its seat for one of its threads. Until its act hands an item over, the item belongs to no procedure,
 * that participant alone sees it, and no official does. Whether the thread is the participant's, and takes files now, the caller has asked before.
 */
public interface ItemsFromSeats {

    /**
     * @param file what it is, of no thread yet
     * @param bytes that it has at most
     * @throws EvidenceRefused {@code seat-files}, {@code seat-bytes}, {@code seat-day} above what one participant may have here,
     *     {@code no-room}, and as {@link Evidence#begin}
     */
    UUID begin(Evidence.Beginning file, long bytes, Hand by);

    /**
     * A whole file in one go, of which nobody says before how long it is: it is charged what it has. Of one that is refused nothing stays;
     * of one whose line breaks, what came.
     *
     * @param most bytes that it has at most
     * @param by asked when it begins, and again before it is sealed
     * @throws EvidenceRefused as {@link #begin}, {@link #add} and {@link #finish}
     */
    Item take(Evidence.Beginning file, long most, InputStream plain, Supplier<Hand> by) throws IOException;

    /** @throws EvidenceRefused {@code unknown} if it is not one that this participant added for this thread and has still here */
    Item item(UUID item, Hand by);

    /**
     * How many bytes of it are here.
     *
     * @throws EvidenceRefused {@code too-many-at-once}, and as {@link #item} and {@link Evidence#reached}
     */
    long reached(UUID item, Hand by) throws IOException;

    /** @throws EvidenceRefused {@code too-many-at-once}, and as {@link #item} and {@link Evidence#add} */
    long add(UUID item, long from, InputStream plain, Hand by) throws IOException;

    /**
     * Its last byte has come: it is sealed, and matched beside everything else.
     *
     * @throws EvidenceRefused {@code too-many-at-once}, and as {@link #item} and {@link Evidence#finish}
     */
    Item finish(UUID item, @Nullable String sha256, Hand by) throws IOException;

    /** Those that were not handed over yet, newest first. */
    List<Item> waiting(Hand by);

    /** Those of them that are whole and right, by id or by manifest; the others are left out. */
    List<Item> ready(Collection<String> named, Hand by);

    /**
     * It is not handed over: its bytes and keys are removed.
     *
     * @throws EvidenceRefused {@code unknown}, {@code busy} while bytes of it come
     */
    void drop(UUID item, Hand by) throws IOException;

    /**
     * A registered act names them: from now on they are items of the thread. In the caller's transaction.
     *
     * @param manifests SHA-256
     * @throws EvidenceRefused {@code seat-gone} if one of them is not ready any more
     */
    void handOver(Collection<String> manifests, String act, Hand by);

    /**
     * Whose hand it is: a person in a seat.
     *
     * @param person by the pseudonym that its acts bear, as custody names it
     */
    record Hand(String thread, String participant, Official person) {}
}
