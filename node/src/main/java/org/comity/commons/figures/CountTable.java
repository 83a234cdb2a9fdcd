package org.comity.commons.figures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Counts by two things, whose totals are read beside them.
 *
 * @param rows what each row counts; several names where rows were put together
 * @param columns likewise
 * @param cells by row, then column; none is negative
 */
record CountTable(List<List<String>> rows, List<List<String>> columns, List<List<Long>> cells) {

    CountTable {
        rows = List.copyOf(rows);
        columns = List.copyOf(columns);
        cells = cells.stream().map(List::copyOf).toList();
        int width = columns.size();
        if (cells.size() != rows.size()
                || cells.stream()
                        .anyMatch(it -> it.size() != width || it.stream().anyMatch(n -> n < 0))) {
            throw new IllegalArgumentException("a cell for each row and column, none negative");
        }
    }

    long at(int row, int column) {
        return cells.get(row).get(column);
    }

    long total(int row) {
        return cells.get(row).stream().mapToLong(it -> it).sum();
    }

    long columnTotal(int column) {
        return cells.stream().mapToLong(it -> it.get(column)).sum();
    }

    long total() {
        return IntStream.range(0, rows.size()).mapToLong(this::total).sum();
    }

    CountTable turned() {
        return new CountTable(
                columns,
                rows,
                IntStream.range(0, columns.size())
                        .mapToObj(column ->
                                cells.stream().map(it -> it.get(column)).toList())
                        .toList());
    }

    /** Both rows in the place of the first one. */
    CountTable together(int first, int second) {
        var names = new ArrayList<>(rows);
        var all = new ArrayList<>(cells);
        var both = new ArrayList<>(rows.get(first));
        both.addAll(rows.get(second));
        names.set(first, List.copyOf(both));
        all.set(
                first,
                IntStream.range(0, columns.size())
                        .mapToObj(it -> at(first, it) + at(second, it))
                        .toList());
        names.remove(second);
        all.remove(second);
        return new CountTable(names, columns, all);
    }

    static CountTable of(List<String> rows, List<String> columns, long[][] cells) {
        return new CountTable(
                rows.stream().map(List::of).toList(),
                columns.stream().map(List::of).toList(),
                Arrays.stream(cells)
                        .map(it -> Arrays.stream(it).boxed().toList())
                        .toList());
    }
}
