package org.comity.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;

/**
 * Holds what a program wants done once: read whole and bounded before anything happens.
 *
 * @param key hash of the official and the {@code Idempotency-Key}
 * @param fingerprint hash of path and body, salted with the key itself so that it gives away no password
 */
record IdempotentRequest(Official by, String key, String fingerprint, Map<String, Object> json) {

    /** A field that nobody reads is a mistake, better told than dropped. */
    IdempotentRequest only(String... names) {
        json.keySet().stream()
                .filter(it -> !List.of(names).contains(it))
                .findFirst()
                .ifPresent(it -> {
                    throw new IdempotentRequestRefused.Field(it);
                });
        return this;
    }

    String text(String name) {
        if (json.get(name) instanceof String text && !text.isBlank()) {
            return text;
        }
        throw new IdempotentRequestRefused.Field(name);
    }

    String textOr(String name, String otherwise) {
        return json.get(name) == null ? otherwise : text(name);
    }

    /** As it was typed; empty if left out or blank, for a form that says itself what it needs. */
    String typed(String name) {
        return switch (json.get(name)) {
            case null -> "";
            case String text -> text;
            default -> throw new IdempotentRequestRefused.Field(name);
        };
    }

    long number(String name) {
        return switch (json.get(name)) {
            case Integer number -> number;
            case Long number -> number;
            case null, default -> throw new IdempotentRequestRefused.Field(name);
        };
    }

    @SuppressWarnings("unchecked")
    Map<String, Object> object(String name) {
        return switch (json.get(name)) {
            case null -> Map.of();
            case Map<?, ?> map -> (Map<String, Object>) map;
            default -> throw new IdempotentRequestRefused.Field(name);
        };
    }

    LocalDate day(String name) {
        try {
            return LocalDate.parse(text(name));
        } catch (DateTimeException notADay) {
            throw new IdempotentRequestRefused.Field(name);
        }
    }

    /** Base64; null if left out. */
    byte @Nullable [] bytes(String name) {
        try {
            return json.get(name) == null ? null : Base64.getDecoder().decode(text(name));
        } catch (IllegalArgumentException notBase64) {
            throw new IdempotentRequestRefused.Field(name);
        }
    }

    <E extends Enum<E>> E word(String name, Class<E> type) {
        return word(name, type, text(name));
    }

    static <E extends Enum<E>> E word(String field, Class<E> type, String word) {
        try {
            return Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException unknown) {
            throw new IdempotentRequestRefused.Field(field);
        }
    }

    @Nullable
    Instant instant(String name) {
        try {
            return json.get(name) == null ? null : Instant.parse(text(name));
        } catch (DateTimeException notAnInstant) {
            throw new IdempotentRequestRefused.Field(name);
        }
    }
}
