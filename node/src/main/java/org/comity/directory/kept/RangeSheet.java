package org.comity.directory.kept;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.comity.directory.NotedRange;
import org.comity.directory.ProviderRanges;
import org.comity.directory.ProviderRanges.TypedRanges;
import org.comity.directory.RangeChanges.WrongRow;
import org.comity.sheet.HarmlessCell;
import org.comity.sheet.SheetHeader;
import org.comity.sheet.SheetLimits;
import org.comity.sheet.SheetReading;
import org.comity.ui.TypedText;
import org.jspecify.annotations.Nullable;

/** Reads rows of ranges: each becomes a range with its source and day, or says what is wrong with it. */
record RangeSheet(SpecialRanges special, LocalDate today) {

    static final List<String> COLUMNS = List.of("range", "source", "day");

    private static final SheetLimits LIMITS =
            new SheetLimits(400_000, 4_000_000, ProviderRanges.MOST_ROWS, COLUMNS.size(), 300);
    private static final int LONGEST_SOURCE = 200;

    /** Before a range that is to be taken away. */
    private static final String AWAY = "-";

    record Row(RangeText range, String source, LocalDate day) {}

    /** @param row its number in the file, from 1 */
    record Away(int row, RangeText range) {}

    /** @param away what is to be taken away */
    record Sheet(List<Row> rows, List<Away> away, List<WrongRow> wrong) {}

    /** What a file holds, as rows that are typed. */
    static String text(byte[] file) {
        return written(new SheetReading(LIMITS).read(file).stream());
    }

    static String file(Stream<NotedRange> ranges) {
        return written(Stream.concat(
                Stream.of(COLUMNS),
                ranges.map(it -> List.of(
                        HarmlessCell.of(it.shown()),
                        HarmlessCell.of(it.source()),
                        it.day().toString()))));
    }

    private static String written(Stream<List<String>> rows) {
        var text = new StringBuilder();
        try (var csv = new CSVPrinter(text, CSVFormat.RFC4180)) {
            for (var row : rows.toList()) csv.printRecord(row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    Sheet read(TypedRanges typed) {
        if (typed.rows().isBlank()) return new Sheet(List.of(), List.of(), List.of(whole("empty")));
        var rows = new SheetReading(LIMITS).read(typed.rows().getBytes(UTF_8));
        var header = SheetHeader.of(rows);
        boolean named = header.names().contains(COLUMNS.getFirst());
        var columns = named ? header : new SheetHeader(COLUMNS);
        var right = new ArrayList<Row>();
        var away = new ArrayList<Away>();
        var wrong = new ArrayList<WrongRow>();
        var seen = new HashSet<RangeText>();
        for (int i = named ? 1 : 0; i < rows.size(); i++) {
            if (rows.get(i).stream().allMatch(String::isBlank)) continue;
            var text = HarmlessCell.read(columns.cell("range", rows.get(i)));
            if (text.startsWith(AWAY)) {
                var gone = RangeText.noted(text.substring(AWAY.length()));
                if (gone.range() == null)
                    wrong.add(new WrongRow(i + 1, text, gone.why() == null ? "form" : gone.why(), gone.meant()));
                else if (!seen.add(gone.range())) wrong.add(new WrongRow(i + 1, text, "twice", ""));
                else away.add(new Away(i + 1, gone.range()));
                continue;
            }
            var reading = RangeText.noted(text);
            var source = or(HarmlessCell.read(columns.cell("source", rows.get(i))), typed.source());
            var day = TypedText.day(or(columns.cell("day", rows.get(i)), typed.day()))
                    .filter(it -> !it.isAfter(today))
                    .orElse(null);
            var why = why(reading, seen, source, day);
            if (why != null || reading.range() == null || day == null) {
                wrong.add(new WrongRow(i + 1, text, why == null ? "form" : why, reading.meant()));
            } else {
                right.add(new Row(reading.range(), source, day));
            }
        }
        if (rows.size() - (named ? 1 : 0) > ProviderRanges.MOST_ROWS) wrong.addFirst(whole("too-many"));
        if (right.isEmpty() && away.isEmpty() && wrong.isEmpty()) wrong.add(whole("empty"));
        return new Sheet(List.copyOf(right), List.copyOf(away), List.copyOf(wrong));
    }

    private @Nullable String why(
            RangeText.Reading reading, HashSet<RangeText> seen, String source, @Nullable LocalDate day) {
        var range = reading.range();
        if (range == null) return reading.why();
        if (special.of(range).isPresent()) return "special";
        if (!seen.add(range)) return "twice";
        if (source.isEmpty() || source.length() > LONGEST_SOURCE) return "source";
        return day == null ? "day" : null;
    }

    private static WrongRow whole(String why) {
        return new WrongRow(0, "", why, "");
    }

    private static String or(String said, String otherwise) {
        return said.isEmpty() ? TypedText.line(otherwise) : said;
    }
}
