package org.comity.commons.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.comity.commons.figures.HidingSmallCells.Cell;
import org.comity.commons.figures.HidingSmallCells.Safe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An attacker who reads all totals and all shown cells, and tries every table that fits them, learns no hidden cell. */
class HidingSmallCellsTest {

    private static final long SEED = 20_261_128;

    static LongStream seeds() {
        return LongStream.range(SEED, SEED + 400);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void no_hidden_cell_can_be_computed_from_what_is_shown(long seed) {
        var played = Played.of(seed);
        int least = played.least();

        played.safe().ifPresent(it -> {
            each(it.table())
                    .forEach(cell -> assertThat(it.hidden().contains(cell)
                                    || it.table().at(cell.row(), cell.column()) == 0
                                    || it.table().at(cell.row(), cell.column()) >= least)
                            .as("a small cell is shown: seed %d, %s", seed, it)
                            .isTrue());
            var possible = possible(it);
            assertThat(it.hidden())
                    .allSatisfy(cell -> assertThat(possible.get(cell))
                            .as("worked out: seed %d, %s", seed, it)
                            .hasSizeGreaterThan(1));
            IntStream.range(0, it.table().rows().size())
                    .forEach(row -> assertThat(it.table().total(row))
                            .satisfiesAnyOf(
                                    total -> assertThat(total).isZero(),
                                    total -> assertThat(total).isGreaterThanOrEqualTo(least)));
        });
    }

    /** Else the test above could hold of tables that nobody is shown. */
    @Test
    void most_of_these_tables_are_shown_and_most_of_those_with_something_hidden() {
        var shown = seeds().mapToObj(Played::of)
                .map(Played::safe)
                .flatMap(Optional::stream)
                .toList();

        assertThat(shown).hasSizeGreaterThan(200);
        assertThat(shown).filteredOn(it -> !it.hidden().isEmpty()).hasSizeGreaterThan(100);
    }

    /** A table by chance, and what of it is shown. */
    private record Played(int least, Optional<Safe> safe) {

        static Played of(long seed) {
            var random = new Random(seed);
            int rows = 2 + random.nextInt(2);
            int columns = 2 + random.nextInt(2);
            int least = 2 + random.nextInt(4);
            var cells = new long[rows][columns];
            for (var row : cells) Arrays.setAll(row, it -> random.nextInt(3) == 0 ? 0 : random.nextInt(7));
            return new Played(least, HidingSmallCells.of(table(cells), least));
        }
    }

    @Test
    void a_table_without_small_cells_is_shown_whole() {
        var safe = HidingSmallCells.of(table(new long[][] {{5, 0}, {7, 12}}), 5).orElseThrow();

        assertThat(safe.hidden()).isEmpty();
        assertThat(safe.table().total()).isEqualTo(24);
    }

    @Test
    void one_small_cell_takes_three_others_with_it() {
        var safe = HidingSmallCells.of(table(new long[][] {{2, 40, 50}, {30, 20, 60}, {70, 80, 90}}), 5)
                .orElseThrow();

        assertThat(safe.hidden()).hasSize(4).contains(new Cell(0, 0));
    }

    @Test
    void rows_with_a_small_total_are_put_together_and_a_small_table_is_not_shown() {
        var safe = HidingSmallCells.of(table(new long[][] {{1, 1}, {20, 30}, {9, 8}}), 5)
                .orElseThrow();
        assertThat(safe.table().rows()).containsExactly(List.of("0", "2"), List.of("1"));
        assertThat(safe.table().total()).isEqualTo(69);

        assertThat(HidingSmallCells.of(table(new long[][] {{1, 0}, {0, 2}}), 5)).isEmpty();
        assertThat(HidingSmallCells.of(table(new long[][] {{0, 0}, {0, 0}}), 5)).isPresent();
    }

    @Test
    void what_has_nothing_beside_it_is_told_as_a_total_alone() {
        var safe = HidingSmallCells.of(table(new long[][] {{2, 40}}), 5).orElseThrow();

        assertThat(safe.table().columns()).containsExactly(List.of("0", "1"));
        assertThat(safe.table().at(0, 0)).isEqualTo(42);
    }

    private static CountTable table(long[][] cells) {
        return CountTable.of(
                IntStream.range(0, cells.length).mapToObj(String::valueOf).toList(),
                IntStream.range(0, cells[0].length).mapToObj(String::valueOf).toList(),
                cells);
    }

    private static List<Cell> each(CountTable table) {
        var cells = new ArrayList<Cell>();
        for (int row = 0; row < table.rows().size(); row++) {
            for (int column = 0; column < table.columns().size(); column++) cells.add(new Cell(row, column));
        }
        return cells;
    }

    /** Every number that each hidden cell can have, by trying all tables with these totals and these shown cells. */
    private static Map<Cell, Set<Long>> possible(Safe safe) {
        var found = new HashMap<Cell, Set<Long>>();
        var hidden = safe.hidden().stream()
                .sorted((a, b) -> a.row() != b.row() ? a.row() - b.row() : a.column() - b.column())
                .toList();
        var rows = new long[safe.table().rows().size()];
        var columns = new long[safe.table().columns().size()];
        for (var cell : hidden) {
            rows[cell.row()] += safe.table().at(cell.row(), cell.column());
            columns[cell.column()] += safe.table().at(cell.row(), cell.column());
        }
        tried(hidden, 0, rows, columns, new ArrayList<>(), found);
        return found;
    }

    private static void tried(
            List<Cell> hidden, int at, long[] rows, long[] columns, List<Long> chosen, Map<Cell, Set<Long>> found) {
        if (at == hidden.size()) {
            if (Arrays.stream(rows).allMatch(it -> it == 0)
                    && Arrays.stream(columns).allMatch(it -> it == 0)) {
                for (int i = 0; i < at; i++) {
                    found.computeIfAbsent(hidden.get(i), _ -> new HashSet<>()).add(chosen.get(i));
                }
            }
            return;
        }
        var cell = hidden.get(at);
        boolean lastOfRow = at + 1 == hidden.size() || hidden.get(at + 1).row() != cell.row();
        long most = Math.min(rows[cell.row()], columns[cell.column()]);
        for (long n = lastOfRow ? rows[cell.row()] : 0; n <= most; n++) {
            rows[cell.row()] -= n;
            columns[cell.column()] -= n;
            chosen.add(n);
            tried(hidden, at + 1, rows, columns, chosen, found);
            chosen.removeLast();
            rows[cell.row()] += n;
            columns[cell.column()] += n;
        }
    }
}
