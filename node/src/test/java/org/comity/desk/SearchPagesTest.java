package org.comity.desk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.net.URLEncoder;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.comity.assistance.ByLetter;
import org.comity.casework.DomesticFile;
import org.comity.casework.Officers;
import org.comity.casework.WorkingMessages;
import org.comity.evidence.Evidence;
import org.comity.identity.Approvals.Proof;
import org.comity.procedure.RequestRow;
import org.comity.thread.Threads.KeptAct;
import org.comity.ui.Language;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.util.HtmlUtils;

/** The search finds what its field promises, says where it looked, and shows nothing to who may read no request. */
class SearchPagesTest extends Officers {

    @Autowired
    private DomesticFile file;

    @Autowired
    private WorkingMessages messages;

    @Autowired
    private ByLetter byLetter;

    @Autowired
    private Evidence evidence;

    @Autowired
    private WordsForCodes codes;

    @Test
    void an_excerpt_says_what_was_chosen_in_words_and_leaves_the_rest_as_it_was_written() {
        var said = "uncc · preserve · must-not · 2026-10-01T00:00:00Z · other · Mail logs.";
        assertThat(codes.in(said, "provider-order/1", Language.ENGLISH, "logs"))
                .contains("Mail logs.", "2026-10-01 00:00 UTC", "United Nations Convention against Cybercrime")
                .doesNotContain("must-not", "preserve ·", "uncc ·");
        assertThat(codes.in(
                        "essential-interests · given",
                        "assistance/1",
                        Language.of("ar").orElseThrow(),
                        ""))
                .doesNotContain("essential-interests");
        assertThat(codes.in(said, "unheard-of/1", Language.ENGLISH, "")).isEqualTo(said);
    }

    @Test
    void an_excerpt_misquotes_nothing() {
        SoftAssertions.assertSoftly(it -> {
            it.assertThat(codes.in("proposes · Words.", "joint-investigation/1", Language.ENGLISH, "words"))
                    .as("of a thread of several States")
                    .isEqualTo("We propose other words · Words.");
            it.assertThat(codes.in("Ann · Ann · must-not", "provider-order/1", Language.ENGLISH, "ann"))
                    .as("what was said twice")
                    .startsWith("Ann · Ann · ");
            it.assertThat(codes.in("other · Ann", "assistance/1", Language.ENGLISH, ""))
                    .as("what means two things")
                    .isEqualTo("other · Ann");
            it.assertThat(codes.in("2026-10-01T00:00:07Z", "provider-order/1", Language.ENGLISH, ""))
                    .as("a second")
                    .isEqualTo("2026-10-01 00:00:07 UTC");
            it.assertThat(codes.in(
                            "must-not · 2026-10-01T00:00:00Z", "provider-order/1", Language.ENGLISH, "2026-10 MUST"))
                    .as("what was sought")
                    .isEqualTo("must-not · 2026-10-01T00:00:00Z");
        });
    }

    @Test
    void before_a_search_nothing_was_looked_in_and_the_field_has_the_focus() throws Exception {
        assertThat(page("duty-officer", "/search", "en"))
                .containsPattern("id=\"again\"[^>]* autofocus")
                .doesNotContain("We looked in");
        assertThat(page("duty-officer", "/search?q=nothing-of-this", "en"))
                .contains("We looked in")
                .doesNotContainPattern("id=\"again\"[^>]* autofocus");
    }

    @Test
    void the_palette_names_the_pages_that_stand_on_no_rail_and_each_of_them_opens() throws Exception {
        for (var duty : List.of(
                "duty-officer", "second-officer", "lawyer", "custodian", "administrator", "magistrate", "oversight")) {
            var named = Pattern.compile("<a href=\"(/[a-z/]+)\"")
                    .matcher(page(duty, "/search/palette?q=", "en"))
                    .results()
                    .map(it -> it.group(1))
                    .toList();
            assertThat(named).contains("/me", "/help", "/verify");
            for (var path : named) {
                assertThat(code(duty, path)).as("%s for %s", path, duty).isIn(200, 302);
            }
        }
        for (var sought : Map.of(
                        "rota", "/desk/rota",
                        "calls", "/calls",
                        "handover", "/desk/handover",
                        "figures", "/reporting/figures")
                .entrySet()) {
            var path = "href=\"" + sought.getValue() + "\"";
            var address = "/search/palette?q=" + sought.getKey();
            assertThat(page("duty-officer", address, "en")).contains(path);
        }
        assertThat(sought("duty-officer", "Emergency"))
                .as("what one types is what Enter begins")
                .containsPattern(
                        "(?s)\\A[^<]*<p[^>]*>[^<]*</p>\\s*<section><h2>Do</h2><ul>\\s*<li><a href=\"/emergency\" data-match");
        assertThat(sought("duty-officer", "em"))
                .as("two letters are no wish")
                .doesNotContain("href=\"/emergency\" data-match");
        assertThat(sought("duty-officer", "zzz")).doesNotContain("/requests/new", "/emergency", "/paper/new");
        assertThat(page("custodian", "/search/palette?q=", "en"))
                .doesNotContain("/desk/rota", "/calls", "/desk/handover");
    }

