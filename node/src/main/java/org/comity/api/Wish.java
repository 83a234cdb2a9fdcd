package org.comity.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;

/**
 * What a program wants done, once: read whole, bounded, before anything happens.
 *
 * @param key hash of the official and the {@code Idempotency-Key}
 * @param fingerprint hash of path and body, salted with the key itself so that it gives away no password
 */
record Wish(Official by, String key, String fingerprint, Map<String, Object> json) {

    /** A field that nobody reads is a mistake, better told than dropped. */
    Wish only(String... names) {
        json.keySet().stream().filter(it -> !List.of(names).contains(it)).findFirst().ifPresent(it -> {
            throw new WishRefused.Field(it);
        });
        return this;
    }

    String text(String name) {
        if (json.get(name) instanceof String text && !text.isBlank()) {
            return text;
        }
        throw new WishRefused.Field(name);
    }

    String textOr(String name, String otherwise) {
        return json.get(name) == null ? otherwise : text(name);
    }

    long number(String name) {
        return switch (json.get(name)) {
            case Integer number -> number;
            case Long number -> number;
            case null, default -> throw new WishRefused.Field(name);
        };
    }

    @SuppressWarnings("unchecked")
    Map<String, Object> object(String name) {
        return switch (json.get(name)) {
            case null -> Map.of();
            case Map<?, ?> map -> (Map<String, Object>) map;
            default -> throw new WishRefused.Field(name);
        };
    }

    @Nullable Instant instant(String name) {
        try {
            return json.get(name) == null ? null : Instant.parse(text(name));
        } catch (DateTimeException notAnInstant) {
            throw new WishRefused.Field(name);
        }
    }
}
