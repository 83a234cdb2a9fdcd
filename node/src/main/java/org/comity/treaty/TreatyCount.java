package org.comity.treaty;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.comity.convention.EntryIntoForce;
import org.comity.convention.EntryIntoForce.Deposit;
import org.comity.convention.FinalProvisions;
import org.comity.convention.FinalProvisions.Term;
import org.comity.convention.Instrument;

/**
 * Counts the instruments recorded here to the day of entry into force, by the rule of the treaty's data. A denunciation takes
 * nothing from the count: it ends what binds its own State alone.
 *
 * @param force the rule, over the instruments recorded here
 * @param ends what later deposits and denunciations wait for
 */
public record TreatyCount(EntryIntoForce force, FinalProvisions ends) {

    /** @param lines those that were confirmed, in any order */
    static TreatyCount of(Instrument instrument, List<TreatyLine> lines) {
        // Whoever denounced and came back is one Party: its first instrument counts, and no second one beside it.
        var deposits = new LinkedHashMap<String, Deposit>();
        lines.stream()
                .filter(it -> it.step().instrument())
                .sorted(Comparator.comparing(TreatyLine::day).thenComparing(TreatyLine::party))
                .forEach(it -> deposits.putIfAbsent(
                        it.party(), new Deposit(it.party(), it.organisation(), it.day(), it.number())));
        return new TreatyCount(instrument.entryIntoForce().over(List.copyOf(deposits.values())), instrument.ends());
    }

    /** Of States: an organisation's is shown and not counted. */
    public int counted() {
        return force.counted().size();
    }

    public int ofOrganisations() {
        return force.deposits().size() - counted();
    }

    /** How many more are needed, as far as is recorded here. */
    public int lacking() {
        return Math.max(0, force.instruments() - counted());
    }

    /** From when it binds who deposited on this day; empty while the day cannot be computed. */
    public Optional<LocalDate> from(LocalDate deposit) {
        return ends.term(FinalProvisions.LATER).flatMap(it -> force.from(deposit, it));
    }

    /** From when a denunciation received on this day takes effect. */
    public Optional<LocalDate> until(LocalDate denounced) {
        return ends.term(FinalProvisions.DENUNCIATION).map(it -> it.after(denounced));
    }

    /** The day that a term reaches which counts from entry into force. */
    public Optional<LocalDate> reached(Term term) {
        return force.from().map(term::after);
    }
}