    /** The menu: the rail, with what stands above the first page of each of its entries, and what a search of it names. */
    @ParameterizedTest
    @EnumSource(Duty.class)
    void each_page_of_the_menu_is_found_by_its_name(Duty duty) throws Exception {
        var chair = duty.name().toLowerCase(Locale.ROOT).replace('_', '-');
        var rail = links("rail", page(chair, "/choices", "en"));
        var menu = new HashMap<>(rail);
        for (var path : rail.keySet()) {
            menu.putAll(links("views", landing(chair, path)));
        }
        assertThat(menu).containsEntry("/directory", "Directory").containsKeys("/me", "/help");
        if (duty == Duty.ADMINISTRATOR) assertThat(menu).containsKeys("/admin/people", "/desk/rota", "/admin/health");
        for (var entry : menu.entrySet()) {
            assertThat(sought(chair, entry.getValue())).contains("href=\"" + entry.getKey() + "\"");
        }
        assertThat(sought(chair, "token")).contains("href=\"/me#tokens\"");
        assertThat(page(chair, "/me", "en")).contains("id=\"tokens\"");
        if (duty != Duty.MAGISTRATE && duty != Duty.OFFICE_MEMBER && duty != Duty.OVERSIGHT) {
            assertThat(sought(chair, "transfers")).contains("href=\"/evidence/transfers\"");
            assertThat(code(chair, "/evidence/transfers")).isEqualTo(200);
        }
        assertThat(sought(chair, "onward").contains("/reporting/transfers"))
                .isEqualTo(code(chair, "/reporting/transfers") == 200);
        assertThat(sought(chair, "to confirm").contains("/people/changes"))
                .isEqualTo(code(chair, "/people/changes") == 200);
    }

    private String sought(String chair, String words) throws Exception {
        return page(
                chair, "/search/palette?q=" + URLEncoder.encode(words, UTF_8).replace("+", "%20"), "en");
    }

    /** The page itself, or the one that it leads to. */
    private String landing(String chair, String path) throws Exception {
        var to = web.perform(get(path).cookie(seat(chair)))
                .andReturn()
                .getResponse()
                .getHeader("Location");
        return page(chair, to == null ? path : to, "en");
    }

    /** Path and name of each page, no view of one, that is linked in the part of that class. */
    private static Map<String, String> links(String part, String page) {
        var found = new HashMap<String, String>();
        Pattern.compile("<nav class=\"" + part + "\\b.*?</nav>", Pattern.DOTALL)
                .matcher(page)
                .results()
                .flatMap(nav -> Pattern.compile("<a [^>]*href=\"(/[a-z/]+)\"[^>]*>(.*?)</a>", Pattern.DOTALL)
                        .matcher(nav.group())
                        .results())
                .forEach(it -> found.put(
                        it.group(1),
                        HtmlUtils.htmlUnescape(it.group(2))
                                .replaceAll("(?s)<b .*|<span class.*|<[^>]*>", "")
                                .strip()));
        return found;
    }

    @Test
    void everything_that_the_field_promises_is_found_in_both_languages() throws Exception {
        var row = asked("XB-1", "203.0.113.77");
        var acts = threads.everyAct(row.thread()).toList();
        file.add(
                row.thread(),
                DomesticFile.Kind.NOTE,
                "Quillon keeps the logs",
                "26-1188",
                null,
                new DomesticFile.Scan("quillon-scan.pdf", "application/pdf", new byte[] {1}),
                official("maren"));
        messages.write(row.thread(), "Ring Vesper tonight", official("maren"));
        requests.own(row.reference(), "maren", official("maren"));
        var promised = List.of(
                row.reference(),
                row.reference().substring(8),
                "Belmora",
                "XB",
                official("maren").name(),
                "zorbeck@mail.example",
                "zorbeck",
                "203.0.113.77",
                "203.0.113.64/26",
                "Zorbeck letters",
                "vesper",
                "Quillon",
                "26-1188",
                "zorbeck-order.pdf",
                "quillon-scan",
                acts.getFirst().id(),
                acts.getFirst().id().substring(0, 6),
                acts.getFirst().containerHash().substring(0, 12));
        for (var typed : promised) {
            for (var language : List.of("en", "ar")) {
                assertThat(page("duty-officer", "/search?q=" + typed.replace(" ", "%20"), language))
                        .as(typed + " in " + language)
                        .contains("/requests/" + row.reference())
                        .contains(language.equals("en") ? "We looked in" : "بحثنا في");
                assertThat(page("custodian", "/search/palette?q=" + typed.replace(" ", "%20"), language))
                        .as(typed)
                        .doesNotContain("<html");
            }
        }
        assertThat(page("duty-officer", "/search?q=203.0.113.77", "en")).contains("<mark>203.0.113.77</mark>");
    }

