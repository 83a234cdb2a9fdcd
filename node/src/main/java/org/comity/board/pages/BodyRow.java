package org.comity.board.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One line of a body of any form, for a page that knows only boards. */
public record BodyRow(String name, String value) {

    private static final int MOST = 60;
    private static final int LONGEST = 2_000;
    private static final Set<String> SHOWN_ELSEWHERE = Set.of("title", "kind");

    static List<BodyRow> of(@Nullable Map<String, Object> body) {
        var rows = new ArrayList<BodyRow>();
        if (body != null) {
            var rest = new TreeMap<>(body);
            rest.keySet().removeAll(SHOWN_ELSEWHERE);
            add(rows, "", rest);
        }
        return List.copyOf(rows);
    }

    private static void add(List<BodyRow> rows, String name, @Nullable Object value) {
        if (rows.size() >= MOST || value == null) return;
        switch (value) {
            case Map<?, ?> map -> map.forEach((key, each) -> add(rows, below(name, key.toString()), each));
            case List<?> list -> {
                for (int i = 0; i < list.size(); i++) add(rows, below(name, Integer.toString(i + 1)), list.get(i));
            }
            default -> {
                var text = value.toString();
                if (!text.isEmpty()) {
                    rows.add(new BodyRow(name, text.length() > LONGEST ? text.substring(0, LONGEST) + " …" : text));
                }
            }
        }
    }

    private static String below(String name, String part) {
        return name.isEmpty() ? part : name + " · " + part;
    }
}
