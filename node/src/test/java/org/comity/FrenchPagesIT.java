package org.comity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.ui.Words;
import org.comity.ui.words.WordsForTests;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.server.PathContainer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * The parts of the house that exist in French, read by somebody who reads French: every page of them, on the
 * narrowest screen and a wide one, with script and without. Only with {@code --full}.
 */
@EnabledIfSystemProperty(named = "comity.full", matches = "true")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FrenchPagesIT extends ConventionOnPages {

    private static final Words WORDS = WordsForTests.load();
    private static final Map<String, String> ENGLISH = WordsForTests.written("en");

    /** Beginnings of the pages of each part. */
    private static final List<String> PARTS =
            List.of("/public", "/rooms", "/seat/rooms", "/conference", "/verify", "/check");

    private static final PathPatternParser PATHS = new PathPatternParser();
    private static final Pattern KEY = Pattern.compile("\\b[a-z]+(?:[.-][a-z0-9]+)+\\b");

    /** What stands between the slots of a sentence is looked for if it is this long. */
    private static final int TELLING = 16;

    /** Numbers and marks are no words of a language. */
    private static final Pattern LETTERS = Pattern.compile("[a-z]{3}");

    private final Set<String> visited = new HashSet<>();

    /** What was come upon in English, and where. */
    private final Map<String, String> english = new TreeMap<>();

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    static Stream<Reader> readers() {
        return Stream.of(
                new Reader("fr", 320, false),
                new Reader("fr", 1300, true),
                new Reader("fr", 1300, false),
                new Reader("fr", 320, true));
    }

    @BeforeAll
    void fill() throws Exception {
        seat();
        treaty();
        conference();
        rooms();
        boards();
        stops.addAll(narrow);
        stops.add(new Stop("duty-officer", "/verify", "verify"));
        stops.add(new Stop("duty-officer", "/check", "check"));
        for (var page : List.of("", "/search", "/moderation", "/digest", "/help/new")) {
            stops.add(new Stop(IN_SEAT, "/seat/rooms" + page, "seat-rooms" + page));
        }
        for (var it : List.copyOf(stops)) {
            if (it.path().matches("/rooms/(topics|posts)/[0-9]+")) {
                stops.add(new Stop(IN_SEAT, "/seat" + it.path(), "seat-" + it.as()));
            }
        }
        stops.removeIf(it -> PARTS.stream().noneMatch(it.path()::startsWith));
    }

    private void seat() {
        db.sql("""
                insert into cooperation.seat
                    (id, authority, name, function, person, expires_at, invited_by, credential, key, given, confirmed)
                values ('bbbbbbbbbbbb', 'XD-1', 'Lea Vant', 'Clerk', 'XD-1/s-22222222', :until, 'maren',
                        '\\x02', '\\x01', true, true)
                """)
                .param("until", clock.instant().plus(Duration.ofDays(7)).atOffset(ZoneOffset.UTC))
                .update();
        db.sql("""
                insert into cooperation.seat_visit (hash, seat, seen_at, begun_at)
                values (sha256(convert_to(:cookie, 'UTF8')), 'bbbbbbbbbbbb', :now, :now)
                """)
                .param("cookie", SEAT_COOKIE)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    @Order(1)
    @ParameterizedTest
    @MethodSource("readers")
    void each_page_speaks_french_and_fits(Reader reader) {
        var chairs = new HashMap<String, SeatedChair>();
        try {
            for (var stop : stops) {
                var chair = chairs.computeIfAbsent(stop.duty(), it -> chair(it, reader));
                read(chair, stop.path(), stop.as());
            }
            follow(chairs.get("duty-officer"), "/public/fr");
            assertThat(english).isEmpty();
        } finally {
            chairs.values().forEach(SeatedChair::close);
        }
    }

    /** From link to link, one page of each kind. */
    private void follow(SeatedChair chair, String home) {
        var seen = new LinkedHashSet<String>();
        var next = new ArrayDeque<>(List.of(home));
        while (!next.isEmpty()) {
            var path = next.poll();
            if (!seen.add(path.replaceAll("/[^/]*[0-9][^/]*$", "/ID"))) continue;
            read(chair, path, path);
            chair.links().stream()
                    .map(it -> it.replaceFirst("[?#].*", ""))
                    .filter(it -> it.startsWith(home) && !it.matches(".*(\\.(zip|csv|json|jsonld)|/feed)"))
                    .forEach(next::add);
        }
        assertThat(seen).as("%s leads somewhere", home).hasSizeGreaterThan(5);
    }

    private void read(SeatedChair chair, String path, String as) {
        chair.open(path, "french-" + as.replaceAll("[0-9]+", "N"));
        chair.fits();
        assertThat(chair.speaks()).as(path).isEqualTo("fr");
        English.in(chair.said()).forEach(it -> english.put(it, path));
        visited.add(path.replaceFirst("[?#].*", ""));
    }

    private static void french(SeatedChair chair, String path) {
        assertThat(chair.speaks()).as(path).isEqualTo("fr");
        assertThat(English.in(chair.said())).as("English on %s", path).isEmpty();
    }

    @Order(2)
    @Test
    void none_of_their_pages_is_left_out() {
        Predicate<String> ours = pattern -> PARTS.stream().anyMatch(pattern::startsWith);
        var pages = AnsweredPages.of(mapping, Set.of()).values().stream()
                .flatMap(Set::stream)
                .filter(ours)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(pages)
                .isNotEmpty()
                .allSatisfy(pattern -> assertThat(visited)
                        .as("a page nobody looks at: " + pattern)
                        .anyMatch(it -> PATHS.parse(pattern).matches(PathContainer.parsePath(it))));
    }

    /** In a room: what is lacking is said in French, and what is right goes on. */
    @Order(3)
    @ParameterizedTest
    @MethodSource("readers")
    void somebody_asks_another_answers_and_the_answer_is_accepted(Reader reader) {
        String topic;
        try (var asks = chair("duty-officer", reader)) {
            asks.open("/rooms/help/new", "french-room-ask");
            asks.fill("articles", "quarante-deux");
            asks.fill("language", "en français");
            asks.press("main form button.pri", "french-room-ask-wrong");
            wrong(asks, "title", "text", "language");
            assertThat(asks.textOf(".problems a[href='#f-articles']"))
                    .contains(said("forum.needed.article").replace("{article}", "quarante-deux"));

            asks.tick("kind", "question");
            asks.fill("title", "Combien de temps un hébergeur garde-t-il ses journaux ?");
            asks.fill("articles", "25, 28");
            asks.fill("language", "fr");
            asks.tick("label", "green");
            asks.fill("text", "Qui a une pratique ?");
            asks.press("main form button.pri", "french-room-asked");
            topic = asks.path();
            assertThat(topic).startsWith("/rooms/topics/");
            french(asks, topic);

            try (var answers = chair("second-officer", reader)) {
                answers.open(topic, "french-room-answer");
                answers.press("main form[action='%s'] button.pri".formatted(topic), "french-room-answer-wrong");
                wrong(answers, "text");
                answers.fill("text", "Trente jours chez nous.");
                answers.tick("label", "green");
                answers.press("main form[action='%s'] button.pri".formatted(topic), "french-room-answered");
                assertThat(answers.path()).startsWith("/rooms/posts/");
                french(answers, answers.path());
            }
            asks.open(topic, "french-room-to-accept");
            asks.press("form[action='%s/accept'] button".formatted(topic), "french-room-accepted");
            french(asks, topic);
            assertThat(asks.text()).contains(said("forum.accepted"));
        }
    }

    private static void wrong(SeatedChair chair, String... fields) {
        french(chair, chair.path());
        for (var field : fields) {
            assertThat(chair.textOf(".problems a[href='#f-%s']".formatted(field)))
                    .as(field)
                    .contains(said("forum.needed." + field));
        }
    }

    @Order(4)
    @ParameterizedTest
    @MethodSource("readers")
    void a_record_that_is_none_is_said_to_be_none(Reader reader) {
        try (var chair = chair("duty-officer", reader)) {
            chair.open("/verify");
            chair.press("main form button.pri", "french-verify-nothing");
            french(chair, "/verify");
            assertThat(chair.text()).contains(said("site.verify.no-file"));
            chair.upload("file", "dossier.zip", "Ce n'est pas un dossier.".getBytes(StandardCharsets.UTF_8));
            chair.press("main form button.pri", "french-verify-wrong");
            french(chair, "/verify");
            assertThat(chair.has("#verdict")).isTrue();
        }
    }

    /** The choice is kept through pages that do not exist in it. */
    @Order(5)
    @ParameterizedTest
    @MethodSource("readers")
    void the_switch_leads_from_language_to_language_on_the_same_page(Reader reader) {
        try (var chair = chair("duty-officer", reader)) {
            for (var page : List.of("/rooms", "/conference", "/verify", "/public/en")) {
                chair.open(page);
                var french = chair.path();
                chair.switches("en");
                assertThat(chair.speaks()).as(page).isEqualTo("en");
                assertThat(English.in(chair.said())).as("English is noticed").isNotEmpty();
                chair.switches("fr");
                assertThat(chair.speaks()).as(page).isEqualTo("fr");
                assertThat(chair.path()).isEqualTo(french);
            }
            chair.open("/desk");
            assertThat(chair.speaks()).isEqualTo("en");
        }
    }

    private static String said(String key) {
        return WORDS.say(org.comity.ui.Language.of("fr").orElseThrow(), key);
    }

    private SeatedChair chair(String duty, Reader reader) {
        return chair(duty, reader.language(), reader.width(), reader.script());
    }

    /** Sentences of the house in English, whole or in part, and keys in place of sentences. */
    private static final class English {

        private static final Set<String> FRENCH =
                Set.copyOf(WordsForTests.written("fr").values());
        private static final Set<String> WHOLE = ENGLISH.values().stream()
                .filter(it -> LETTERS.matcher(it).find() && !FRENCH.contains(it))
                .collect(Collectors.toSet());
        private static final List<String> PARTS = ENGLISH.values().stream()
                .flatMap(it -> Stream.of(it.split("[{}#]|, plural,|, select,")))
                .map(String::strip)
                .filter(it -> it.length() >= TELLING && it.contains(" "))
                .filter(it -> FRENCH.stream().noneMatch(french -> french.contains(it)))
                .distinct()
                .toList();

        static List<String> in(List<String> said) {
            var found = new ArrayList<String>();
            said.stream().filter(WHOLE::contains).forEach(found::add);
            var text = String.join("\n", said);
            PARTS.stream().filter(text::contains).forEach(found::add);
            KEY.matcher(text)
                    .results()
                    .map(MatchResult::group)
                    .filter(ENGLISH::containsKey)
                    .forEach(found::add);
            return found;
        }
    }
}
