package org.comity.capacity;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.comity.procedure.form.BodyFields;
import org.jspecify.annotations.Nullable;

/** Money in one currency: each amount with its day, and sums that never leave the currency. */
public record MoneyOfCurrency(List<Line> lines) {

    /** @param kind {@code pledged}, {@code paid} or {@code received} */
    public record Line(String kind, Amount amount) {}

    public record Amount(BigDecimal value, String currency, LocalDate on) {}

    public MoneyOfCurrency {
        lines = List.copyOf(lines);
    }

    public static MoneyOfCurrency of(String kind, Amount amount) {
        return new MoneyOfCurrency(List.of(new Line(kind, amount)));
    }

    public MoneyOfCurrency and(MoneyOfCurrency other) {
        var all = new ArrayList<>(lines);
        all.addAll(other.lines);
        if (all.stream().map(it -> it.amount().currency()).distinct().count() > 1) {
            throw new IllegalArgumentException("amounts of two currencies are not added up");
        }
        return new MoneyOfCurrency(all);
    }

    /** In the currency of these lines, as written: no separators, a point. */
    public String sum(String kind) {
        return lines.stream()
                .filter(it -> it.kind().equals(kind))
                .map(it -> it.amount().value())
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .toPlainString();
    }

    /** What was pledged and did not come yet, as who receives it says; nothing where more came than was pledged. */
    public String outstanding() {
        return new BigDecimal(sum("pledged"))
                .subtract(new BigDecimal(sum("received")))
                .max(BigDecimal.ZERO)
                .toPlainString();
    }

    /** The one side says that it paid another sum than the other says came. */
    public boolean differs() {
        return new BigDecimal(sum("paid")).compareTo(new BigDecimal(sum("received"))) != 0;
    }

    /** Of a row of an act; null for a virtual asset, or what cannot be read. */
    public static @Nullable Amount amount(Map<?, ?> row) {
        var value = String.valueOf(row.get("amount"));
        var currency = String.valueOf(row.get("currency"));
        if (!value.matches("[0-9]{1,18}(\\.[0-9]{1,18})?") || !currency.matches("[A-Z]{3}")) return null;
        var on = BodyFields.dayOf(String.valueOf(row.get("on")));
        return on == null ? null : new Amount(new BigDecimal(value), currency, on);
    }
}
