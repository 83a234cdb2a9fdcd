package org.comity.sheet;

import java.util.Map;
import org.comity.vocabulary.RuleBroken;

/** A file that is no spreadsheet, or too large a one. */
public final class SheetRefused extends RuleBroken {

    private SheetRefused(String code) {
        super(code, Map.of());
    }

    static SheetRefused tooLarge() {
        return new SheetRefused("sheet.file-size");
    }

    static SheetRefused unreadable() {
        return new SheetRefused("sheet.file-type");
    }
}
