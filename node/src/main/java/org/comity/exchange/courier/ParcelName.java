package org.comity.exchange.courier;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.comity.exchange.Parcel.Action;

/** {@code XA-1_XB-1_1798761600000_000001_act.age}: from, to, when, number, action. Believed only as far as the door checks. */
record ParcelName(String from, String to, long start, int number, Action action) {

    private static final Pattern FORM =
            Pattern.compile("([A-Za-z0-9.-]{1,32})_([A-Za-z0-9.-]{1,32})_([0-9]{1,15})_([0-9]{6})_(act|entry)\\.age");

    static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }

    /** As a browser may have renamed it when it was saved twice: {@code … (1).age}. */
    static Optional<ParcelName> within(String text) {
        var plain = text.substring(Math.max(text.lastIndexOf('/'), text.lastIndexOf('\\')) + 1)
                .replaceFirst(" ?\\([0-9]{1,3}\\)(?=\\.age$)", "");
        return isOne(plain) ? Optional.of(read(plain)) : Optional.empty();
    }

    static ParcelName read(String text) {
        var parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException(text);
        }
        return new ParcelName(
                parts.group(1),
                parts.group(2),
                Long.parseLong(parts.group(3)),
                Integer.parseInt(parts.group(4)),
                Objects.requireNonNull(Action.of(parts.group(5))));
    }

    String text() {
        return "%s_%s_%015d_%06d_%s.age".formatted(from, to, start, number, action.word());
    }
}
