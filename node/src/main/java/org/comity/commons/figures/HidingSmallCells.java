package org.comity.commons.figures;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Hides small cells of a table whose totals are shown, and others with them, so that no hidden cell can be worked out.
 *
 * <p>Each hidden cell is the corner of a rectangle of four hidden cells in which two opposite corners can each be one less and
 * the others one more without any total changing: so at least two numbers are possible in each. Rows and columns whose own total
 * is small are put together first. A table that cannot be made safe so is not shown at all.
 */
final class HidingSmallCells {

    private final CountTable table;
    private final int least;
    private final Set<Cell> hidden = new HashSet<>();

    private HidingSmallCells(CountTable table, int least) {
        this.table = table;
        this.least = least;
    }

    record Cell(int row, int column) {}

    /** @param hidden cells that are not shown; totals always are */
    record Safe(CountTable table, Set<Cell> hidden) {
        Safe {
            hidden = Set.copyOf(hidden);
        }
    }

    /**
     * @param least the smallest number above none that is shown
     * @return nothing where the table cannot be shown
     */
    static Optional<Safe> of(CountTable table, int least) {
        var joined = joined(joined(table, least).turned(), least).turned();
        if (joined.total() > 0 && joined.total() < least) {
            return Optional.empty();
        }
        return new HidingSmallCells(joined, least).hide();
    }

    /** Rows with a small total are put together with the next smallest. */
    private static CountTable joined(CountTable table, int least) {
        var result = table;
        while (true) {
            var now = result;
            var bySize = IntStream.range(0, now.rows().size())
                    .boxed()
                    .filter(it -> now.total(it) > 0)
                    .sorted(Comparator.comparingLong(now::total))
                    .toList();
            if (bySize.size() < 2 || now.total(bySize.getFirst()) >= least) {
                return now;
            }
            result = now.together(Math.min(bySize.get(0), bySize.get(1)), Math.max(bySize.get(0), bySize.get(1)));
        }
    }

    private Optional<Safe> hide() {
        var small = cells().filter(it -> number(it) > 0 && number(it) < least).toList();
        hidden.addAll(small);
        for (var cell : small) {
            var corner = opposite(cell).min(Comparator.comparingLong(it -> cost(cell, it)));
            if (corner.isEmpty()) {
                return Optional.empty();
            }
            hidden.addAll(rectangle(cell, corner.get()));
        }
        return Optional.of(new Safe(table, hidden));
    }

    /** Corners with which the cell can change while all totals stay. */
    private Stream<Cell> opposite(Cell cell) {
        return cells().filter(it -> it.row() != cell.row() && it.column() != cell.column())
                .filter(it -> number(it) > 0 || rises(cell, it) > 0);
    }

    /** By how much the cell can be more. */
    private long rises(Cell cell, Cell corner) {
        return Math.min(number(new Cell(cell.row(), corner.column())), number(new Cell(corner.row(), cell.column())));
    }

    /** First that it may as well be no small number; then few new cells; then small ones. */
    private long cost(Cell cell, Cell corner) {
        var others = rectangle(cell, corner).stream()
                .filter(it -> !hidden.contains(it))
                .toList();
        long lost = others.stream().mapToLong(this::number).sum();
        boolean wide = number(cell) + rises(cell, corner) >= least;
        return (wide ? 0 : 1L << 60) + ((long) others.size() << 50) + Math.min(lost, 1L << 49);
    }

    private static List<Cell> rectangle(Cell cell, Cell corner) {
        return List.of(cell, corner, new Cell(cell.row(), corner.column()), new Cell(corner.row(), cell.column()));
    }

    private Stream<Cell> cells() {
        return IntStream.range(0, table.rows().size())
                .boxed()
                .flatMap(row -> IntStream.range(0, table.columns().size()).mapToObj(it -> new Cell(row, it)));
    }

    private long number(Cell cell) {
        return table.at(cell.row(), cell.column());
    }
}
