package org.comity.sealing.letter;

import java.util.List;
import org.comity.sealing.OfficialLetter.Table;

/**
 * Writes a table of a letter into its page: heads that are heads for whoever has it read aloud. What lays out the page puts
 * columns from left to right in every language, so in one from right to left they are written in reverse.
 */
final class OfficialTable {

    /** Rows of a table that is not broken over two pages; a longer one repeats its heads. */
    private static final int MOST_WHOLE = 20;

    private OfficialTable() {}

    static void write(Markup page, Table table, boolean rightToLeft) {
        page.raw("<table class=\"rows%s\"><thead><tr>".formatted(table.rows().size() <= MOST_WHOLE ? " whole" : ""));
        ordered(table.heads(), rightToLeft)
                .forEach(it ->
                        page.raw("<th scope=\"col\">").text(it, rightToLeft).raw("</th>"));
        page.raw("</tr></thead><tbody>");
        for (var row : table.rows()) {
            page.raw("<tr>");
            ordered(row, rightToLeft).forEach(it -> page.line("td", "", it, rightToLeft));
            page.raw("</tr>");
        }
        page.raw("</tbody></table>");
    }

    private static List<String> ordered(List<String> cells, boolean rightToLeft) {
        return rightToLeft ? cells.reversed() : cells;
    }
}
