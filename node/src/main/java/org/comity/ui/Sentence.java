package org.comity.ui;

import java.util.ArrayList;
import java.util.List;

/** A sentence turned into HTML: its own text escaped and isolated, its HTML values put back whole. */
final class Sentence {

    private static final char OPEN = '\uE000';

    private Sentence() {}

    static SafeHtml of(Page page, String key, Object... named) {
        List<String> kept = new ArrayList<>();
        var values = named.clone();
        for (int i = 1; i < values.length; i += 2) {
            if (values[i] instanceof SafeHtml safe) {
                values[i] = mark(kept.size());
                kept.add(safe.html());
            }
        }
        var html = SafeHtml.isolated(page.t(key, values));
        for (int i = 0; i < kept.size(); i++) {
            html = html.replace(mark(i), kept.get(i));
        }
        return new SafeHtml(html);
    }

    private static String mark(int number) {
        return String.valueOf((char) (OPEN + number));
    }
}
