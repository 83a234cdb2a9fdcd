package org.comity.sealing;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import org.comity.sealing.KeptComparison.Entry;

/**
 * Takes the steps of a blind comparison in memory: what came as bytes, what is sent as bytes, and what is kept between them
 * (rules C3 to C8 of docs/protocol/comparison.md). Whoever calls keeps what is kept where nobody else reads it.
 */
public final class ComparisonSteps {

    private final SecureRandom random;

    public ComparisonSteps(SecureRandom random) {
        this.random = random;
    }

    /** @param theirs how many entries the other side compares; 0 while that is not known */
    public record Sent(KeptComparison kept, byte[] file, int theirs) {}

    /**
     * What a comparison showed.
     *
     * @param both of ours, as they were typed
     * @param last what the other side is sent, so that it learns too; empty where it has learned
     */
    public record Learned(List<String> both, int ours, int theirs, byte[] last) {
        @Override
        public String toString() {
            return "Learned[not shown]";
        }
    }

    /** @param lines one account, address or device each */
    public Sent offer(List<String> lines) {
        var number = new byte[32];
        random.nextBytes(number);
        var context = HexFormat.of().formatHex(number);
        var entries = entries(lines);
        var side = BlindComparison.begin(context, KeptComparison.compared(entries), random);
        var file = ComparisonFile.of(1, context, side.blinded(), List.of());
        return new Sent(KeptComparison.of(side, context, 1, entries, List.of()), file.bytes(), 0);
    }

    /** @throws BlindComparisonRefused if what came is no offer, or the list is empty, too long, or holds what is too long */
    public Sent answer(byte[] offer, List<String> lines) {
        var read = ComparisonFile.read(offer, 1);
        var entries = entries(lines);
        var side = BlindComparison.begin(read.context(), KeptComparison.compared(entries), random);
        var returned = side.again(read.points());
        var file = ComparisonFile.of(2, read.context(), side.blinded(), returned);
        var kept = KeptComparison.of(side, read.context(), 2, entries, returned);
        return new Sent(kept, file.bytes(), read.points().size());
    }

    /** Who opened learns; what it kept is to be forgotten before the last file leaves. */
    public Learned finish(KeptComparison kept, byte[] answer) {
        var read = expected(kept, ComparisonFile.read(answer, 2), 1);
        var side = kept.side();
        var theirs = side.again(read.points());
        var both = side.matches(read.returned(), theirs);
        var last = ComparisonFile.of(3, kept.context(), List.of(), theirs);
        return learned(kept, both, read.points().size(), last.bytes());
    }

    /** Who answered learns; what it kept is to be forgotten. */
    public Learned learn(KeptComparison kept, byte[] last) {
        var read = expected(kept, ComparisonFile.read(last, 3), 2);
        var both = kept.side().matches(read.returned(), kept.returned());
        return learned(kept, both, kept.returned().size(), new byte[0]);
    }

    /** How many entries an offer compares, so that whoever answers sees it first. */
    public static int offered(byte[] offer) {
        var points = ComparisonFile.read(offer, 1).points();
        BlindComparison.checked(points);
        return points.size();
    }

    /** Whether two files, or a file and what is kept, belong to one comparison. */
    public static String context(byte[] file, int step) {
        return ComparisonFile.read(file, step).context();
    }

    private static Learned learned(KeptComparison kept, java.util.Set<String> both, int theirs, byte[] last) {
        var typed = kept.entries().stream()
                .filter(it -> both.contains(it.compared()))
                .map(Entry::typed)
                .toList();
        return new Learned(typed, kept.entries().size(), theirs, last);
    }

    private static ComparisonFile expected(KeptComparison kept, ComparisonFile received, int after) {
        if (!kept.context().equals(received.context())) throw new BlindComparisonRefused("context", 0);
        if (kept.step() != after) throw new BlindComparisonRefused("step", received.step());
        return received;
    }

    /** Of ours, once each, however often it was typed. */
    private static List<Entry> entries(List<String> lines) {
        var seen = new HashSet<String>();
        return lines.stream()
                .filter(it -> !it.isBlank())
                .map(it -> new Entry(it.strip(), ComparedEntry.of(it)))
                .filter(it -> seen.add(it.compared()))
                .toList();
    }
}
