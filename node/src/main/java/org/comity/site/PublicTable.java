package org.comity.site;

import java.time.LocalDate;
import java.util.List;
import org.comity.ui.Page;
import org.jspecify.annotations.Nullable;

/**
 * A table on a public shelf.
 *
 * @param title key of its name
 * @param about keys of sentences under it
 * @param columns keys of their names
 * @param rows cells as they are read; a day is written {@code 2027-04-02} and shown as the page shows days
 */
public record PublicTable(String title, List<String> about, List<String> columns, List<List<String>> rows) {

    public PublicTable {
        about = List.copyOf(about);
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    static final int PER_PAGE = 60;

    boolean moreThan(int page) {
        return rows.size() > page * PER_PAGE;
    }

    /** The same with the rows of one page, from 1. */
    PublicTable page(int number) {
        int from = Math.min(rows.size(), (number - 1) * PER_PAGE);
        return new PublicTable(title, about, columns, rows.subList(from, Math.min(rows.size(), from + PER_PAGE)));
    }

    /** The language of what is shown, where it is said and is not that of the page. */
    public static @Nullable String other(Page page, String language) {
        return language.isEmpty() || language.equals(page.lang()) ? null : language;
    }

    /** A cell or a fact as this page shows it. */
    public static String shown(Page page, String cell) {
        return cell.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}") ? page.day(LocalDate.parse(cell)) : cell;
    }
}
