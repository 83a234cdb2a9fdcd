package org.comity.treaty;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What is recorded here of one State or organisation; empty where nothing is, which says nothing about the State.
 *
 * @param code two letters, or an organisation's short name
 * @param lines confirmed ones, in the order of their days
 * @param count of all, by which its own day of entry into force is computed
 */
public record PartyRow(String code, String name, List<TreatyLine> lines, TreatyCount count) {

    /** The order of the depositary: by the day of the instrument, then of the signature, then by name. */
    static final Comparator<PartyRow> ORDER = Comparator.comparing(
                    (PartyRow it) -> it.instrument().map(TreatyLine::day).orElse(LocalDate.MAX))
            .thenComparing(it -> it.signature().map(TreatyLine::day).orElse(LocalDate.MAX))
            .thenComparing(PartyRow::name);

    public PartyRow {
        lines = List.copyOf(lines);
    }

    public boolean organisation() {
        return lines.stream().anyMatch(TreatyLine::organisation);
    }

    public Optional<TreatyLine> signature() {
        return last(TreatyStep.SIGNATURE);
    }

    /** The one that counts: a later one after a denunciation. */
    public Optional<TreatyLine> instrument() {
        return lines.stream().filter(it -> it.step().instrument()).reduce((first, second) -> second);
    }

    /** A denunciation that no later instrument has overtaken. */
    public Optional<TreatyLine> denunciation() {
        return last(TreatyStep.DENUNCIATION)
                .filter(it -> instrument()
                        .filter(later -> later.day().isAfter(it.day()))
                        .isEmpty());
    }

    public Optional<LocalDate> from() {
        return instrument().flatMap(it -> count.from(it.day()));
    }

    public Optional<LocalDate> until() {
        return denunciation().flatMap(it -> count.until(it.day()));
    }

    /**
     * Reservations and declarations that were not withdrawn. A withdrawal names an article: where several stand on it, it does not
     * say which goes, and they all stay beside it.
     */
    public List<TreatyLine> statements() {
        var said = lines.stream().filter(it -> it.step().inWords()).toList();
        return said.stream()
                .filter(it -> !alone(said, it) || lines.stream().noneMatch(later -> withdraws(later, it)))
                .toList();
    }

    private static boolean alone(List<TreatyLine> said, TreatyLine statement) {
        return said.stream()
                        .filter(it -> it.article().equals(statement.article())
                                && it.day().equals(statement.day()))
                        .count()
                == 1;
    }

    /** Everything else that bears on an article. */
    public List<TreatyLine> notifications() {
        return lines.stream()
                .filter(it -> it.step() == TreatyStep.NOTIFICATION || it.step() == TreatyStep.WITHDRAWAL)
                .toList();
    }

    private static boolean withdraws(TreatyLine later, TreatyLine statement) {
        return later.step() == TreatyStep.WITHDRAWAL
                && later.article().equals(statement.article())
                && !later.day().isBefore(statement.day());
    }

    private Optional<TreatyLine> last(TreatyStep step) {
        return lines.stream().filter(it -> it.step() == step).reduce((first, second) -> second);
    }
}
