package org.comity.convention.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes the text of a document apart by article. Headings count in ascending order only, so that a table of contents, a
 * cross-reference or a note at the end is no article.
 */
record SplittingIntoArticles(Headings headings) {

    private static final int MOST_LINES_OF_A_HEADER = 8;

    /** By number, in order; each with its title first and then its paragraphs. */
    Map<Integer, List<String>> articles(List<List<String>> pages) {
        var lines = withoutHeaders(pages);
        Map<Integer, List<String>> best = Map.of();
        for (int start = 0; start < lines.size(); start++) {
            if (headings.article(lines.get(start)).orElse(0) == 1) {
                var found = from(lines.subList(start, lines.size()));
                if (found.size() > best.size() || found.size() == best.size() && length(found) > length(best)) {
                    best = found;
                }
            }
        }
        return best;
    }

    private Map<Integer, List<String>> from(List<String> lines) {
        var articles = new LinkedHashMap<Integer, List<String>>();
        var text = new ArrayList<String>();
        boolean inside = false;
        for (var line : lines) {
            var number = headings.article(line);
            if (number.isPresent() && number.getAsInt() == articles.size() + 1) {
                text = new ArrayList<>();
                articles.put(number.getAsInt(), text);
                inside = true;
            } else if (number.isPresent() || headings.between(line)) {
                inside = false;
            } else if (inside) {
                add(text, line);
            }
        }
        return articles;
    }

    /** A line goes on with the paragraph before it, unless it begins one; the first stays alone while it is the title. */
    private void add(List<String> text, String line) {
        if (text.isEmpty() || headings.paragraph(line)) {
            text.add(line);
        } else {
            var before = text.removeLast();
            text.add(before.endsWith("-") && !before.endsWith(" -") ? before + line : before + " " + line);
        }
    }

    /** Headers and footers: what stands at the top or foot of many pages, whatever number it bears. */
    private List<String> withoutHeaders(List<List<String>> pages) {
        var seen = new HashMap<String, Integer>();
        for (var page : pages) {
            edges(page).stream()
                    .map(SplittingIntoArticles::numberless)
                    .distinct()
                    .forEach(it -> seen.merge(it, 1, Integer::sum));
        }
        // Heads of left and right pages differ, so each stands on about half of them.
        int often = Math.max(3, 2 * pages.size() / 5);
        var lines = new ArrayList<String>();
        for (var page : pages) {
            int from = 0;
            int to = page.size();
            while (from < Math.min(to, MOST_LINES_OF_A_HEADER) && repeats(page.get(from), seen, often)) {
                from++;
            }
            while (to > Math.max(from, page.size() - MOST_LINES_OF_A_HEADER)
                    && repeats(page.get(to - 1), seen, often)) {
                to--;
            }
            lines.addAll(page.subList(from, to));
        }
        return lines;
    }

    private boolean repeats(String line, Map<String, Integer> seen, int often) {
        return headings.article(line).isEmpty()
                && !headings.paragraph(line)
                && seen.getOrDefault(numberless(line), 0) >= often;
    }

    private static List<String> edges(List<String> page) {
        int shown = Math.min(MOST_LINES_OF_A_HEADER, page.size());
        var edges = new ArrayList<>(page.subList(0, shown));
        edges.addAll(page.subList(Math.max(shown, page.size() - MOST_LINES_OF_A_HEADER), page.size()));
        return edges;
    }

    private static String numberless(String line) {
        return line.replaceAll("[0-9]+(?:[-/][0-9]+)*", "#");
    }

    private static int length(Map<Integer, List<String>> articles) {
        return articles.values().stream()
                .flatMap(List::stream)
                .mapToInt(String::length)
                .sum();
    }
}
