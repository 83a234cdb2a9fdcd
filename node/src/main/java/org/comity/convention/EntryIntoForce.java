package org.comity.convention;

import java.time.LocalDate;
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
        return deposits.stream()
                .filter(deposit -> !deposit.organisation())
                .map(Deposit::date)
                .sorted()
                .skip(instruments - 1L)
                .findFirst()
                .map(last -> last.plusDays(days));
    }

    /** @param notification the depositary's own, e.g. {@code C.N.1.2027.TREATIES-XVIII.16} */
    public record Deposit(String by, boolean organisation, LocalDate date, String notification) {}
}
