package org.comity.paper;

import java.util.List;
import org.comity.sheet.SheetLimits;
import org.comity.sheet.SheetReading;
import org.comity.sheet.SheetRefused;
import org.springframework.stereotype.Component;

/** Reads a file of past requests within the limits for what comes on paper. */
@Component
class ReadingSpreadsheet {

    private static final int MOST_COLUMNS = 40;

    /** Longer than any field may be; {@link PastRequest} refuses what was not cut short enough. */
    private static final int LONGEST_CELL = 8000;

    private final SheetReading sheets;

    ReadingSpreadsheet(PaperLimits limits) {
        this.sheets = new SheetReading(new SheetLimits(
                limits.largestSheet().toBytes(),
                limits.largestUnpacked().toBytes(),
                limits.mostRows(),
                MOST_COLUMNS,
                LONGEST_CELL));
    }

    List<List<String>> read(byte[] content) {
        try {
            return sheets.read(content);
        } catch (SheetRefused refused) {
            throw PaperRefused.file(refused.code().endsWith("size") ? "size" : "type");
        }
    }
}
