package org.comity.procedure.field;

import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.comity.procedure.ActField;
import org.comity.procedure.ActField.Kind;
import org.comity.procedure.ActField.Need;
import org.comity.procedure.form.BodyFields;

/**
 * Checks the amount that a row states: a number as it was written, in a currency of ISO 4217 or in a virtual asset by its
 * name, as of a day or a time of that day in UTC. Nothing is ever computed with it.
 */
final class Amount {

    static final String AMOUNT = "amount";
    static final String CURRENCY = "currency";
    static final String ASSET = "asset";
    static final String ON = "on";
    static final String TIME = "time";

    static final int LONGEST = 500;
    private static final int ANY_PLACES = 18;
    private static final String NUMBER = "(0|[1-9][0-9]{0,17})(\\.[0-9]{1,18})?";
    private static final String CLOCK = "([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?";

    /** Codes for tests and for no currency at all. */
    private static final Set<String> NO_MONEY = Set.of("XTS", "XXX");

    private Amount() {}

    static ActField column(String key, boolean needed) {
        return ActField.of(key, key.equals(ON) ? Kind.DAY : Kind.LINE, needed ? Need.WRITING : Need.NO);
    }

    /** As a description for machines has an amount, and what goes with it. */
    static void describe(Map<String, Object> columns) {
        columns.replaceAll((key, schema) -> switch (key) {
            case AMOUNT -> FieldSchemas.such(NUMBER, LONGEST, "1200.50");
            case CURRENCY -> FieldSchemas.such("[A-Z]{3}", 3, "EUR");
            case TIME -> FieldSchemas.such(CLOCK, LONGEST, "10:00");
            case ON, "kind" -> schema;
            default -> FieldSchemas.text(LONGEST);
        });
    }

    /**
     * Columns that are wrong, each with what to say of it; those that a row may not leave empty are not looked at.
     *
     * @param atAnInstant a day is not enough
     */
    static Map<String, String> wrong(BodyFields row, boolean atAnInstant) {
        var wrong = new LinkedHashMap<String, String>();
        var amount = row.text(AMOUNT);
        var time = row.text(TIME);
        if (amount.isEmpty() && !row.text(CURRENCY).isEmpty()) {
            wrong.put(AMOUNT, "any.amount");
        }
        if (!amount.isEmpty()) {
            if (!amount.matches(NUMBER)) {
                wrong.put(AMOUNT, "money-amount");
            }
            of(row).ifPresent(it -> wrong.put(it.equals("money-places") ? AMOUNT : CURRENCY, it));
            if (row.day(ON) == null) {
                wrong.put(ON, "any.on");
            }
            if (atAnInstant && time.isEmpty()) {
                wrong.put(TIME, "money-instant");
            }
        }
        if (!time.isEmpty() && !time.matches(CLOCK)) {
            wrong.put(TIME, "money-time");
        }
        return wrong;
    }

    /** It is an amount of one thing, and has no more places than that thing; 1.200 for twelve hundred is found so. */
    private static Optional<String> of(BodyFields row) {
        var currency = row.text(CURRENCY);
        if (currency.isEmpty() == row.text(ASSET).isEmpty()) {
            return Optional.of("money-one");
        }
        if (currency.isEmpty()) {
            return Optional.empty();
        }
        var known = Currency.getAvailableCurrencies().stream()
                .filter(it -> it.getCurrencyCode().equals(currency) && !NO_MONEY.contains(currency))
                .findFirst();
        if (known.isEmpty()) {
            return Optional.of("money-currency");
        }
        int most = known.get().getDefaultFractionDigits();
        var amount = row.text(AMOUNT);
        int places = amount.contains(".") ? amount.length() - amount.indexOf('.') - 1 : 0;
        return places > (most < 0 ? ANY_PLACES : most) ? Optional.of("money-places") : Optional.empty();
    }
}
