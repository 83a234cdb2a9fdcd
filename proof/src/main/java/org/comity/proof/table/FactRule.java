package org.comity.proof.table;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Set;
import java.util.regex.Pattern;

/** Says what a fact of an act must be for the fold to read it; an act that lacks it is {@code incomplete}. */
public sealed interface FactRule {

    boolean allows(String value);

    record AnInstant() implements FactRule {
        @Override
        public boolean allows(String value) {
            try {
                Instant.parse(value);
                return true;
            } catch (DateTimeException e) {
                return false;
            }
        }
    }

    /** The id of an act. */
    record AnAct() implements FactRule {
        private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

        @Override
        public boolean allows(String value) {
            return HASH.matcher(value).matches();
        }
    }

    record OneOf(Set<String> values) implements FactRule {
        @Override
        public boolean allows(String value) {
            return values.contains(value);
        }
    }
}
