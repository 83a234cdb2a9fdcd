package org.comity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.microsoft.playwright.Browser;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.comity.thread.Restoration;
import org.comity.ui.FormProblems;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.ParticipantId;
import org.comity.vocabulary.RequestAddress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.server.PathContainer;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.util.AopTestUtils;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Pages that the stories do not come by, of one node on which something stands on each: read, tabbed through, filled in
 * wrongly. Each page has one reader, always the same, and fits the narrowest screen in one language; {@code --full} gives
 * each page all eight, and the narrowest screen in both.
 */
@SpringBootTest(
        classes = NodeApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            // Nobody answers here: no word of it comes on a page while somebody tabs through it.
            "node.exchange.entry-alarm=PT24H",
            "node.mail.host=127.0.0.1",
            "node.mail.port=9",
            "node.mail.from=node@xa.example",
            "node.reminders.every=PT2S",
            "node.reminders.central-authority.mail=authority@xa.example"
        })
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AllPagesIT extends SomethingOnEachPage {

    private static final PathPatternParser PATHS = new PathPatternParser();

    /** They lead to a page, or their page is looked at in a test of its own. */
    private static final Set<String> NO_PAGE = Set.of(
            "/practice/sit/{duty}",
            // A part of the page on which one officer signs; OnePageActIT draws it.
            "/drafts/{id}/sheet",
            // The page before, once more with what was typed; PaperAnswerStoryIT goes through it.
            "/requests" + RequestAddress.SHORT + "/record-act/{draft:p[0-9a-f]+}",
            // Of a letter that waits or has left; PaperTest opens it in both languages.
            "/requests" + RequestAddress.SHORT + "/letter/correct",
            "/search/palette",
            // Where a practice node keeps its mails; this one has a mail server.
            "/practice/mail",
            "/alarm",
            "/seat/acts/{act:[0-9a-f]{64}}",
            // Of a service provider in a seat, which nobody here is; SeatTurnsTest opens it.
            "/seat/provider",
            // Of an authority that gave up its seat, which none did here; AdoptedAuthorityTest opens it.
            "/seats/anew/{authority}",
            "/enrol/{token}",
            "/me/prove",
            "/directory/{id:" + ParticipantId.FORM + "}/versions/{hash}",
            "/evidence/{id:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}}/viewing/{opened}",
            // Of a round whose States were told why; HoldingRoundsTest opens it.
            "/rounds/{id:[0-9]{4}-[0-9]{1,3}}/{number:[1-3]}/letters",
            // The page of what is written, once more of what was sent; IndicatorsOnPagesTest opens it.
            "/requests" + RequestAddress.SHORT + "/acts/{act:[0-9a-f]{64}}/indicators/{name}",
            "/restored");

    /** Where a reader has been. */
    private final Set<String> visited = new HashSet<>();

    private final Map<Place, SeatedChair> chairs = new HashMap<>();

    /** Who sits there. */
    private final Map<Place, String> sits = new HashMap<>();

    private record Place(Reader reader, Browser browser) {}

    @Autowired
    private Restoration restoration;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    private static final boolean FULL = Boolean.getBoolean("comity.full");

    static Stream<Reader> readers() {
        return StoryIT.readers();
    }

    /** Whether a page of this name is this reader's. */
    private static boolean reads(Reader reader, String page) {
        return FULL || Reader.of(page).equals(reader);
    }

    @Order(1)
    @ParameterizedTest
    @MethodSource("readers")
    void each_page_is_read_by_everybody(Reader reader) {
        walk(stops, reader);
    }

    /** What one may not open is not offered. Whoever sits as second officer is a duty officer, too. */
    @Order(1)
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SECOND_OFFICER")
    void no_link_leads_where_its_reader_may_not_go(Duty duty) throws Exception {
        var chair = seat(duty.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        var pages =
                Stream.concat(stops.stream(), narrow.stream()).map(Stop::path).distinct();
        assertThat(new LinksOfChair(web, chair)
                        .refused(Stream.concat(Stream.of("/"), pages).toList()))
                .isEmpty();
    }

    @Order(2)
    @ParameterizedTest
    @MethodSource("readers")
    void what_is_filled_in_wrongly_is_said_on_the_page(Reader reader) {
        wrong("confirmation", "form[action$='/not-confirmed'] button", reader);
        wrong("dispute", "form[action$='/settlement'] button", reader);
        wrong("order", "button[value=refuse]", reader);
        for (var act : List.of("ask", "propose-conditions", "deliver", "refuse", "costs")) {
            wrong("assistance-" + act, "button[value=preview]", reader);
        }
        wrong("assistance-export", "form[action$='/export'] button", reader);
        wrong("revocations", "form[action*='/admin/revocations'] button", reader);
        if (!reads(reader, "courier-none")) return;
        var chair = chair("duty-officer", reader);
        chair.open("/courier", "courier");
        chair.press("form[action*='/courier/in'] button", "courier-none");
        assertThat(chair.has(".problems")).isTrue();
        chair.upload("file", "XZ-9_XA-1_001798761600000_000002_act.age", new byte[9]);
        chair.press("form[action*='/courier/in'] button", "courier-wrong");
        assertThat(chair.has("section[role=status]")).isTrue();
    }

    /** A browser would cut what is pasted without a word: the page says at its field that it is too long, and loses nothing. */
    @Order(2)
    @ParameterizedTest
    @CsvSource({
        "order, '', reasons",
        "order, '', data",
        "dispute, /settlement, words",
        "confirmation, /not-confirmed, words",
        "criminality, '', reasons",
        "compartment, '', why",
        "office-one, '', note",
        "office-passages, '', asked",
        "notice-ready, '', told",
        "joint-approve, /return, why",
        "assessment-article, '', practice",
        "rooms-held, '', terms",
        "texts, '', words"
    })
    void a_text_that_is_too_long_comes_back_whole(String as, String posts, String field) throws Exception {
        var stop = Stream.concat(stops.stream(), narrow.stream())
                .filter(it -> it.as().equals(as))
                .findFirst()
                .orElseThrow();
        var text = "long ".repeat(10_000) + "and its end";
        var page = web.perform(multipart(stop.path() + posts)
                        .param(field, text)
                        .cookie(seat(stop.duty()))
                        .with(csrf()))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page).contains("id=\"" + FormProblems.id(field) + "-problem\"", "and its end</textarea>");
        assertThat(page).doesNotContainPattern("<textarea[^>]* name=\"" + field + "\"[^>]* maxlength");
    }

    @Order(3)
    @ParameterizedTest
    @MethodSource("signers")
    void what_is_written_in_a_seat_is_shown_before_it_is_signed(Reader reader) {
        var form = stops.stream()
                .filter(it -> it.as().equals("seat-form"))
                .findFirst()
                .orElseThrow();
        var chair = chair(form.duty(), reader);
        chair.open(form.path(), "seat-form");
        chair.press("form[action*='/acknowledge'] button", "seat-preview");
        assertThat(chair.path()).startsWith("/seat/acts/");
        chair.fits();
    }

    @Order(3)
    @ParameterizedTest
    @MethodSource("bringers")
    void gaps_that_nobody_keeps_are_shown_once(Reader reader) {
        var page = stops.stream()
                .filter(it -> it.as().equals("seat-gaps-article"))
                .findFirst()
                .orElseThrow();
        var chair = chair(page.duty(), reader);
        chair.open(page.path(), page.as());
        chair.choose("Q28.4.choice", "0");
        chair.fill("help", "Two persons who take copies");
        chair.press("form[action='" + page.path() + "'] button", "seat-gaps-found");
        assertThat(chair.text()).contains("Q28.4", "Two persons who take copies");
        chair.fits();
    }

    /** With script by tus, without it by the form: the same page, and the same file. */
    @Order(3)
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_file_that_is_added_in_a_seat_waits_there(boolean script) {
        var page = stops.stream()
                .filter(it -> it.as().equals("seat-files"))
                .findFirst()
                .orElseThrow();
        var name = script ? "seizure.img" : "list.csv";
        byte[] content = script ? new byte[200_000] : new byte[1000];
        try (var chair = chair(page.duty(), "en", 1440, script)) {
            chair.open(page.path(), "seat-files-script-" + script);
            chair.upload("file", name, content);
            if (script) {
                chair.pressInVain("form[data-uploads] button");
                chair.sees("#uploads", "The fingerprint is the one that this computer read");
                chair.open(page.path(), "seat-files-waiting");
            } else {
                chair.press("form[data-uploads] button", "seat-files-waiting-form");
            }
            assertThat(chair.text()).contains(name, "Waiting to be handed over");
            chair.fitsNarrowest();
            chair.press("form[action$='/drop'] button", "seat-files-dropped");
            assertThat(chair.text()).doesNotContain(name);
        }
    }

    static Stream<Reader> bringers() {
        return readers().filter(it -> reads(it, "seat-gaps-found"));
    }

    static Stream<Reader> signers() {
        return readers().filter(it -> reads(it, "seat-preview"));
    }

    /** Saved by itself, saved when one goes elsewhere in the list, and back after a session that ended. */
    @Order(4)
    @Test
    void no_typed_word_is_lost() {
        try (var chair = chair("duty-officer", "en", 1440, true)) {
            chair.open("/requests/new");
            chair.choose("counterpart", "XD-1");
            chair.press("button[value=continue]");
            var page = chair.path();
            chair.fill("facts", "Typed, and nothing pressed.");
            chair.fill("penaltyMonths", "1300");
            chair.sees("[data-saved]", "Saved by itself");
            chair.sees("[data-checks] .note", "longer than 100 years");
            chair.sees("[data-checks-said]", "longer than 100 years");
            chair.open(page, "saved-by-itself");
            assertThat(chair.typed("facts")).isEqualTo("Typed, and nothing pressed.");

            chair.fill("facts", "Typed, and went to another step.");
            chair.press(".steps button[value='to-confidentiality']", "saved-by-a-step");
            chair.open(page, "saved-by-itself");
            assertThat(chair.typed("facts")).isEqualTo("Typed, and went to another step.");

            chair.losesSession();
            chair.fill("facts", "Typed when the session had ended.");
            chair.pressInVain("button[value=continue]");
            chair.sees("[data-saved]", "You are signed out");
            chair.sees("[data-live-state]", "Not live: you are signed out.");
            assertThat(chair.path()).isEqualTo(page);
            chair.sitAgain("duty-officer");
            chair.open(page, "typed-again");
            assertThat(chair.typed("facts")).isEqualTo("Typed when the session had ended.");
        }
        try (var chair = chair("duty-officer", "en", 1440, false)) {
            chair.open("/requests/new");
            chair.choose("counterpart", "XD-1");
            chair.press("button[value=continue]");
            var page = chair.path();
            chair.fill("facts", "Without script.");
            chair.press(".steps button[value='to-confidentiality']", "saved-by-a-step");
            chair.open(page, "saved-without-script");
            assertThat(chair.typed("facts")).isEqualTo("Without script.");
        }
    }

    /** Every other page that a browser can open, on the narrowest screen; a full run where something stands as well. */
    @Order(5)
    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void every_page_fits_a_screen_of_320_points(String language) throws Exception {
        var reader = new Reader(language, Reader.NARROW.width(), false);
        byDuty(FULL ? Stream.concat(stops.stream(), others().stream()) : others().stream())
                .filter(it -> FULL || language.equals(fitsIn(it)))
                .forEach(it -> {
                    reading(it.duty(), reader).fits(it.path());
                    visited.add(it.path());
                });
    }

    private static String fitsIn(Stop stop) {
        return Reader.of(stop.as().replaceAll("[^/?]*[0-9][^/?]*", "ID")).language();
    }

    /** One after the other in the same chair. */
    private static Stream<Stop> byDuty(Stream<Stop> stops) {
        return stops.sorted(Comparator.comparing(Stop::duty));
    }

    /** However the pages are shared out among readers: none is left out. */
    @Order(6)
    @Test
    void a_reader_has_been_at_every_address_that_answers_with_a_page() {
        var paths = visited.stream()
                .map(it -> it.replaceFirst("[?#].*", ""))
                .distinct()
                .toList();
        assertThat(AnsweredPages.of(mapping, NO_PAGE))
                .isNotEmpty()
                .allSatisfy((what, patterns) -> assertThat(paths)
                        .as("a page nobody looks at: " + what)
                        .anyMatch(path -> patterns.stream()
                                .anyMatch(it -> PATHS.parse(it).matches(PathContainer.parsePath(path)))));
        assertThat(visited).containsAll(stops.stream().map(Stop::path).toList());
        assertThat(readers()).allSatisfy(reader -> assertThat(stops).anyMatch(it -> reads(reader, it.as())));
    }

    private List<Stop> others() throws Exception {
        var sheet = redirected(
                "duty-officer",
                multipart("/paper/import")
                        .file(new MockMultipartFile(
                                "file",
                                "state,direction,channel,day,number,summary\nXD,asked-by-us,bag,2026-01-10,W-1,wide\n"
                                        .getBytes(StandardCharsets.UTF_8))));
        var typed = redirected(
                "duty-officer",
                post("/paper/new")
                        .param("counterpart", "XD-1")
                        .param("cameBy", "mail")
                        .param("text", "Please preserve a@mail.example"));
        var written = submitted("XD-1", emergency());
        var listed = stops.stream()
                .filter(it -> it.as().equals("assistance-asked"))
                .findFirst()
                .orElseThrow()
                .path();
        var item = page("custodian", "/evidence", "en").replaceAll("(?s).*?href=\"(/evidence/[0-9a-f-]{36})\".*", "$1");
        var officer = List.of(
                "/",
                "/requests",
                "/requests/new",
                "/search",
                "/search?q=mail.example",
                "/reporting/register",
                "/reporting/figures",
                "/articles",
                "/articles/42",
                "/directory",
                "/directory/XB-1",
                "/directory/us",
                "/me",
                "/choices",
                "/verify",
                "/check",
                "/sign-in",
                "/seat/sign-in",
                "/practice",
                "/practice/components",
                "/practice/lessons",
                "/practice/lessons/answer",
                "/practice/tray",
                "/paper/new",
                "/paper/import",
                sheet,
                typed,
                listed + "/letter",
                listed + "/record",
                listed + "/shared",
                listed + "/readers",
                "/drafts/" + written.id() + "/approve",
                "/drafts/" + written.id() + "/preview",
                "/evidence/transfers",
                "/emergency",
                "/emergency?to=XB-1",
                "/help",
                "/help/languages",
                "/help/guides/practise");
        var others = new ArrayList<>(
                officer.stream().map(it -> new Stop("duty-officer", it, it)).toList());
        for (var path : List.of("/evidence", item, "/evidence/add", "/evidence/disk"))
            others.add(new Stop("custodian", path, path));
        for (var path :
                List.of("/practice/lessons/class", "/admin", "/admin/people", "/admin/people/maren", "/people/changes"))
            others.add(new Stop("administrator", path, path));
        others.addAll(narrow);
        return others;
    }

    /** A node reads once whether it was restored; here it forgets that it has read. */
    @Order(7)
    @ParameterizedTest
    @MethodSource("readers")
    void a_restored_node_says_to_whom_it_is_closed(Reader reader) {
        db.sql("insert into thread.restoration (restored_at, backup_at) values (:at, :backup) on conflict do nothing")
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("backup", clock.instant().minus(Duration.ofHours(9)).atOffset(ZoneOffset.UTC))
                .update();
        db.sql("insert into ledger.closure (log, closed_at, size) select 'domestic', now(), n from ledger.head")
                .update();
        ReflectionTestUtils.setField(AopTestUtils.<Object>getUltimateTargetObject(restoration), "last", null);
        var restored = List.of(
                new Stop("administrator", "/restored", "restored-administrator"),
                new Stop("duty-officer", "/restored", "restored-officer"),
                new Stop("duty-officer", "/desk", "restored-desk"));
        walk(restored, reader);
    }

    private void walk(List<Stop> stops, Reader reader) {
        byDuty(stops.stream()).filter(it -> reads(reader, it.as())).forEach(stop -> {
            var chair = reading(stop.duty(), reader);
            chair.open(stop.path(), stop.as());
            visited.add(stop.path());
            if (!FULL || reader.script() && reader.language().equals("en")) {
                chair.tabsThrough();
            }
            if (FULL) chair.fits();
            else chair.fitsNarrowest();
        });
    }

    private void wrong(String as, String button, Reader reader) {
        if (!reads(reader, as + "-wrong")) return;
        var stop = stops.stream().filter(it -> it.as().equals(as)).findFirst().orElseThrow();
        var chair = chair(stop.duty(), reader);
        chair.open(stop.path(), as);
        chair.press(button, as + "-wrong");
        assertThat(chair.has(".problems")).as(chair.text()).isTrue();
    }

    /** Where forms are filled in and sent. */
    private SeatedChair chair(String duty, Reader reader) {
        return chair(duty, reader, Chromium.browser());
    }

    /** Where pages are read and nothing is pressed but the tabulator. */
    private SeatedChair reading(String duty, Reader reader) {
        return chair(duty, reader, Boolean.getBoolean("comity.pictures") ? Chromium.browser() : Chromium.unpainted());
    }

    /** A reader has one chair: a browser that starts anew for each official takes longer than what it reads. */
    private SeatedChair chair(String duty, Reader reader, Browser browser) {
        var place = new Place(reader, browser);
        var chair = chairs.get(place);
        if (chair == null) {
            chair = chair(browser, duty, reader.language(), reader.width(), reader.script());
            chairs.put(place, chair);
        } else if (!duty.equals(sits.get(place))) {
            takes(chair, duty);
        }
        sits.put(place, duty);
        return chair;
    }

    @AfterAll
    void getUp() {
        chairs.values().forEach(SeatedChair::close);
    }
}
