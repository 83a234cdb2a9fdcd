package org.comity.casework.compartments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.comity.casework.Compartments;
import org.comity.casework.Confirmations;
import org.comity.casework.JointCases;
import org.comity.casework.Officers;
import org.comity.casework.SameIdentifiers;
import org.comity.casework.Search;
import org.comity.casework.UnsentActs;
import org.comity.evidence.EvidenceCases;
import org.comity.ledger.Ledger;
import org.comity.procedure.RequestRow;
import org.comity.procedure.Requests.Filter;
import org.comity.procedure.Requests.View;
import org.comity.ui.Language;
import org.comity.ui.LiveRights;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A request that is closed to named officers leaves no trace for anybody else. */
class CompartmentsTest extends Officers {

    /** The two requests, by thread. */
    private final List<String> watched = new ArrayList<>();

    @Autowired
    private Compartments compartments;

    @Autowired
    private Confirmations confirmations;

    @Autowired
    private UnsentActs unsent;

    @Autowired
    private Search search;

    @Autowired
    private SameIdentifiers same;

    @Autowired
    private EvidenceCases evidence;

    @Autowired
    private JointCases joint;

    @Autowired
    private List<LiveRights> lives;

    @Autowired
    private Ledger ledger;

    @Autowired
    private Clock clock;

    @Autowired
    private JdbcClient db;

    /** Read once: at New Year two looks would else be at two years. */
    private int thisYear;

    @Test
    void whoever_is_not_named_sees_what_they_would_see_if_it_were_not_there() throws Exception {
        thisYear = clock.instant().atOffset(java.time.ZoneOffset.UTC).getYear();
        // What other tests of this node left is due at some minute, which may pass between two looks.
        db.sql("""
                update cooperation.request
                   set due = due - interval '1 day', post_by = post_by - interval '1 day',
                       letter_post_by = letter_post_by - interval '1 day'
                """).update();
        var other = sent("XB-1", named("both@mail.example"), "maren");
        watched.add(requests.find(other.reference()).orElseThrow().thread());
        var before = seen("second-officer", "tolva");
        var secret = sent("XD-1", named("both@mail.example"), "maren");
        var row = requests.find(secret.reference()).orElseThrow();
        var page = "/requests/" + secret.reference();
        watched.add(row.thread());
        assertThat(seen("second-officer", "tolva")).as("while it is open").isNotEqualTo(before);

        closed(secret.reference(), "maren", "okell");

        assertThat(evidence.hiddenReferences(official("tolva"))).contains(secret.reference());
        assertThat(evidence.hiddenReferences(official("maren"))).doesNotContain(secret.reference());
        assertThat(joint.of(watched, official("tolva"), java.util.Locale.ENGLISH))
                .isEmpty();
        seen("second-officer", "tolva")
                .forEach((what, told) -> assertThat(told).as(what).isEqualTo(before.get(what)));
        assertThat(error("second-officer", page)).isEqualTo(error("second-officer", "/requests/XA-2026-999999"));
        for (var path :
                List.of("/withdraw", "/record", "/export", "/documents", "/compartment", "/letter", "/period.ics")) {
            assertThat(error("second-officer", page + path))
                    .as(path)
                    .isEqualTo(error("second-officer", "/requests/XA-2026-999999" + path));
        }
        assertThat(error("second-officer", "/drafts/" + secret.id() + "/act.json"))
                .isEqualTo(error("second-officer", "/drafts/d" + "0".repeat(12) + "/act.json"));
        assertThat(code("second-officer", "/confirmations/" + secret.act())).isNotEqualTo(200);
        assertThat(page("second-officer", "/requests/" + other.reference(), "en"))
                .doesNotContain(secret.reference());

        assertThat(page("duty-officer", page, "en")).contains("Closed to all but 2 officers.");
        assertThat(page("lawyer", "/requests?q=" + secret.reference(), "en")).contains(row.subject());
        assertThat(page("lawyer", "/drafts/" + secret.id() + "/approve", "ar")).isNotEmpty();
        assertThat(code("administrator", page)).isNotEqualTo(200);
        assertThat(page("administrator", "/admin/health", "en"))
                .contains("closed to all but named officers")
                .doesNotContain(secret.reference());
        assertThat(ledger.lines(row.thread(), null, 20))
                .extracting(Ledger.Line::what)
                .contains("compartment.proposed", "compartment.closed");

        opened(secret.reference());

        assertThat(page("second-officer", page, "en")).contains("Open to everybody here");
        assertThat(ledger.lines(row.thread(), null, 20))
                .extracting(Ledger.Line::what)
                .contains("compartment.opened");
    }

