package org.comity.site;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.comity.site.PublicPageView.Entry;
import org.comity.site.PublicPageView.Shelf;
import org.comity.ui.Page;
import org.comity.ui.PagesForTests;
import org.comity.vocabulary.TrafficLight;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The fullest page that can be drawn, with all that it loads, unpacked: at most 60 KB, and no script. */
class PublicPageSizeTest {

    private static final int LARGEST = 60 * 1024;
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final LocalDate DAY = LocalDate.parse("2026-11-24");
    private static final Pattern LOADED = Pattern.compile("(?:href|src)=\"(/assets/[^\"]+)\"");

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);

    private final List<Shelf> shelves = List.of(new Shelf("treaty", 1_000), new Shelf("needs", 1_000));

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void the_fullest_page_of_each_kind_is_light_and_loads_no_script(String language) {
        var page = language.equals("ar") ? PagesForTests.arabic(NOON) : PagesForTests.english(NOON);
        var title = (language.equals("ar") ? "قاضٍ " : "Judge ").repeat(100);
        var entries = IntStream.range(0, 500)
                .mapToObj(it -> new Entry("needs", item("XA-2026-00000" + it, title)))
                .toList();
        var facts = List.of(
                PublicItem.Part.written("treaty.force.from", "2026-06-05"),
                PublicItem.Part.written("treaty.force.counted", "40"),
                PublicItem.Part.written("treaty.force.needed", "40"));
        var view = PublicPageView.of(shelves, "needs", entries, "", 2);
        var parties = new PublicTable(
                "treaty.actions",
                List.of("treaty.order"),
                List.of(
                        "treaty.party",
                        "treaty.step.signature",
                        "treaty.instrument",
                        "public.treaty.day",
                        "treaty.in-force"),
                IntStream.range(0, 195)
                        .mapToObj(it -> List.of(
                                "State of a long name " + it, "2025-10-25", "Ratification", "2026-02-03", "2026-06-05"))
                        .toList());
        var text = PublicText.pages(List.of(PublicItem.Part.written("public.needs.why", "ق".repeat(60_000))), language);

        light(drawn("publichome", page, Map.of("view", view, "facts", facts)));
        light(drawn("publicshelf", page, Map.of("view", view, "facts", facts, "tables", List.of(parties.page(1)))));
        light(drawn(
                "publicsearch",
                page,
                Map.of("view", PublicPageView.of(shelves, "search", entries, "a".repeat(100), 1))));
        light(drawn("publicitem", page, Map.of("view", view, "item", item("a", title), "pieces", text.getFirst())));
    }

    private void light(String html) {
        int size = html.getBytes(StandardCharsets.UTF_8).length;
        for (var loaded = LOADED.matcher(html); loaded.find(); ) {
            size += bytes(loaded.group(1));
        }
        assertThat(size).as("bytes of %.80s", html).isLessThanOrEqualTo(LARGEST);
        assertThat(html)
                .doesNotContain("<script", " style=", " onclick")
                .doesNotContainPattern("[> ](?:public|treaty)\\.[a-z]")
                .contains("<main id=\"main\"", "lang=");
    }

    private static int bytes(String asset) {
        try (var in = Objects.requireNonNull(PublicPageSizeTest.class.getResourceAsStream("/static" + asset), asset)) {
            return in.readAllBytes().length;
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private String drawn(String template, Page page, Map<String, Object> model) {
        var out = new StringOutput();
        var all = new java.util.HashMap<>(model);
        all.put("page", page);
        all.put("wrong", new WrongHere("desk@secretariat.example", "+41 22 000 00 00"));
        templates.render("site/" + template + ".jte", all, out);
        return out.toString();
    }

    private static PublicItem item(String id, String title) {
        var articles = new ArrayList<String>(List.of("25", "42", "53", "54", "56"));
        return new PublicItem(id, TrafficLight.CLEAR, Map.of("", title), DAY, "XA", articles, List.of());
    }
}
