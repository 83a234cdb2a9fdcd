package org.comity.cooperation.paper;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipInputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.comity.ui.TypedText;
import org.springframework.stereotype.Component;

/** Reads a spreadsheet into rows of text: CSV (comma or semicolon, UTF-8) or the first sheet of an XLSX file. */
@Component
class ReadingSpreadsheet {

    private static final int MOST_COLUMNS = 40;
    private static final int MOST_PARTS = 200;
    private static final int LONGEST_CELL = 8000;

    private final PaperLimits limits;

    ReadingSpreadsheet(PaperLimits limits) {
        this.limits = limits;
    }

    List<List<String>> read(byte[] content) {
        if (content.length == 0 || content.length > limits.largestSheet().toBytes()) {
            throw PaperRefused.file("size");
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
                for (int i = 0; i < Math.min(MOST_COLUMNS, Math.max(0, row.getLastCellNum())); i++) {
                    cells.add(cell(row.getCell(i)));
                }
                rows.add(cells);
            }
            return rows;
        } catch (IOException | RuntimeException notASheet) {
            throw PaperRefused.file("type");
        }
    }

    private static String cell(@org.jspecify.annotations.Nullable Cell cell) {
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
        long left = limits.largestUnpacked().toBytes();
        int parts = 0;
        var buffer = new byte[8192];
        try (var zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            while (zip.getNextEntry() != null) {
                if (++parts > MOST_PARTS) {
                    throw PaperRefused.file("size");
                }
                for (int n = zip.read(buffer); n >= 0; n = zip.read(buffer)) {
                    left -= n;
                    if (left < 0) {
                        throw PaperRefused.file("size");
                    }
                }
            }
        } catch (IOException broken) {
            throw PaperRefused.file("type");
        }
    }

    private List<List<String>> csv(String text) {
        var plain = text.startsWith("\ufeff") ? text.substring(1) : text;
        var first = plain.lines().findFirst().orElse("");
        char separator = first.chars().filter(it -> it == ';').count()
                        > first.chars().filter(it -> it == ',').count()
                ? ';'
                : ',';
        var rows = new ArrayList<List<String>>();
        var row = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < plain.length() && rows.size() <= limits.mostRows() + 1; i++) {
            char c = plain.charAt(i);
            if (quoted && c == '"' && i + 1 < plain.length() && plain.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && c == separator) {
                add(row, cell);
            } else if (!quoted && c == '\n') {
                add(row, cell);
                rows.add(List.copyOf(row));
                row.clear();
            } else if (c != '\r') {
                cell.append(c);
            }
        }
        if (!row.isEmpty() || !cell.isEmpty()) {
            add(row, cell);
            rows.add(List.copyOf(row));
        }
        return rows;
    }

    private static void add(List<String> row, StringBuilder cell) {
        if (row.size() < MOST_COLUMNS) {
            row.add(limited(cell.toString()));
        }
        cell.setLength(0);
    }

    /** Longer than any field may be; {@link PastRequest} refuses what was not cut short enough. */
    private static String limited(String text) {
        var plain = TypedText.clean(text);
        return plain.substring(0, Math.min(LONGEST_CELL, plain.length()));
    }

    private static String text(byte[] content) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException notText) {
            throw PaperRefused.file("type");
        }
    }
}
