package org.comity.sealing;

import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Holds what one side of a blind comparison keeps until the end, and nobody else may read: its list and the secret.
 *
 * @param step the last one sent
 * @param secret in hexadecimal
 * @param entries as typed and as compared, in turn
 * @param returned the other side's points as we blinded them once more
 */
public record KeptComparison(String context, int step, String secret, List<Entry> entries, List<String> returned) {

    public KeptComparison {
        entries = List.copyOf(entries);
        returned = List.copyOf(returned);
    }

    public record Entry(String typed, String compared) {
        @Override
        public String toString() {
            return "Entry[not shown]";
        }
    }

    /** Neither list nor secret, wherever somebody writes it down. */
    @Override
    public String toString() {
        return "KeptComparison[step=%d, not shown]".formatted(step);
    }

    static KeptComparison of(
            BlindComparison side, String context, int step, List<Entry> entries, List<String> returned) {
        return new KeptComparison(context, step, HexFormat.of().formatHex(side.secret()), entries, returned);
    }

    BlindComparison side() {
        return BlindComparison.resume(context, compared(entries), HexFormat.of().parseHex(secret));
    }

    static Set<String> compared(List<Entry> entries) {
        return entries.stream().map(Entry::compared).collect(Collectors.toSet());
    }
}
