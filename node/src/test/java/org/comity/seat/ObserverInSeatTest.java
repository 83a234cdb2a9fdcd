package org.comity.seat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.comity.assistance.ByLetter;
import org.comity.board.Publication;
import org.comity.directory.AsSecretariat;
import org.comity.directory.ListedAsProvider;
import org.comity.identity.Approvals.Proof;
import org.comity.proof.feed.Audience;
import org.comity.proof.feed.NumberedFeed;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.form.Digests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody whom a member brought into a room sits in a seat: it reads what is shared with observers, and nothing else. */
class ObserverInSeatTest extends PersonInASeat {

    private final String brought = "r" + UUID.randomUUID().toString().substring(0, 18);
    private final String other = "r" + UUID.randomUUID().toString().substring(0, 18);

    private final List<String> needs = new ArrayList<>();

    @Autowired
    private ByLetter letters;

    @Autowired
    private Clock clock;

    @Autowired
    private JdbcClient db;

    /** What stays on the list, other tests of this node would find there. */
    @AfterEach
    void nothingStaysOnTheList() {
        for (var need : needs) letters.says(need, "withdraw", Map.of("text", "No longer wanted."), Map.of());
    }

    @Test
    void a_provider_finds_no_papers_of_the_conference() throws Exception {
        confirmed();
        assertThat(seen("/seat").getContentAsString()).contains("href=\"/seat/rooms\"");
        ListedAsProvider.during("XD-1", () -> {
            assertThat(seen("/seat").getContentAsString()).doesNotContain("/seat/conference");
            assertThat(seen("/seat/conference/XA-1/x").getStatus()).isEqualTo(404);
            return assertThat(seen("/seat/conference").getStatus()).isEqualTo(404);
        });
        assertThat(seen("/seat/conference").getStatus()).isEqualTo(200);
    }

