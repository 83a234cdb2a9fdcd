package org.comity.sheet;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Finds the cells of a row by the names in the first row of its sheet.
 *
 * @param names in lower case, without space around them; none of a sheet without rows
 */
public record SheetHeader(List<String> names) {

    public static SheetHeader of(List<List<String>> rows) {
        return new SheetHeader(
                rows.isEmpty()
                        ? List.of()
                        : rows.getFirst().stream()
                                .map(it -> it.strip().toLowerCase(Locale.ROOT))
                                .toList());
    }

    /** Empty if there is no such column, or the row ends before it. */
    public String cell(String column, List<String> row) {
        int at = names.indexOf(column);
        return at < 0 || at >= row.size() ? "" : row.get(at).strip();
    }

    /** Of each of these columns, by its name. */
    public Map<String, String> cells(Collection<String> columns, List<String> row) {
        return columns.stream().collect(Collectors.toMap(it -> it, it -> cell(it, row)));
    }
}
