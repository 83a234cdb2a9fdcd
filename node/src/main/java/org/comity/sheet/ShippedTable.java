package org.comity.sheet;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** Reads a table that the program ships: CSV by RFC 4180, whose first line names the columns. */
public final class ShippedTable {

    private ShippedTable() {}

    /** @param path among the program's resources, e.g. {@code /capacity/kinds.csv} */
    public static List<CSVRecord> rows(String path) {
        var format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var in = new InputStreamReader(
                        Objects.requireNonNull(ShippedTable.class.getResourceAsStream(path), path), UTF_8);
                var parser = format.parse(in)) {
            return parser.getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
