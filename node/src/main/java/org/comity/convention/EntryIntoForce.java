package org.comity.convention;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When an instrument enters into force: on a known day, or so many days after so many deposits.
 *
 * @param ref the paragraph that says so
 * @param since known day; null where it is computed
 * @param instruments how many deposits it needs (Art. 65(1): 40)
 * @param days on which day after the last of these (Art. 65(1): the 90th)
 * @param deposits as the depositary notified them; an organisation's is not counted
 */
public record EntryIntoForce(String ref, @Nullable LocalDate since, int instruments, int days, List<Deposit> deposits) {

    /** Of a form, which is no treaty. */
    public static final EntryIntoForce ALWAYS = new EntryIntoForce("", LocalDate.MIN, 0, 0, List.of());

    public EntryIntoForce {
        deposits = List.copyOf(deposits);
    }

    public Optional<LocalDate> from() {
        if (since != null) {
            return Optional.of(since);
        }
        return last().map(it -> it.date().plusDays(days));
    }

    /** The same rule, counted over these deposits. */
    public EntryIntoForce over(List<Deposit> others) {
        return new EntryIntoForce(ref, since, instruments, days, others);
    }

    /** Those that count, in the order of their days; an organisation's is not among them. */
    public List<Deposit> counted() {
        return deposits.stream()
                .filter(it -> !it.organisation())
                .sorted(Comparator.comparing(Deposit::date))
                .toList();
    }

    /** The deposit that brings the number up to what is needed. */
    public Optional<Deposit> last() {
        return since == null ? counted().stream().skip(instruments - 1L).findFirst() : Optional.empty();
    }

    /**
     * From when it binds whoever deposited on this day: not before the whole, and not before the period for later ones has
     * passed. Of those who came with the first, that period ends before the whole enters into force.
     */
    public Optional<LocalDate> from(LocalDate deposit, FinalProvisions.Term later) {
        return from().map(whole -> later.after(deposit).isAfter(whole) ? later.after(deposit) : whole);
    }

    /** @param notification the depositary's own, e.g. {@code C.N.1.2027.TREATIES-XVIII.16} */
    public record Deposit(String by, boolean organisation, LocalDate date, String notification) {}
}
