package org.comity.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.comity.casework.Officers;
import org.comity.directory.Directory;
import org.comity.proof.feed.Audience;
import org.comity.proof.feed.NumberedFeed;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.form.Digests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Boards are read on our own node, by officials whole and by anybody as far as they are public. */
class BoardPagesTest extends Officers {

    /** In a year that is over: no page says it of today. */
    private static final Instant NOON = Instant.parse("2020-11-28T12:00:00Z");

    private static final String HOST = "XW-1";

    @Autowired
    private JdbcClient rows;

    @Autowired
    private Boards boards;

    @Autowired
    private Directory directory;

    @Autowired
    private Clock clock;

    @BeforeEach
    void held() {
        rows.sql("delete from board.shown where host = :host")
                .param("host", HOST)
                .update();
        rows.sql("delete from board.followed where host = :host")
                .param("host", HOST)
                .update();
        for (var audience : Audience.values()) {
            rows.sql("""
                    insert into board.followed (host, audience, since, heard, failing, failing_since)
                    values (:host, :audience, :at, :at, 'unreachable', :at)
                    """)
                    .param("host", HOST)
                    .param("audience", audience.word())
                    .param("at", NOON.atOffset(ZoneOffset.UTC))
                    .update();
        }
        hold(1, Audience.PUBLIC, "bulletin", "p1", "Open to all");
        hold(1, Audience.PARTICIPANTS, "bulletin", "p2", "For participants alone");
        hold(2, Audience.PARTICIPANTS, "circular", "p3", "Another");
    }

    /**
     * On a board of its own name, before the eyes of our officials and nobody else's. In one transaction: this node follows
     * nobody, and its next turn deletes these rows.
     */
    @Test
    @Transactional
    void what_a_host_shows_to_us_alone_is_read_by_who_signed_in_and_by_nobody_else() throws Exception {
        var body = Map.of(
                "title", "Two investigators for Dorvane",
                "severity", "urgent",
                "attempts", List.of(Map.of("attempt", "A course in 2025", "came", "failed")),
                "legalBasis", "Act 12 of 2024");
        rows.sql("""
                insert into board.shown (host, board, subject, body, since, heard)
                values (:host, 'help', 'n-1', :body, :at, :heard)
                """)
                .param("host", HOST)
                .param("body", CanonicalJson.write(body))
                .param("at", NOON.atOffset(ZoneOffset.UTC))
                .param("heard", clock.instant().atOffset(ZoneOffset.UTC))
                .update();

        rows.sql(
                        "insert into board.shown select host, 'bulletin', 'n-2', body, since, heard from board.shown where host = :host")
                .param("host", HOST)
                .update();

        assertThat(page("duty-officer", "/boards", "en")).contains("/boards/XW-1/help");
        assertThat(page("duty-officer", "/boards/XW-1/bulletin", "en"))
                .contains("For us alone", "Two investigators for Dorvane", "For all", "For participants alone");
        assertThat(open("/boards/XW-1/bulletin")).doesNotContain("For us alone", "Dorvane");
        assertThat(page("duty-officer", "/boards/XW-1/help", "en"))
                .contains("For us alone", "Two investigators for Dorvane", "3: urgent", "It failed", "Act 12 of 2024");
        assertThat(page("duty-officer", "/boards/XW-1/help", "ar")).doesNotContain("board.", "It failed");
        rows.sql("update board.shown set heard = heard - interval '7 days' where host = :host")
                .param("host", HOST)
                .update();
        assertThat(page("duty-officer", "/boards/XW-1/bulletin", "en")).doesNotContain("For us alone");
        rows.sql("update board.shown set heard = heard + interval '7 days' where host = :host")
                .param("host", HOST)
                .update();
        assertThat(open("/boards")).doesNotContain("/boards/XW-1/help");
        web.perform(get("/boards/XW-1/help")).andExpect(status().isNotFound());
        web.perform(get("/api/v1/boards/XW-1/help")).andExpect(status().isUnauthorized());
    }

    @Test
    void an_official_reads_all_and_what_to_do_while_the_host_is_away() throws Exception {
        assertThat(page("duty-officer", "/boards", "en"))
                .contains("bulletin", "circular", "Held since", "cannot be reached", "ring XW-1");
        assertThat(page("duty-officer", "/boards/XW-1/bulletin", "en"))
                .contains("Open to all", "For participants alone", "A value", "Last news");
        assertThat(page("duty-officer", "/boards/XW-1/bulletin", "ar"))
                .contains("تعذر الوصول")
                .doesNotContain("board.");
        answered(404, "duty-officer", get("/boards/XW-1/nothing"));
    }

    @Test
    void anybody_reads_what_is_public_and_nothing_else() throws Exception {
        assertThat(open("/boards")).contains("bulletin").doesNotContain("circular");
        assertThat(open("/boards/XW-1/bulletin")).contains("Open to all").doesNotContain("For participants alone");
        web.perform(get("/boards/XW-1/circular")).andExpect(status().isNotFound());
        web.perform(get("/feed/public/checkpoint")).andExpect(status().isOk());
        web.perform(get("/feed/participants/checkpoint")).andExpect(status().is3xxRedirection());
        web.perform(get("/api/v1/boards")).andExpect(status().isUnauthorized());
    }