    @Test
    void one_officer_alone_closes_nothing_and_nobody_is_shut_out_of_what_they_close() throws Exception {
        var reference = sent("XD-1", named("alone@mail.example"), "maren").reference();
        var thread = requests.find(reference).orElseThrow().thread();

        assertThat(proposed(reference, "maren")).contains("at least one lawyer or second officer");
        assertThat(proposed(reference, "okell", "tolva")).contains("Tick yourself as well");
        assertThat(proposed(reference, "maren", "okell", "nobody")).contains("Tick officers from this list");
        assertThat(compartments.hiddenFrom(Compartments.ANYBODY)).doesNotContain(thread);

        redirected("duty-officer", proposal(reference, "maren", "okell"));
        assertThat(compartments.hiddenFrom(Compartments.ANYBODY)).doesNotContain(thread);
        for (var cannot : List.of("duty-officer", "second-officer")) {
            assertThat(page(cannot, "/requests/" + reference + "/compartment", "en"))
                    .contains("Not yours to confirm: a lawyer or second officer who is named")
                    .doesNotContain("compartment/confirm");
        }
        var hash = hash("lawyer", reference);
        assertThat(confirmed("second-officer", reference, hash)).contains("not among the officers");
        assertThat(confirmed("lawyer", reference, "0".repeat(64))).contains("has changed since");
        var drop = "/requests/" + reference + "/compartment/drop";
        answered(409, "duty-officer", post(drop).param("hash", "0".repeat(64)));
        redirected("duty-officer", post(drop).param("hash", hash("duty-officer", reference)));
        assertThat(confirmed("lawyer", reference, hash)).contains("has changed since");
        assertThat(compartments.hiddenFrom(Compartments.ANYBODY)).doesNotContain(thread);
    }

    /** What a page may show comes by these; each names what it may not. */
    @Test
    void nothing_reads_requests_past_the_compartments() throws Exception {
        var raw = Pattern.compile("\\brequests\\s*\\.\\s*(find|ofThreads?)\\(|requests::(find|ofThreads?)");
        var found = new TreeSet<String>();
        try (var sources = Files.walk(Path.of("src/main/java"))) {
            for (var source :
                    sources.filter(it -> it.toString().endsWith(".java")).toList()) {
                if (raw.matcher(Files.readString(source)).find())
                    found.add(source.getFileName().toString());
            }
        }
        assertThat(found).isSubsetOf(PAST);
    }

    /** They filter what they read, or read it for the program itself and show it to nobody. */
    private static final Set<String> PAST = Set.of(
            "CaseAccessByDuty.java",
            "SayingBeforehand.java",
            "HidingRequests.java",
            "ListingRequests.java",
            "ListByWords.java",
            "CasesOfEvidence.java",
            "FindingSameIdentifiers.java",
            "FollowsCard.java",
            "FindingOnRecord.java",
            "Overseeing.java",
            "ReadingSearch.java",
            "HandingOver.java",
            "CountingShift.java",
            "ReadingUnsent.java",
            "ReadingUnrecorded.java",
            "OrdersEnding.java",
            "FollowingFiledOrders.java",
            "FollowingRequests.java",
            "FollowingPeriods.java",
            "AnnouncedFollower.java",
            "RemindingOfOrders.java",
            "IndexingPast.java",
            "PreparingMatch.java",
            "HoldingFollowed.java",
            "RecordingRequest.java",
            "Draft.java",
            "ReadingDraft.java",
            "AnsweringEmergencies.java",
            "KeepingPromises.java",
            "ReadingOnward.java",
            "WritingByProgram.java",
            "FiledFilling.java",
            // Leaves out what is closed to whoever looks, before it cuts the list.
            "AssurancesEnding.java",
            // Asks for what is closed to the reader, to leave it out.
            "SeenLines.java",
            // Tells who is on duty that something waits; of what is closed not even the reference.
            "PlanningAlarmCalls.java",
            // Deletes by a thread's id, and tells nobody.
            "ForgettingHanded.java",
            // The other party's own threads: it has what was said in them, whoever may read it here.
            "SpeakingFromSeats.java");

    /** Everything that a list, a count, a search or a register tells this officer. */
    private Map<String, Object> seen(String chair, String id) throws Exception {
        var now = clock.instant();
        var by = official(id);
        var seen = new HashMap<String, Object>();
        seen.put("counts", requests.counts(id, now));
        seen.put(
                "list",
                threads(requests.list(Filter.of(View.ALL, now).readBy(id), null, 50)
                        .rows()));
        var year = new ArrayList<RequestRow>();
        requests.ofYear(thisYear, id, year::add);
        seen.put("register", threads(year));
        seen.put("figures", requests.figures(thisYear, id));
        seen.put(
                "confirmations",
                confirmations.awaited(id).stream()
                        .map(Confirmations.Confirmation::act)
                        .toList());
        seen.put("to confirm", confirmations.awaited(id).size());
        seen.put(
                "in hand",
                unsent.page(Language.ENGLISH, id, null).acts().stream()
                        .map(it -> it.draft().id())
                        .toList());
        seen.put(
                "search",
                search.find("both@mail.example", by).hits().stream()
                        .map(Search.Hit::thread)
                        .distinct()
                        .toList());
        seen.put(
                "same",
                same.named(List.of("both@mail.example"), by).stream()
                        .map(it -> threads(it.others()))
                        .toList());
        seen.put("handover", requests.count(View.OURS_TO_ACT, Compartments.ANYBODY, now));
        seen.put(
                "cases",
                evidence.byThreads(watched, by).stream()
                        .map(EvidenceCases.Case::thread)
                        .toList());
        seen.put(
                "live",
                requests.ofThreads(watched).stream()
                        .filter(it -> lives.stream()
                                .allMatch(live ->
                                        live.readers("requests", it.address()).test(by)))
                        .map(RequestRow::thread)
                        .sorted()
                        .toList());
        var desk = without(page(chair, "/desk", "en"));
        seen.put("desk", allFound("[A-Z]{2}-[0-9]{4}-[0-9]{6}|/confirmations/[0-9a-f]+", desk));
        seen.put("counts of the desk", allFound("(?s)<nav.*?</nav>", desk));
        seen.put("csv", page(chair, "/reporting/register.csv", "en"));
        return seen;
    }

