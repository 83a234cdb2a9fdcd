package org.comity.evidence;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.RequestAddress;

/**
 * What evidence asks about cases: the rooms above know the threads and who may read them. On a node where nobody answers,
 * nobody sees any item.
 */
public interface EvidenceCases {

    /** The whole request with what was released of it, onto a disk. */
    String BAG = "bag";

    /** @param piece {@code file}, {@code custody.pdf} or {@code custody.jsonld} */
    static String of(Item item, String piece) {
        return "items/" + item.id() + "/" + piece;
    }

    /** May see items of cases at all. */
    boolean mayRead(Official by);

    /** Empty if there is no such case, or it is not this official's to read. */
    Optional<Case> byReference(String reference, Official by);

    Optional<Case> byThread(String thread, Official by);

    /** Threads of requests that are closed to all but named officers, and not to this one: nothing of them is shown. */
    Set<String> hidden(Official by);

    /** Threads of requests that are closed to all but named officers. */
    Set<String> closed();

    /** To whom none of these threads is closed: asked once for any number of officials. */
    Predicate<Official> seeing(Collection<String> threads);

    /** The references of those requests: what is named after one of them, as a folder on a disk is, is not shown either. */
    Set<String> hiddenReferences(Official by);

    /** Those of these threads that are this official's to read, all in one look. */
    List<Case> byThreads(Collection<String> threads, Official by);

    /**
     * Before something of a case leaves: within a use that is named, where a use limit binds us; on record.
     *
     * @param what leaves: {@link #BAG}, or a piece of an item, see {@link #of}
     * @param use and {@code words}: within which, and for what; empty where none was asked
     * @throws org.comity.vocabulary.RuleBroken {@code use.not-confirmed}
     */
    void leaves(Case of, String what, String use, String words, Official by);

    /** Where an officer names the use of what is to leave; empty where no limit binds us. */
    Optional<String> asksUse(Case of, String what, Official by);

    /** Within which use what these cases brought us may be used, all in one look; nothing of a case whose limit binds us not. */
    List<Limit> limits(Collection<String> threads, Official by);

    /**
     * A use limit that binds us, in a line.
     *
     * @param purpose that what was delivered serves, as the request stated it
     * @param proceeding likewise; may be empty
     * @param ref of the paragraph, e.g. {@code 40(19)}; may be empty
     */
    record Limit(Case of, String purpose, String proceeding, String ref) {}

    /** @param reference as a path has it: {@code XB-2026-004417}, or {@code XB-2/XB-2026-004417} where two use it */
    record Case(String thread, String reference) {

        /** For the name of a file or folder. */
        public String fileName() {
            return RequestAddress.fileName(reference);
        }
    }
}
