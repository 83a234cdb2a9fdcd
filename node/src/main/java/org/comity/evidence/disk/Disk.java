package org.comity.evidence.disk;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.comity.evidence.EvidenceCases.Case;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.RuleBroken;
import org.jspecify.annotations.Nullable;

/**
 * Shows what lies on the disk and does what officers ask with it. Work goes on behind the page; pressed again, it goes on where it was.
 */
public interface Disk {

    /** Folders on the disk, by name, at most 200. */
    List<Folder> folders();

    /** What was begun since the node started, newest first. */
    List<Work> works();

    /** A bag of the thread and of all its items that were released. @return the folder */
    String writeOut(Case of, Official by);

    /**
     * What our acts deliver to a State without a node, as plain files with the list of their hashes.
     *
     * @param sealedOnly whoever hands them over knows that some are never shown; else those stay here
     * @return the folder
     */
    String writeFiles(Case of, boolean sealedOnly, Official by);

    /** Every check of the bag, then the items in it that an act delivered to us. */
    void bringIn(String folder, Official by);

    /**
     * Files of a counterpart without a node, each compared with the list that its letter gives.
     *
     * @param list a hash a line, with a name before or behind it or without
     * @param sealedOnly none of them is ever shown here
     * @throws WrongList if it cannot be read
     */
    void bringPlain(String folder, String list, Case of, boolean sealedOnly, Official by);

    /** A line of the list has no hash, or, with line 0, the list is empty. Nothing was begun. */
    final class WrongList extends RuleBroken {
        WrongList(int line) {
            super("disk.list", Map.of("line", Integer.toString(line)));
        }
    }

    /** @param from who says that the bag is whole, or null */
    record Folder(
            String name,
            Kind kind,
            @Nullable String from,
            @Nullable Instant at) {}

    enum Kind {
        BAG,
        UNFINISHED,
        PLAIN
    }

    /**
     * @param thread of the request that it is for, which not everybody may see; null where it is not known
     * @param bytes read or written so far
     * @param part that it is at; null before, behind, and where nobody knows how long it is
     * @param lines what came of each file: the first of the good ones, and of the bad ones
     * @param good how many lines are good, and {@code bad} how many are not; {@code notShown} of both are counted alone
     * @param ended null while it goes on
     */
    record Work(
            String folder,
            Task what,
            @JsonIgnore @Nullable String thread,
            Instant begun,
            long bytes,
            @Nullable Part part,
            List<Line> lines,
            int good,
            int bad,
            int notShown,
            @Nullable Instant ended) {}

    /**
     * How far a work is with a part of it.
     *
     * @param name of the file or item that is at its turn
     * @param n its number, of {@code of}
     * @param bytes read of {@code ofBytes}: what is read twice counts twice
     */
    record Part(Step step, String name, int n, int of, long bytes, long ofBytes) {

        Part at(String next) {
            return new Part(step, next, n + 1, of, bytes, ofBytes);
        }

        Part read(long more) {
            return new Part(step, name, n, of, bytes + more, ofBytes);
        }
    }

    enum Step {
        /** every file of a bag once, every item once more */
        CHECKING,
        /** items of a bag, compared and then copied */
        TAKING,
        /** files against a list: hashed, then brought in, then matched */
        COMPARING,
        /** items, as the files that they were */
        WRITING
    }

    enum Task {
        OUT,
        IN,
        PLAIN,
        /** plain files, written out */
        FILES
    }

    /** @param code of what came of it; {@code detail} may be empty */
    record Line(String file, boolean good, String code, String detail) {}
}
