package org.comity.capacity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** The kinds of help that this program knows, from {@code capacity/kinds.csv}. */
public final class AssistanceKinds {

    private static final Map<String, AssistanceKind> ALL = read();

    private AssistanceKinds() {}

    /** By code, in the order of the file. */
    public static Map<String, AssistanceKind> all() {
        return ALL;
    }

    /** Null for a code that nobody knows. */
    public static @Nullable AssistanceKind of(String code) {
        return ALL.get(code);
    }

    private static Map<String, AssistanceKind> read() {
        var kinds = new LinkedHashMap<String, AssistanceKind>();
        var format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var file = new InputStreamReader(
                Objects.requireNonNull(AssistanceKinds.class.getResourceAsStream("/capacity/kinds.csv")), UTF_8)) {
            for (var row : format.parse(file)) kinds.put(row.get("code"), kind(row));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Collections.unmodifiableMap(kinds);
    }

    private static AssistanceKind kind(CSVRecord row) {
        return new AssistanceKind(
                row.get("code"),
                row.get("article"),
                row.get("parent"),
                row.get("purpose"),
                row.get("aid"),
                row.get("intrusive").equals("yes"),
                row.get("goods").equals("yes"));
    }
}
