package org.comity.board;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the boards that this node holds: those it follows, each as its host signed it, and those that it hosts itself. */
public interface HeldBoards {

    /** In the order of host and name. */
    List<HeldBoard> all();

    /** Those of this name that other nodes host, by host; what this node hosts is not asked for. */
    List<HeldBoard> elsewhere(String board);

    /** Those of which something stands before everybody, with no trace of what else stands there. */
    List<HeldBoard> open();

    /** @param open only if something stands there before everybody, and with no trace of what else stands there */
    Optional<HeldBoard> find(String host, String board, boolean open);

    /** Whichever host it has; the first one by name where there are several. */
    default Optional<HeldBoard> named(String board) {
        return all().stream().filter(it -> it.name().equals(board)).findFirst();
    }

    /** What stands there, newest first. */
    List<HeldEntry> standing(String host, String board, int limit);

    /** Subjects that begin so, newest first. */
    default List<HeldEntry> under(String host, String board, String prefix, int limit) {
        return under(board, List.of(new Beginning(host, prefix)), limit);
    }

    /** The same of several at once, at most {@code limit} of each: it costs no more questions than one. */
    List<HeldEntry> under(String board, List<Beginning> beginnings, int limit);

    /** What of it everybody may read, newest first. */
    List<HeldEntry> open(String host, String board, int limit);

    Optional<HeldEntry> standing(String host, String board, String subject);

    /** As {@link BoardSource#proof}. */
    Optional<String> proof(String host, String board, String act, boolean open, @Nullable Long since);

    /** Subjects of a host's board that begin so. */
    record Beginning(String host, String prefix) {

        public boolean holds(HeldEntry entry) {
            return entry.publication().host().equals(host) && entry.subject().startsWith(prefix);
        }
    }

    /**
     * @param standing subjects that stand there
     * @param news when its host signed the newest publication
     * @param since when this node took the first of it; null where it is the host
     */
    record HeldBoard(
            String host,
            String name,
            long standing,
            Instant news,
            @Nullable Instant since) {}
}
