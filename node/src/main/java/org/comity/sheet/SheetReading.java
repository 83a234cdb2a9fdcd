package org.comity.sheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.comity.ui.TypedText;
import org.comity.vocabulary.CutText;

/**
 * Reads a spreadsheet into rows of text: CSV (comma or semicolon, UTF-8) or the first sheet of an XLSX file. Formulas are not
 * computed and come out empty.
 */
public record SheetReading(SheetLimits limits) {

    private static final int MOST_PARTS = 200;

    /** @throws SheetRefused if it is none, or larger than is taken */
    public List<List<String>> read(byte[] content) {
        if (content.length == 0 || content.length > limits.largest()) {
            throw SheetRefused.tooLarge();
        }
        return content.length > 1 && content[0] == 'P' && content[1] == 'K' ? xlsx(content) : csv(text(content));
    }

    private List<List<String>> xlsx(byte[] content) {
        unpacksWithinLimits(content);
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(content))) {
            var rows = new ArrayList<List<String>>();
            for (Row row : book.getSheetAt(0)) {
                if (rows.size() > limits.mostRows() + 1) {
                    break;
                }
                var cells = new ArrayList<String>();
                for (int i = 0; i < Math.min(limits.mostColumns(), Math.max(0, row.getLastCellNum())); i++) {
                    cells.add(cell(row.getCell(i)));
                }
                rows.add(cells);
            }
            return rows;
        } catch (IOException | RuntimeException notASheet) {
            throw SheetRefused.unreadable();
        }
    }

    private String cell(@org.jspecify.annotations.Nullable Cell cell) {
        if (cell == null) {
            return "";
        }
        if (cell.getCellType() == CellType.NUMERIC && DateUtil.isCellDateFormatted(cell)) {
            return cell.getLocalDateTimeCellValue().toLocalDate().toString();
        }
        return cell.getCellType() == CellType.FORMULA ? "" : limited(new DataFormatter().formatCellValue(cell));
    }

    /** Counts what a zip file holds before anything is parsed. */
    private void unpacksWithinLimits(byte[] content) {
        long left = limits.largestUnpacked();
        int parts = 0;
        var buffer = new byte[8192];
        try (var zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            while (zip.getNextEntry() != null) {
                if (++parts > MOST_PARTS) {
                    throw SheetRefused.tooLarge();
                }
                for (int n = zip.read(buffer); n >= 0; n = zip.read(buffer)) {
                    left -= n;
                    if (left < 0) {
                        throw SheetRefused.tooLarge();
                    }
                }
            }
        } catch (IOException broken) {
            throw SheetRefused.unreadable();
        }
    }

    private List<List<String>> csv(String text) {
        var plain = text.startsWith("\ufeff") ? text.substring(1) : text;
        var first = plain.lines().findFirst().orElse("");
        char separator = first.chars().filter(it -> it == ';').count()
                        > first.chars().filter(it -> it == ',').count()
                ? ';'
                : ',';
        var format = CSVFormat.Builder.create()
                .setDelimiter(separator)
                .setQuote('"')
                .setLenientEof(true)
                .setTrailingData(true)
                .get();
        try (var parser = format.parse(new StringReader(plain))) {
            return parser.stream()
                    .limit(limits.mostRows() + 2L)
                    .map(row -> row.stream()
                            .limit(limits.mostColumns())
                            .map(this::limited)
                            .toList())
                    .toList();
        } catch (IOException | UncheckedIOException broken) {
            throw SheetRefused.unreadable();
        }
    }

    private String limited(String text) {
        var plain = TypedText.clean(text);
        return CutText.to(plain, limits.longestCell());
    }

    private static String text(byte[] content) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException notText) {
            throw SheetRefused.unreadable();
        }
    }
}
