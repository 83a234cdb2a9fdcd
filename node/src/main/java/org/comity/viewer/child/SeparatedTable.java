package org.comity.viewer.child;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads a table whose cells are divided by comma, semicolon or tabulator, whichever the first line holds most of.
 */
final class SeparatedTable {

    private static final int LOOK = 8192;
    private static final int MOST_CELLS = 60;

    private SeparatedTable() {}

    static void render(InputStream plain, int page, WritingFrames frames) throws IOException {
        var in = new BufferedInputStream(plain, LOOK);
        var format = CSVFormat.Builder.create()
                .setDelimiter(delimiter(in))
                .setQuote('"')
                .setIgnoreEmptyLines(true)
                .setLenientEof(true)
                .setTrailingData(true)
                .get();
        long first = (long) page * Render.ROWS;
        try (var parser = format.parse(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (CSVRecord each : parser) {
                long n = each.getRecordNumber() - 1;
                if (n >= first + Render.ROWS) {
                    frames.note("more");
                    return;
                }
                if (n >= first) {
                    frames.row(each.stream().limit(MOST_CELLS).toList());
                    if (n == first && each.size() > MOST_CELLS) frames.note("columns-cut");
                }
            }
        }
    }

    private static char delimiter(BufferedInputStream in) throws IOException {
        in.mark(LOOK);
        var start = new String(in.readNBytes(LOOK / 2), StandardCharsets.UTF_8);
        in.reset();
        var line = start.lines().findFirst().orElse("");
        char most = ',';
        for (char each : new char[] {';', '\t'}) {
            if (count(line, each) > count(line, most)) most = each;
        }
        return most;
    }

    private static long count(String line, char what) {
        return line.chars().filter(it -> it == what).count();
    }
}
