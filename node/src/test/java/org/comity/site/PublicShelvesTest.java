package org.comity.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.comity.ui.Language;
import org.comity.ui.Words;
import org.comity.ui.words.WordsForTests;
import org.comity.vocabulary.ParticipantKind;
import org.comity.vocabulary.SharingChannel;
import org.comity.vocabulary.TrafficLight;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class PublicShelvesTest {

    private static final LocalDate DAY = LocalDate.parse("2026-11-24");

    private final List<PublicItem> items = new ArrayList<>();
    private final Map<String, String> moved = new HashMap<>();
    private final PublicShelf shelf = new PublicShelf() {
        @Override
        public String name() {
            return "practices";
        }

        @Override
        public int place() {
            return 1;
        }

        @Override
        public List<PublicItem> items() {
            return items;
        }

        @Override
        public Optional<String> moved(String before) {
            return Optional.ofNullable(moved.get(before));
        }
    };

    private final PublicSiteSettings settings = new PublicSiteSettings(
            true,
            URI.create("https://secretariat.example/"),
            Duration.ZERO,
            1_000_000,
            20,
            URI.create("https://licence.example"));
    private final NamesOfStates names = mock(NamesOfStates.class);
    private final PublicShelves shelves = new PublicShelves(
            provider(), settings, names, Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC));

    @Test
    void a_state_is_named_and_found_by_its_name_and_not_by_its_code_alone() {
        when(names.of("XA")).thenReturn(Map.of("en", "Aldoria", "ar", "ألدوريا"));
        items.add(item("need", TrafficLight.CLEAR, DAY, "Write blockers"));

        assertThat(shelves.items(shelf, SharingChannel.PAGE).getFirst().saidBy("en"))
                .isEqualTo("Aldoria");
        for (var typed : List.of("aldoria", "ألدوريا", "XA")) {
            assertThat(shelves.found(typed)).as(typed).hasSize(1);
        }
    }

    @Test
    void of_too_many_those_are_cut_that_were_put_here_first_however_long_ago_the_others_happened() {
        for (int i = 0; i < PublicShelf.MOST; i++)
            items.add(item("i" + i, TrafficLight.CLEAR, DAY.minusDays(i), "Of a day"));
        items.add(item("old", TrafficLight.CLEAR, LocalDate.parse("1990-01-01"), "Signed")
                .publishedAt(Instant.parse("2026-11-24T09:30:00Z")));

        assertThat(shelves.newest(1, SharingChannel.PAGE))
                .extracting(it -> it.item().id())
                .containsExactly("old");
        assertThat(shelves.items(shelf, SharingChannel.PAGE))
                .hasSize(PublicShelf.MOST)
                .as("listed by the day on which it happened")
                .endsWith(items.getLast());
    }

    @Test
    void what_was_put_here_today_is_new_however_long_ago_it_happened() {
        items.add(item("old", TrafficLight.CLEAR, LocalDate.parse("1990-01-01"), "Signed")
                .publishedAt(Instant.parse("2026-11-24T09:30:00Z")));
        items.add(item("yesterday", TrafficLight.CLEAR, DAY.minusDays(1), "Of yesterday"));

        assertThat(shelves.newest(1, SharingChannel.PAGE))
                .extracting(it -> it.item().id())
                .containsExactly("old");
        assertThat(new String(
                        new PublicFeed(shelves, settings, WordsForTests.load()).write("en"), StandardCharsets.UTF_8))
                .contains("<updated>2026-11-24T09:30:00Z</updated>")
                .doesNotContain("<updated>1990");
    }

    @Test
    void an_address_of_before_leads_to_what_everybody_may_read_and_nowhere_else() throws Exception {
        items.add(item("XB-1-XB-2026-000001", TrafficLight.CLEAR, DAY, "The first"));
        items.add(item("XB-1-XB-2026-000002", TrafficLight.GREEN, DAY, "Not for everybody"));
        moved.put("XB-2026-000001", "XB-1-XB-2026-000001");
        moved.put("XB-2026-000002", "XB-1-XB-2026-000002");
        var directory = mock(Directory.class);
        var self = mock(Participant.class);
        when(self.mail()).thenReturn("");
        when(self.kind()).thenReturn(ParticipantKind.SECRETARIAT);
        when(self.phone()).thenReturn("");
        when(directory.self()).thenReturn(self);
        var pages = MockMvcBuilders.standaloneSetup(new PublicController(shelves, mock(PublicFeed.class), directory))
                .build();

        pages.perform(get("/public/ar/practices/XB-2026-000001"))
                .andExpect(status().isMovedPermanently())
                .andExpect(redirectedUrl("/public/ar/practices/XB-1-XB-2026-000001"));
        for (var unknown : List.of("XB-2026-000002", "XB-2026-000003")) {
            pages.perform(get("/public/ar/practices/" + unknown)).andExpect(status().isNotFound());
        }
    }

    @ParameterizedTest
    @EnumSource(value = TrafficLight.class, names = "CLEAR", mode = EnumSource.Mode.EXCLUDE)
    void nothing_that_is_not_clear_gets_out_by_any_way(TrafficLight label) {
        items.add(item("hidden", label, DAY, "A hidden word"));
        items.add(item("open", TrafficLight.CLEAR, DAY, "An open word"));

        for (var channel : SharingChannel.values()) {
            assertThat(shelves.items(shelf, channel)).extracting(PublicItem::id).containsExactly("open");
            assertThat(shelves.newest(50, channel)).hasSize(1);
        }
        assertThat(shelves.found("hidden")).isEmpty();
        assertThat(shelves.found("word")).hasSize(1);
        assertThat(feed()).contains("An open word").doesNotContain("hidden");
    }

    @ParameterizedTest
    @ValueSource(strings = {"judge phone", "JUGÉ", "القاضي", "قاضٍ", "53-word", "telefon"})
    void every_word_is_sought_in_every_language_whatever_its_accents(String typed) {
        items.add(new PublicItem(
                "duty-judge",
                TrafficLight.CLEAR,
                Map.of("en", "Duty judge by phone", "fr", "Juge de permanence", "ar", "القاضي المناوب: قاضٍ"),
                DAY,
                "XA",
                List.of("25"),
                List.of(PublicItem.Part.written("x", "Telefón 53 word"))));

        assertThat(shelves.found(typed)).hasSize(1);
        assertThat(shelves.found(typed + " elsewhere")).isEmpty();
    }

    @Test
    void no_word_finds_nothing_and_many_finds_are_bounded() {
        for (int i = 0; i < 200; i++) items.add(item("i" + i, TrafficLight.CLEAR, DAY.minusDays(i), "word"));

        assertThat(shelves.found(" -- ")).isEmpty();
        assertThat(shelves.found("word")).hasSize(50);
        assertThat(shelves.newest(3, SharingChannel.PAGE))
                .extracting(it -> it.item().id())
                .containsExactly("i0", "i1", "i2");
    }

    @Test
    void the_feed_is_xml_whatever_somebody_wrote() throws Exception {
        items.add(item("odd", TrafficLight.CLEAR, DAY, "<script>]]>&\u0001\ufffe 😀"));

        var feed = feed();

        var parsed = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(feed.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        assertThat(parsed.getElementsByTagName("entry").getLength()).isEqualTo(1);
        assertThat(parsed.getElementsByTagName("title").item(1).getTextContent())
                .isEqualTo("<script>]]>& 😀");
        assertThat(feed).contains("https://secretariat.example/public/en/practices/odd");
    }

    @Test
    void a_text_without_end_is_cut_into_pages_that_stay_small_and_lose_nothing() {
        var long1 = "&\"<>'".repeat(1_600);
        var long2 = "😀ق漢a\n".repeat(1_500);
        var parts = List.of(
                PublicItem.Part.written("a", long1),
                PublicItem.Part.written("b", long2),
                PublicItem.Part.written("c", "short"));

        var pages = PublicText.pages(parts, "en");

        assertThat(pages)
                .hasSizeGreaterThan(1)
                .allSatisfy(page -> assertThat(page.stream()
                                .mapToInt(it -> PublicText.weight(it.text()))
                                .sum())
                        .isLessThanOrEqualTo(PublicText.ON_A_PAGE));
        var whole = new StringBuilder();
        pages.forEach(page -> page.forEach(it -> whole.append(it.text())));
        assertThat(whole).hasToString(long1 + long2 + "short");
        assertThat(PublicText.pages(List.of(), "en")).containsExactly(List.of());
    }

    private String feed() {
        var words = mock(Words.class);
        when(words.say(org.mockito.ArgumentMatchers.any(Language.class), org.mockito.ArgumentMatchers.anyString()))
                .thenAnswer(it -> it.getArgument(1));
        return new String(
                new PublicFeed(shelves, settings, words).write("en"), java.nio.charset.StandardCharsets.UTF_8);
    }

    private static PublicItem item(String id, TrafficLight label, LocalDate day, String title) {
        return new PublicItem(id, label, Map.of("", title), day, "XA", List.of(), List.of());
    }

    @SuppressWarnings("unchecked")
    private ObjectProvider<PublicShelf> provider() {
        ObjectProvider<PublicShelf> provider = mock(ObjectProvider.class);
        when(provider.stream()).thenAnswer(it -> Stream.of(shelf));
        return provider;
    }
}
