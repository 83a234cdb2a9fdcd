package org.comity.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.comity.ui.Page;
import org.comity.ui.PagesForTests;

/**
 * Checks that a page of boards, which knows no publisher, says what one publishes in words: each key, and each choice of a
 * few. Every publisher is tested with it.
 */
public final class BoardWords {

    private static final Instant NOW = Instant.parse("2026-11-28T09:00:00Z");

    /** A choice of a few, or several, as a program names it: one word, longer than the code of a language or a State. */
    private static final String CHOICE = "[a-z]{3,}(-[a-z]+)*(, [a-z]{3,}(-[a-z]+)*)*|[A-Z]{3,}";

    private BoardWords() {}

    /** @param typed keys under which somebody typed one small word, which no list of choices holds */
    public static void hold(Map<String, ?> body, String... typed) {
        for (var page : List.of(PagesForTests.english(NOW), PagesForTests.arabic(NOW))) {
            assertThat(BodyRow.of(Map.copyOf(body))).isNotEmpty().allSatisfy(it -> holds(it, page, Set.of(typed)));
        }
    }

    private static void holds(BodyRow row, Page page, Set<String> typed) {
        var called = List.of(row.called(page).split(" · "));
        row.path().stream()
                .filter(it -> !it.matches("\\d+"))
                .forEach(it -> assertThat(called)
                        .as("%s in %s", row.path(), page.lang())
                        .doesNotContain(it));
        // An English word may be the one that programs use.
        boolean english = page.lang().equals("en");
        if (!english && row.value().matches(CHOICE) && row.path().stream().noneMatch(typed::contains)) {
            assertThat(row.said(page).toString())
                    .as("%s in %s", row.path(), page.lang())
                    .isNotEqualTo(row.value());
        }
    }
}
