package org.comity.capacity;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;
import org.comity.sheet.ShippedTable;
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
        for (var row : ShippedTable.rows("/capacity/kinds.csv")) kinds.put(row.get("code"), kind(row));
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