    private static List<String> allFound(String pattern, String page) {
        return Pattern.compile(pattern)
                .matcher(page)
                .results()
                .map(it -> it.group())
                .toList();
    }

    private static List<String> threads(List<RequestRow> rows) {
        return rows.stream().map(RequestRow::thread).sorted().toList();
    }

    /** Without what differs from one look to the next. */
    private static String without(String page) {
        return page.replaceAll("(?s)<time.*?</time>", "")
                .replaceAll("name=\"(_csrf|once)\" value=\"[^\"]*\"", "")
                .replaceAll("(data-|content=|nonce=)\\S*", "")
                .replaceAll("value=\"[^\"]{20,}\"|_csrf=[^\"]*|[0-9]{2}:[0-9]{2}(:[0-9]{2})?|[0-9]+ (s|min|h)\\b", "");
    }

    private String error(String chair, String path) throws Exception {
        var answer = web.perform(get(java.net.URI.create(path)).cookie(seat(chair)))
                .andReturn()
                .getResponse();
        var main = allFound("(?s)<main.*?</main>", without(answer.getContentAsString()));
        return answer.getStatus()
                + String.join("", main)
                        .replaceAll("[A-Z]{2}-[0-9]{4}-[0-9]{6}", "REFERENCE")
                        .replaceAll("[0-9a-f]{8,}", "ID");
    }

    @Test
    void what_one_officer_proposed_is_not_replaced_by_another_who_did_not_see_it() throws Exception {
        var reference = preserved(70);
        redirected("duty-officer", proposal(reference, "maren", "okell"));

        var unseen = answered(
                200,
                "lawyer",
                post("/requests/" + reference + "/compartment")
                        .param("named", "okell", "tolva")
                        .param("why", "A source must be protected."));

        assertThat(unseen)
                .contains("Somebody else changed this", "A colleague is among the suspects.")
                .contains(">A source must be protected.</textarea>");
        assertThat(page("lawyer", "/requests/" + reference + "/compartment", "en"))
                .contains("A colleague is among the suspects.")
                .doesNotContain("A source must be protected.");
        var again = post("/requests/" + reference + "/compartment").param("named", "okell", "tolva");
        redirected("lawyer", again.param("why", "A source must be protected.").param("seen", seenOn(unseen)));
        redirected(
                "lawyer",
                post("/requests/" + reference + "/compartment/drop").param("hash", hash("lawyer", reference)));
    }

    private void closed(String reference, String... named) throws Exception {
        redirected("duty-officer", proposal(reference, named));
        confirm(reference);
    }

    private void opened(String reference) throws Exception {
        redirected(
                "duty-officer",
                post("/requests/" + reference + "/compartment")
                        .param("seen", seenOn(page("duty-officer", "/requests/" + reference + "/compartment", "en")))
                        .param("then", "open")
                        .param("why", "It is over."));
        confirm(reference);
    }

    private void confirm(String reference) throws Exception {
        redirected(
                "lawyer",
                post("/requests/" + reference + "/compartment/confirm")
                        .param("method", "practice")
                        .param("hash", hash("lawyer", reference)));
    }

    private String confirmed(String chair, String reference, String hash) throws Exception {
        return web.perform(
                        post("/requests/" + reference + "/compartment/confirm")
                                .param("method", "practice")
                                .param("hash", hash)
                                .cookie(seat(chair))
                                .with(org.springframework.security.test.web.servlet.request
                                        .SecurityMockMvcRequestPostProcessors.csrf()))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private String hash(String chair, String reference) throws Exception {
        var page = page(chair, "/requests/" + reference + "/compartment", "en");
        var found = Pattern.compile("name=\"hash\" value=\"([0-9a-f]{64})\"").matcher(page);
        assertThat(found.find()).as(page).isTrue();
        return found.group(1);
    }

    private String proposed(String reference, String... named) throws Exception {
        return answered(200, "duty-officer", proposal(reference, named));
    }

    private static org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder proposal(
            String reference, String... named) {
        return post("/requests/" + reference + "/compartment")
                .param("named", named)
                .param("why", "A colleague is among the suspects.");
    }

    private static Map<String, Object> named(String mailbox) {
        var body = new HashMap<String, Object>(emergency());
        body.put("identifiers", List.of(Map.of("kind", "mail", "value", mailbox, "time", "", "zone", "")));
        return body;
    }
}
