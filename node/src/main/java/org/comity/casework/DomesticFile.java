package org.comity.casework;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;

/**
 * What is ours alone about a request: orders, providers, courts, calls, notes. It never leaves the node and is never
 * printed with the acts.
 */
public interface DomesticFile {

    /** Characters of one line. */
    int LONGEST_TEXT = 4000;

    /**
     * @param text at most {@link #LONGEST_TEXT} characters
     * @param number of the order, the provider's reference, the phone rung; may be empty
     * @param happened when it happened, if not now
     * @param scan a file of at most 2 MB, or null
     */
    void add(
            String thread,
            Kind kind,
            String text,
            String number,
            @Nullable Instant happened,
            @Nullable Scan scan,
            Official by);

    /** A line of a call that was theirs, or of one of ours that nobody answered: no promise to call them is kept by it. */
    void addOtherCall(String thread, String text, String number, Instant happened, Official by);

    /** Newest first, at most 100. */
    List<Line> lines(String thread);

    /** In the order in which they were added, at most 100 behind the line of this number. */
    List<Line> lines(String thread, long after);

    /** All of them, oldest first, handed over one by one; memory does not grow with their number. */
    void every(String thread, Consumer<Line> each);

    /** Is there a line of this kind? The report as preserved asks for an order where our profile demands one. */
    boolean holds(String thread, Kind kind);

    /** How many officers have added a line of this kind. */
    int officers(String thread, Kind kind);

    /** Of a line of this thread, however old it is. */
    Optional<Scan> scan(String thread, long line);

    /** The newest line of this kind, however many others there are. */
    Optional<Line> newest(String thread, Kind kind);

    enum Kind {
        NOTE,
        CALL,
        PASSED_ON,
        ORDER,
        ORDER_REFUSED,
        SERVED,
        PROVIDER,
        CONSIDERED_DISCRIMINATION,
        REMINDER,
        /** {@code number} is the mail address of the prosecutor who is reminded; {@code text} the language, by its own name. */
        PROSECUTOR,
        LEGAL_ADVICE,
        /** What the lawyer finds on whether the conduct is an offence in both States. */
        CRIMINALITY
    }

    record Scan(String name, String mediaType, byte[] content) {

        /** Named by us; empty if it is none of {@link ScanFormat}. */
        public static Optional<Scan> of(byte[] content) {
            return ScanFormat.of(content).map(it -> new Scan(it.fileName(), it.mediaType(), content));
        }
    }

    /** @param scan name of the file, or null */
    record Line(
            long id,
            String thread,
            Kind kind,
            String text,
            String number,
            Instant time,
            String official,
            @Nullable String scan) {}
}