    @Test
    void an_observer_reads_just_what_is_shared_with_observers() throws Exception {
        confirmed();
        room(brought);
        room(other);
        member(brought, "XD-1", "observer", "XA-1");
        said(brought, "amber", "Shared with who was brought.");
        said(brought, "amber-strict", "For members alone.");
        said(other, "amber", "In a room of others.");
        said(other, "green", "For every participant.");

        var shown = seen("/seat/rooms/" + brought).getContentAsString();
        assertThat(shown).contains("Shared with who was brought.").doesNotContain("For members alone.");
        var elsewhere = seen("/seat/rooms/" + other).getContentAsString();
        assertThat(elsewhere).contains("For every participant.").doesNotContain("In a room of others.");
        for (var sought : new String[] {"members", "others"}) {
            assertThat(seen("/seat/rooms/search?q=" + sought).getContentAsString())
                    .doesNotContain("For members alone.", "In a room of others.");
        }
        assertThat(seen("/seat/rooms/feed.atom").getContentAsString())
                .doesNotContain("Shared with who was brought.", "For members alone.", "In a room of others.");
        assertThat(web.perform(get("/rooms/" + brought))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .as("the public")
                .doesNotContain("Shared with who was brought.");
    }

    @Test
    void whose_words_a_moderator_hid_reads_it_where_it_begins_with_the_days_for_an_appeal() throws Exception {
        confirmed();
        room(brought);
        member(brought, "XD-1", "member", "");
        redirected(
                "duty-officer", post("/rooms/held/" + brought + "/moderators").param("official", "maren"));
        var topic = said(post("/seat/rooms/" + brought + "/new")
                        .param("kind", "question")
                        .param("title", "From a seat")
                        .param("language", "en")
                        .param("label", "green")
                        .param("text", "May we ask here?"))
                .getRedirectedUrl();
        var post = found("/seat/rooms/posts/([0-9]+)", seen(topic).getContentAsString());
        redirected(
                "duty-officer",
                post("/rooms/posts/" + post + "/moderate")
                        .param("step", "hide")
                        .param("reason", "insult")
                        .param("words", "It insults."));

        var path = "/seat/rooms/posts/" + post;
        assertThat(seen("/seat").getContentAsString())
                .contains(
                        "href=\"" + path, "A moderator hid your contribution " + post, "an insult", "for 7 more days");

        // It may be a provider, and a member no more: its own words are its own still.
        db.sql("update forum.member set until = :now where participant = 'XD-1' and until is null")
                .param("now", Instant.now().atOffset(ZoneOffset.UTC))
                .update();
        ListedAsProvider.during("XD-1", () -> {
            assertThat(seen("/seat/rooms").getStatus()).isEqualTo(404);
            var moderation =
                    found("name=\"moderation\" value=\"([0-9]+)\"", seen(path).getContentAsString());
            said(post(path + "/appeal").param("moderation", moderation).param("words", "It does not."));
            assertThat(seen("/seat").getContentAsString()).doesNotContain("A moderator hid your contribution");
            return assertThat(seen(path).getContentAsString()).contains("waits for another moderator");
        });
    }

    @Test
    void nor_another_States_thread_nor_any_page_of_officials() throws Exception {
        confirmed();
        var theirs = asked("XB-1");
        assertThat(seen("/seat/threads/" + theirs).getStatus()).isEqualTo(404);
        assertThat(seen("/seat").getContentAsString()).doesNotContain(theirs);
        for (var path : new String[] {"/desk", "/requests", "/rounds", "/directory", "/search?q=need", "/seats"}) {
            assertThat(seen(path).getRedirectedUrl()).as(path).contains("/sign-in");
        }
    }

    @Test
    void it_reads_the_needs_that_are_for_it_once_its_key_is_confirmed() throws Exception {
        var open = listed("participants", List.of());
        var naming = listed("named", List.of("XD-1"));
        var hidden = List.of(listed("named", List.of("XB-1")), listed("secretariat", List.of()));
        given(keyMade());
        signIn();
        assertThat(seen("/seat").getContentAsString()).doesNotContain("/seat/needs", "/seat/offers");
        assertThat(seen("/seat/needs").getStatus()).isEqualTo(404);
        assertThat(seen("/seat/offers").getStatus()).isEqualTo(404);
        confirm();
        assertThat(seen("/seat").getContentAsString()).contains("href=\"/seat/needs\"", "Needs on the list");
        assertThat(seen("/seat/offers").getContentAsString())
                .contains("Offers of help")
                .doesNotContain("offers.seat", "board.");
        assertThat(seen("/seat/needs").getContentAsString())
                .contains(open, naming, "A reader of disks", "Names your authority as a provider")
                .doesNotContain(hidden)
                .doesNotContain("For the Secretariat alone", "needs.seat", "board.key");
    }

    /** A node would have it as a message; here it stands below the thread, and where the person begins. */
    @Test
    void it_reads_why_a_round_did_what_it_did_with_its_need() throws Exception {
        var need = listed("secretariat", List.of());
        confirmed();
        var thread = "/seat/threads/" + requests.find(need).orElseThrow().thread();
        assertThat(seen(thread).getContentAsString()).doesNotContain("Why it was matched");
        db.sql("insert into capacity.round values ('2027-991', '{}', 1, 14, 'maren', now())")
                .update();
        db.sql("""
                insert into capacity.solving (round, number, frozen_at, input, reasons, file, ran_by, approved_by, approved_at, told_at)
                values ('2027-991', 1, now(), '', :reasons, '', 'maren', 'tolva', now(), now())
                """).param("reasons", """
                        {"proposals":[],"left":[{"need":"%s","left":1,"reason":"kind","opens":{},"days":0}],"forPeople":[]}
                        """.formatted(need)).update();
        try {
            AsSecretariat.during(() -> {
                assertThat(seen("/seat").getContentAsString())
                        .contains(
                                "A round proposed nothing for one of your needs",
                                "href=\"" + thread,
                                "for 14 more days");
                assertThat(seen(thread).getContentAsString())
                        .contains("Round 2027-991, your need " + need, "nobody offers this kind of help");
                return "";
            });
        } finally {
            db.sql("delete from capacity.solving where round = '2027-991'").update();
            db.sql("delete from capacity.round where id = '2027-991'").update();
        }
    }

    /** Texts and decisions for those who take part, too: it can say what it thinks of them. */
    @Test
    void it_reads_what_the_conference_tells_every_participant() throws Exception {
        var paper = "Paper " + UUID.randomUUID();
        given(keyMade());
        signIn();
        assertThat(seen("/seat/conference").getStatus()).isEqualTo(404);
        confirm();
        var words = "They shall meet. ".repeat(220);
        followed();
        held(
                1,
                "text-whole",
                Map.of(
                        "kind",
                        "text",
                        "title",
                        paper,
                        "paragraphs",
                        List.of(
                                Map.of("n", 1, "words", "They meet.", "status", "agreed"),
                                Map.of("n", 2, "words", words + "And end so.", "status", "open"))));
        held(2, "text-long", Map.of("kind", "text", "title", "A long text"));
        held(3, "decision-1", Map.of("kind", "decision", "title", "A decision", "words", "They decide."));
        for (int k = 4; k <= 52; k++)
            held(k, "decision-" + k, Map.of("kind", "decision", "title", "Decision no. " + k));
        try {
            assertThat(seen("/seat").getContentAsString()).contains("href=\"/seat/conference\"");
            assertThat(seen("/seat/conference").getContentAsString())
                    .contains("Papers of the Conference", "Decision no. 52", "/seat/conference?after=50")
                    .doesNotContain("conference.seat", "board.key", paper);
            assertThat(seen("/seat/conference?after=50").getContentAsString())
                    .contains(paper, "/seat/conference/XE-1/text-whole", "A long text")
                    .doesNotContain("They meet.", "Decision no. 52");
            assertThat(seen("/seat/conference/XE-1/text-whole").getContentAsString())
                    .contains(paper, "They meet.", "Agreed", "And end so.")
                    .doesNotContain("too long", "conference.seat", "texts.", "board.key");
            assertThat(seen("/seat/conference/XE-1/text-long").getContentAsString())
                    .contains("A long text", "too long for this page", "Ask the Secretariat");
            for (var none : List.of("XE-1/decision-1", "XE-1/text-none", "XB-1/text-whole")) {
                assertThat(seen("/seat/conference/" + none).getStatus())
                        .as(none)
                        .isEqualTo(404);
            }
        } finally {
            for (var table : List.of("held", "followed")) {
                db.sql("delete from board." + table + " where host = 'XE-1' and audience = 'participants'")
                        .update();
            }
        }
    }

    /** Of a document of its own host it takes the files; of another node's none is here. */
    @Test
    void it_takes_the_files_of_documents_that_its_host_keeps() throws Exception {
        given(keyMade());
        signIn();
        confirm();
        var session = "s" + UUID.randomUUID().toString().substring(0, 18);
        db.sql("insert into conference.session (key, title, place, begins, ends, everybody, opened_by, opened_at)"
                        + " values (:key, 'A session', 'Here', current_date, current_date, false, 'maren', now())")
                .param("key", session)
                .update();
        long paper = db.sql("""
                insert into conference.paper (session, symbol, title, original, everybody, articles, registered_by, registered_at)
                select id, :symbol, 'A report', 'en', false, '', 'maren', now() from conference.session where key = :key
                returning id
                """)
                .param("key", session)
                .param("symbol", session.toUpperCase(Locale.ROOT))
                .query(Long.class)
                .single();
        db.sql("""
                insert into conference.paper_file (paper, language, type, size, sha256, content, added_by, added_at)
                values (:paper, 'en', 'application/pdf', 8, 'a', :content, 'maren', now())
                """)
                .param("paper", paper)
                .param("content", "%PDF-1.7".getBytes(StandardCharsets.US_ASCII))
                .update();
        var subject = "document-" + paper;
        var shown =
                Map.of("kind", "document", "title", "A report", "files", List.of(Map.of("language", "en", "size", 8)));
        try {
            for (var host : List.of("XA-1", "XE-1")) {
                followed(host);
                held(host, 1, subject, shown);
            }
            assertThat(seen("/seat/conference").getContentAsString())
                    .contains("Take the file", "/seat/conference/XA-1/" + subject + "/en")
                    .doesNotContain("/seat/conference/XE-1/" + subject + "/en");
            var file = seen("/seat/conference/XA-1/" + subject + "/en");
            assertThat(file.getContentAsString()).isEqualTo("%PDF-1.7");
            assertThat(file.getContentType()).isEqualTo("application/pdf");
            for (var none : List.of("XA-1/" + subject + "/fr", "XE-1/" + subject + "/en", "XA-1/document-0/en")) {
                assertThat(seen("/seat/conference/" + none).getStatus())
                        .as(none)
                        .isEqualTo(404);
            }
            db.sql("update board.held set standing = false where host = 'XA-1'").update();
            assertThat(seen("/seat/conference/XA-1/" + subject + "/en").getStatus())
                    .as("it stands on no board")
                    .isEqualTo(404);
        } finally {
            for (var table : List.of("held", "followed")) {
                db.sql("delete from board." + table + " where host in ('XA-1', 'XE-1') and audience = 'participants'")
                        .update();
            }
            db.sql("delete from conference.paper_file where paper = :id")
                    .param("id", paper)
                    .update();
            db.sql("delete from conference.paper where id = :id")
                    .param("id", paper)
                    .update();
            db.sql("delete from conference.session where key = :key")
                    .param("key", session)
                    .update();
        }
    }

    private void followed() {
        followed("XE-1");
    }

    private void followed(String host) {
        db.sql("insert into board.followed (host, audience, since) values (:host, 'participants', :at)")
                .param("host", host)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private void held(int k, String subject, Map<String, ?> shown) {
        held("XE-1", k, subject, shown);
    }

    private void held(String host, int k, String subject, Map<String, ?> shown) {
        byte[] body = Publication.document("0".repeat(32), shown);
        var at = clock.instant().plusSeconds(k);
        var publication = new Publication(
                directory.network(),
                host,
                "conference",
                NumberedFeed.first(Audience.PARTICIPANTS),
                "text",
                subject,
                at,
                false,
                Digests.sha256(body));
        db.sql("""
                insert into board.held (host, audience, k, board, subject, act, signed, envelope, body, standing, at, taken)
                values (:host, 'participants', :k, 'conference', :subject, :act, '', :envelope, :body, true, :at, :at)
                """)
                .param("host", host)
                .param("k", k)
                .param("subject", subject)
                .param("act", publication.act())
                .param("envelope", CanonicalJson.write(publication.json()))
                .param("body", body)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** A need that came by letter; why is for the Secretariat alone. */
    private String listed(String audience, List<String> named) throws Exception {
        var body = new HashMap<String, Object>(Map.ofEntries(
                Map.entry("instrument", "uncc"),
                Map.entry("authority", "Ministry of Justice of Dorvane"),
                Map.entry("title", "A reader of disks"),
                Map.entry("kind", "equip"),
                Map.entry("articles", List.of("25")),
                Map.entry("units", 1),
                Map.entry("unit", "items"),
                Map.entry("severity", "useful"),
                Map.entry("why", "For the Secretariat alone"),
                Map.entry("cause", List.of("money")),
                Map.entry("earliest", inDays(30)),
                Map.entry("latest", inDays(700)),
                Map.entry("languages", List.of("en")),
                Map.entry("mode", "either"),
                Map.entry("line", "good"),
                Map.entry("upkeep", "The court pays for it."),
                Map.entry("audience", audience),
                Map.entry("seenBy", List.of(Map.of("field", "why", "audience", "secretariat")))));
        if (!named.isEmpty()) body.put("named", named);
        var reference = AsSecretariat.during(() -> letters.opens("capacity-need/1", "XD-1", body));
        letters.says(reference, "authenticate", Map.of("by", "Ministry of Justice of Dorvane"), Map.of());
        var row = requests.find(reference).orElseThrow();
        var maren = official("maren");
        var draft =
                drafts.start(row.procedure(), "admit", row.ourRole(), row.counterpart(), row.thread(), Map.of(), maren);
        var until = clock.instant().plus(Duration.ofDays(400)).truncatedTo(ChronoUnit.SECONDS);
        var saved = drafts.save(draft.id(), draft.version(), Map.of(), Map.of("until", until.toString()), maren);
        var submitted = drafts.submit(saved.id(), saved.version(), maren);
        drafts.approve(submitted.id(), new Proof.Practice(), null, official("okell"));
        needs.add(reference);
        return reference;
    }

    private void room(String id) throws Exception {
        redirected(
                "duty-officer",
                post("/rooms/held")
                        .param("id", id)
                        .param("title", "A room")
                        .param("language", "en")
                        .param("terms", "For a test.")
                        .param("label", "green"));
        redirected("second-officer", post("/rooms/held/" + id + "/open"));
        member(id, "XA-1", "member", "");
    }

    private void member(String room, String participant, String role, String broughtBy) throws Exception {
        redirected(
                "duty-officer",
                post("/rooms/held/" + room + "/members")
                        .param("participant", participant)
                        .param("role", role)
                        .param("person", "")
                        .param("grouping", "")
                        .param("broughtBy", broughtBy));
    }

    private void said(String room, String label, String title) throws Exception {
        redirected(
                "duty-officer",
                post("/rooms/" + room + "/new")
                        .param("kind", "question")
                        .param("title", title)
                        .param("text", title)
                        .param("language", "en")
                        .param("label", label));
    }
}
