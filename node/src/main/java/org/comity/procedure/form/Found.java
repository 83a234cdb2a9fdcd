package org.comity.procedure.form;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Holds what this node found of one item of a delivery, as an act about it says.
 *
 * @param manifest SHA-256 of the manifest that the deliver act names
 * @param sha256 of the plain whole; null while its manifest is not here, as is {@code size}
 * @param received when it had come whole, or null
 * @param matched when it was opened whole and compared, or null
 */
public record Found(
        String manifest,
        @Nullable String sha256,
        @Nullable Long size,
        @Nullable Instant received,
        @Nullable Instant matched,
        Result result) {

    public static final String KEY = "found";

    public enum Result {
        MATCHED,
        NOT_MATCHED,
        /** not decided yet */
        UNDER_WAY;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static List<String> words() {
            return Stream.of(values()).map(Result::word).toList();
        }
    }

    public Map<String, Object> json() {
        var json = new LinkedHashMap<String, Object>();
        json.put("manifest", manifest);
        json.put("sha256", Objects.requireNonNullElse(sha256, ""));
        json.put("size", size == null ? "" : size.toString());
        json.put("received", received == null ? "" : received.toString());
        json.put("matched", matched == null ? "" : matched.toString());
        json.put("result", result.word());
        return json;
    }

    public static List<Map<String, Object>> json(List<Found> found) {
        return found.stream().map(Found::json).toList();
    }

    /** The items that an act's rows name; empty if a row is none, or they are out of order. */
    public static Optional<Items> items(List<Map<String, Object>> rows) {
        var manifests =
                rows.stream().map(it -> String.valueOf(it.get("manifest"))).toList();
        return Items.read(new BodyFields(Map.of(Items.KEY, manifests)));
    }
}
