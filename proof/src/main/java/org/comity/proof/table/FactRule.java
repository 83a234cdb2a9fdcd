package org.comity.proof.table;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Set;
import java.util.regex.Pattern;

/** Says what a fact of an act must be for the fold to read it; an act that lacks it is {@code incomplete}. */
public sealed interface FactRule {

    boolean allows(String value);

    /** In one form that every program reads alike (T3); {@link Instant#parse} alone takes offsets, hour 24 and more. */
    record AnInstant() implements FactRule {
        private static final Pattern FORM = Pattern.compile(
                "(?!0000)[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,9})?Z");

        @Override
        public boolean allows(String value) {
            try {
                return FORM.matcher(value).matches() && Instant.parse(value) != null;
            } catch (DateTimeException e) {
                return false;
            }
        }
    }

    /** The id of an act. */
    record AnAct() implements FactRule {
        private static final int DIGITS = 64;

        @Override
        public boolean allows(String value) {
            return value.length() == DIGITS && value.chars().allMatch(AnAct::digit);
        }

        private static boolean digit(int it) {
            return it >= '0' && it <= '9' || it >= 'a' && it <= 'f';
        }
    }

    record OneOf(Set<String> values) implements FactRule {
        @Override
        public boolean allows(String value) {
            return values.contains(value);
        }
    }
}