    /** One entry of a board of this node itself, as its page links it. */
    @Test
    void the_proof_of_one_entry_is_for_whoever_may_read_it() throws Exception {
        boards.publish("proved", "open", Audience.PUBLIC, Map.of("title", "Open to all"));
        boards.publish("proved", "inside", Audience.PARTICIPANTS, Map.of("title", "For participants alone"));
        var page = "/boards/%s/proved".formatted(directory.self().id());
        var links = proofs(page("duty-officer", page, "en"));
        var shown = proofs(open(page));

        assertThat(links).hasSize(2).containsAll(shown);
        assertThat(shown).singleElement().satisfies(it -> assertThat(open(it)).startsWith("c2sp.org/tlog-proof@v1\n"));
        links.removeAll(shown);
        web.perform(get(links.getFirst())).andExpect(status().isNotFound());
        assertThat(page("duty-officer", links.getFirst(), "en")).startsWith("c2sp.org/tlog-proof@v1\n");
        answered(404, "duty-officer", get(page + "/proofs/" + "0".repeat(64)));
        for (var each : List.of("open", "inside")) boards.withdraw("proved", each, "the test is over");
    }

    private static List<String> proofs(String page) {
        return new ArrayList<>(Pattern.compile("href=\"(/boards/[^\"]+/proofs/[0-9a-f]{64})\"")
                .matcher(page)
                .results()
                .map(it -> it.group(1))
                .toList());
    }

    /** How much participants are told, and when, is not for the public. */
    @Test
    void of_a_board_that_both_read_the_public_sees_its_own_count_and_its_own_newest_day() throws Exception {
        for (int k = 30; k < 47; k++) {
            hold(k, Audience.PARTICIPANTS, "bulletin", "late" + k, "Later", NOON.plus(Duration.ofDays(3)));
        }

        assertThat(ofHost(page("duty-officer", "/boards", "en"))).contains(">19<", ">1 Dec 2020 ");
        assertThat(ofHost(open("/boards")))
                .contains(">1<", ">28 Nov 2020 ")
                .doesNotContain(">19<", "1 Dec 2020", "2020-12-01");
        assertThat(open("/boards/XW-1/bulletin")).contains("28 Nov 2020").doesNotContain("1 Dec 2020", "2020-12-01");
    }

    @Test
    void what_is_public_is_found_behind_whatever_is_newer_for_participants() throws Exception {
        for (int k = 10; k < 210; k++) {
            hold(k, Audience.PARTICIPANTS, "bulletin", "n" + k, "For participants alone", NOON.plusSeconds(k));
        }

        assertThat(open("/boards")).contains("bulletin");
        assertThat(open("/boards/XW-1/bulletin")).contains("Open to all").doesNotContain("For participants alone");
    }

    @Test
    void a_stopped_feed_is_said_on_each_page_and_begun_anew_by_an_administrator_alone() throws Exception {
        rows.sql(
                        "update board.followed set stopped = 'two-faces', stopped_at = :at where host = :host and audience = 'public'")
                .param("host", HOST)
                .param("at", NOON.atOffset(ZoneOffset.UTC))
                .update();
        assertThat(page("duty-officer", "/desk", "en")).contains("contradicted itself");
        assertThat(page("duty-officer", "/boards", "en"))
                .contains("showed another participant something else", "Do not rely on it")
                .doesNotContain("Delete and fetch anew");

        answered(403, "duty-officer", post("/boards/XW-1/again").param("why", "They restored a backup."));
        answered(409, "administrator", post("/boards/XW-1/again").param("why", " "));
        redirected("administrator", post("/boards/XW-1/again").param("why", "They restored a backup."));
        assertThat(page("duty-officer", "/desk", "en")).doesNotContain("contradicted itself");
        answered(409, "administrator", post("/boards/XW-1/again").param("why", "Again."));
    }

    private void hold(long k, Audience audience, String board, String subject, String title) {
        hold(k, audience, board, subject, title, NOON);
    }

    private void hold(long k, Audience audience, String board, String subject, String title, Instant at) {
        byte[] body = Publication.document("0".repeat(32), Map.of("title", title, "inner", Map.of("row", "A value")));
        var publication = new Publication(
                PracticeHosts.NETWORK,
                HOST,
                board,
                NumberedFeed.first(audience),
                board,
                subject,
                at,
                false,
                Digests.sha256(body));
        rows.sql("""
                insert into board.held (host, audience, k, board, subject, act, signed, envelope, body, standing, at, taken)
                values (:host, :audience, :k, :board, :subject, :act, '', :envelope, :body, true, :at, :at)
                """)
                .param("host", HOST)
                .param("audience", audience.word())
                .param("k", k)
                .param("board", board)
                .param("subject", subject)
                .param("act", publication.act())
                .param("envelope", CanonicalJson.write(publication.json()))
                .param("body", body)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** What the list of boards says of this host; other tests have boards of this node on the same page. */
    private static String ofHost(String page) {
        var sections = Arrays.stream(page.split("<section "))
                .filter(it -> it.contains("/boards/" + HOST + "/"))
                .toList();
        assertThat(sections).hasSize(1);
        return sections.getFirst();
    }

    private String open(String path) throws Exception {
        return web.perform(get(path).param("lang", "en"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }
}