    @Test
    void an_item_is_found_by_its_hash_and_by_that_of_its_manifest_and_leads_to_its_page() throws Exception {
        var reference = byLetter.asked("XD-1");
        var id = byLetter.item(reference);
        var manifest = evidence.item(id).orElseThrow().manifest().orElseThrow();
        for (var typed : List.of(
                manifest.plain().sha256().substring(0, 6),
                manifest.plain().sha256(),
                manifest.sha256().substring(0, 10),
                evidence.item(id).orElseThrow().name())) {
            assertThat(page("custodian", "/search?q=" + typed.replace(" ", "%20"), "en"))
                    .as(typed)
                    .contains("/evidence/" + id);
        }
    }

    @Test
    void two_requests_about_one_address_are_pointed_out_to_us_alone() throws Exception {
        asked("198.51.100.91");
        assertThat(page("duty-officer", "/search?q=198.51.100.91", "en"))
                .contains("198.51.100.91</mark>")
                .doesNotContain("nobody else is told");
        asked("198.51.100.91");
        assertThat(page("duty-officer", "/search?q=198.51.100.91", "en"))
                .contains("2 requests name this identifier.", "nobody else is told");
        assertThat(page("duty-officer", "/search?q=198.51.100.91", "ar")).contains("طلبان يذكران هذا المعرِّف");
    }

    @Test
    void nothing_is_shown_to_who_may_read_no_request_and_nothing_found_says_where_we_looked() throws Exception {
        var row = asked();
        for (var chair : List.of("administrator", "magistrate")) {
            assertThat(answered(403, chair, get("/search?q=zorbeck"))).doesNotContain(row.reference());
            assertThat(page(chair, "/search/palette?q=zorbeck", "en")).doesNotContain(row.reference(), "/search?q=");
        }
        assertThat(page("duty-officer", "/search?q=9f3c21", "en"))
                .contains("No request, call, State or person has “9f3c21”.", "hashes of acts and items");
        assertThat(page("duty-officer", "/search?q=%3Cscript%3E", "en"))
                .contains("&lt;script>")
                .doesNotContain("<script>alert");
        assertThat(code("duty-officer", "/search?q=" + "%27%26%7C%21%28%3A%2A")).isEqualTo(200);
        assertThat(code("duty-officer", "/search?q=a%26b%23c&in=nowhere")).isEqualTo(200);
    }

    @Test
    void what_our_officers_have_in_hand_is_found_and_the_palette_leads_anywhere() throws Exception {
        var draft = drafts.start(
                "preservation/1",
                "request",
                Role.REQUESTING,
                "XD-1",
                null,
                Map.of("facts", "Ombrelle was here"),
                official("maren"));
        assertThat(page("duty-officer", "/search?q=ombrelle", "en")).contains("/" + draft.id());
        assertThat(page("duty-officer", "/search/palette?q=", "en"))
                .contains("href=\"/requests/new\"", "href=\"/paper/new\"", "href=\"/emergency\"", "href=\"/evidence\"");
        assertThat(page("duty-officer", "/search/palette?q=dorv", "en"))
                .contains("href=\"/directory/XD-1\"", "/search?q=dorv");
        assertThat(page("oversight", "/search/palette?q=", "ar"))
                .doesNotContain("/requests/new", "/emergency")
                .contains("href=\"/oversight\"");
        assertThat(page("duty-officer", "/desk", "en")).contains("action=\"/search\"", "id=\"palette\"");
        assertThat(page("administrator", "/admin/people", "en"))
                .contains("id=\"palette\"")
                .doesNotContain("id=\"q\"", "data-searches");
    }

    private RequestRow asked() {
        return asked("203.0.113.78");
    }

    private RequestRow asked(String address) {
        return asked("XD-1", address);
    }

    private RequestRow asked(String state, String address) {
        var maren = official("maren");
        var body = new HashMap<>(ordinary());
        body.put("facts", "Zorbeck sent forged letters.");
        body.put(
                "identifiers",
                List.of(
                        Map.of("kind", "mail", "value", "zorbeck@mail.example", "time", "", "zone", ""),
                        Map.of("kind", "ip", "value", address, "time", "2026-11-19T07:12", "zone", "UTC")));
        var draft = drafts.start("preservation/1", "request", Role.REQUESTING, state, null, body, maren);
        drafts.attach(draft.id(), "zorbeck-order.pdf", "application/pdf", new byte[] {1}, maren);
        draft = drafts.submit(draft.id(), drafts.get(draft.id()).version(), maren);
        var sent = drafts.approve(draft.id(), new Proof.Practice(), null, official("tolva"));
        assertThat(threads.everyAct(
                        requests.find(sent.reference()).orElseThrow().thread()))
                .isNotEmpty()
                .allMatch(KeptAct::bodyKept);
        return requests.find(sent.reference()).orElseThrow();
    }
}
