package org.comity.commons.kept;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.comity.sheet.ShippedTable;
import org.comity.site.PublicTable;

/** Tells which articles of other conventions speak of the same, as {@code commons/articles-elsewhere.csv} says. */
final class ArticlesElsewhere {

    static final List<String> INSTRUMENTS = List.of("budapest", "untoc", "uncac", "arab", "malabo");

    private ArticlesElsewhere() {}

    static PublicTable table() {
        var rows = new TreeMap<Integer, List<String>>();
        for (var it : ShippedTable.rows("/commons/articles-elsewhere.csv")) {
            var row = rows.computeIfAbsent(Integer.valueOf(it.get("article")), ArticlesElsewhere::empty);
            row.set(1 + INSTRUMENTS.indexOf(it.get("instrument")), it.get("there"));
        }
        var columns = new ArrayList<String>();
        columns.add("public.article");
        INSTRUMENTS.forEach(it -> columns.add("public.elsewhere." + it));
        return new PublicTable(
                "public.elsewhere",
                List.of("public.elsewhere.about"),
                columns,
                rows.values().stream().map(List::copyOf).toList());
    }

    private static List<String> empty(Integer article) {
        var row = new ArrayList<String>();
        row.add(article.toString());
        INSTRUMENTS.forEach(_ -> row.add(""));
        return row;
    }
}
