package org.comity.conference.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.comity.board.BoardWords;
import org.comity.board.Publication;
import org.comity.conference.PaperBoard;
import org.comity.directory.Directory;
import org.comity.procedure.file.OfficersByLetter;
import org.comity.proof.feed.Audience;
import org.comity.proof.feed.NumberedFeed;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.form.Digests;
import org.comity.ui.ThingsDue;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A delegation sends its own part in a session, and whoever keeps the papers types none of it again. */
class SessionPartsTest extends OfficersByLetter {

    private static final String NAME = "Ines Halvard";

    @Autowired
    private JdbcClient db;

    @Autowired
    private SessionRows sessions;

    @Autowired
    private StatementRows statements;

    @Autowired
    private DueParts due;

    @Autowired
    private Directory directory;

    private final String key = "s-" + UUID.randomUUID().toString().substring(0, 8);
    private final String path = "/conference/sessions/" + key;

    @Test
    void what_a_state_sends_is_taken_over_into_the_lists_and_names_stay_in_the_thread() throws Exception {
        opened();
        var part = sent("copy");
        letters.says(part, "ask-floor", Map.of("item", "1", "speaks", "group", "text", ""), Map.of());
        letters.says(part, "send-statement", statement("1", "We thank the host."), Map.of());

        assertThat(due.due(official("okell")))
                .extracting(ThingsDue.Due::address)
                .contains(path);
        assertThat(page("lawyer", path, "en"))
                .contains("What came for this session", "a wish for the floor", "Delegations and credentials are asked")
                .doesNotContain(NAME, "We thank the host.");
        assertThat(page("lawyer", path, "ar")).doesNotContain("conference.");
        assertThat(page("magistrate", path, "en")).doesNotContain("What came for this session");
        answered(403, "magistrate", post(path + "/parts/" + part(0)));

        take(0);
        take(0);
        take(0);
        long session = sessions.find(key).orElseThrow().id();
        assertThat(sessions.credentials(session)).singleElement().satisfies(it -> {
            assertThat(it.voice()).isEqualTo("XD");
            assertThat(it.form()).isEqualTo("copy");
            assertThat(it.issuedBy()).isEqualTo("Minister for Foreign Affairs");
        });
        assertThat(sessions.speakers(session))
                .singleElement()
                .satisfies(it -> assertThat(it.speaks()).isEqualTo(ConferenceSession.Speaks.GROUP));
        assertThat(page("lawyer", path, "en")).doesNotContain("What came for this session", NAME);
        assertThat(held(session)).containsExactly("We thank the host.");
        assertThat(page("magistrate", path, "en")).doesNotContain("We thank the host.", "held until it is delivered");

        letters.says(part, "send-statement", statement("1", "We thank the host and the Chair."), Map.of());
        take(0);
        assertThat(held(session)).containsExactly("We thank the host and the Chair.");
        letters.says(part, "withdraw", Map.of("text", "We do not take part."), Map.of());
        assertThat(held(session)).isEmpty();
        assertThat(sessions.speakers(session)).isEmpty();
        assertThat(sessions.credentials(session)).hasSize(1);
    }

    /** A letter that differs from what is recorded is not passed over in silence. */
    @Test
    void a_new_letter_in_the_same_form_asks_what_becomes_of_the_old_one() throws Exception {
        opened();
        var part = sent("original");
        take(0);
        letters.says(part, "name-delegation", delegation("Minister for Foreign Affairs"), Map.of());
        take(0);
        letters.says(part, "name-delegation", delegation("Head of Government"), Map.of());
        assertThat(answered(422, "lawyer", post(path + "/parts/" + part(0)).param("then", "take")))
                .contains("It is recorded in this form already", "value=\"Head of Government\"");

        long session = sessions.find(key).orElseThrow().id();
        var old = sessions.credentials(session).getFirst();
        var strike = post(path + "/credentials/" + old.id() + "/strike");
        redirected("lawyer", strike.param(old.whyField(), "Replaced by its State."));
        take(0);
        assertThat(sessions.credentials(session))
                .extracting(ConferenceSession.Credential::issuedBy)
                .containsExactly("Head of Government");
        assertThat(page("lawyer", path, "en")).contains("Minister for Foreign Affairs", "Replaced by its State.");
        assertThat(page("magistrate", path, "en"))
                .as("for who keeps the papers")
                .doesNotContain("Minister for Foreign Affairs", "Replaced by its State.");
    }

    /** It may be the same letter, sent once more with other names, or a new one: an officer says, as where it is typed. */
    @Test
    void a_letter_of_the_same_minister_that_came_another_day_is_asked_about() throws Exception {
        opened();
        var part = sent("original");
        take(0);
        long session = sessions.find(key).orElseThrow().id();
        db.sql("update conference.credential set received_on = received_on - 1 where session = :session")
                .param("session", session)
                .update();
        letters.says(part, "name-delegation", delegation("Minister for Foreign Affairs"), Map.of());

        assertThat(answered(422, "lawyer", post(path + "/parts/" + part(0)).param("then", "take")))
                .contains("with another day", "value=\"Minister for Foreign Affairs\"");
        assertThat(sessions.credentials(session)).hasSize(1);
        redirected("lawyer", post(path + "/parts/" + part(0)).param("then", "leave"));
    }

    /** Its reason stays with it, whatever its State sends afterwards. */
    @Test
    void a_struck_statement_stays_when_its_state_sends_another_or_withdraws() throws Exception {
        opened();
        var part = sent("to-follow");
        take(0);
        long session = sessions.find(key).orElseThrow().id();
        letters.says(part, "send-statement", statement("1", "We thank the host."), Map.of());
        take(0);
        var struck = statement(session);
        redirected("lawyer", post(struck + "/strike").param("why", "Of another item."));
        letters.says(part, "send-statement", statement("1", "We thank the Chair."), Map.of());
        take(0);
        assertThat(held(session)).containsExactly("We thank the Chair.");
        assertThat(page("lawyer", struck, "en")).contains("Of another item.", "We thank the host.");

        var second = statement(session);
        redirected("lawyer", post(second + "/strike").param("why", "Twice."));
        letters.says(part, "withdraw", Map.of("text", "We do not take part."), Map.of());
        for (var each : List.of(struck, second))
            assertThat(page("lawyer", each, "en")).contains("Struck on");
    }

    private String statement(long session) {
        return path + "/statements/"
                + statements.ofItem(session, 1, true, 0, 50).getFirst().id();
    }

    @Test
    void who_was_withdrawn_meanwhile_is_not_put_back_on_the_list() throws Exception {
        opened();
        var part = sent("to-follow");
        take(0);
        long session = sessions.find(key).orElseThrow().id();
        letters.says(part, "ask-floor", Map.of("item", "1", "speaks", "own", "text", ""), Map.of());
        take(0);
        var speaker =
                path + "/speakers/" + sessions.speakers(session).getFirst().id();
        redirected("lawyer", post(speaker).param("spoke", "true"));
        redirected("lawyer", post(speaker + "/again"));
        assertThat(sessions.speakers(session))
                .extracting(ConferenceSession.Speaker::ended)
                .containsExactly("");

        redirected("lawyer", post(speaker).param("spoke", "true"));
        letters.says(part, "withdraw", Map.of("text", "We do not take part."), Map.of());
        assertThat(sessions.speakers(session)).as("what was said stays").hasSize(1);
        redirected("lawyer", post(speaker + "/again"));
        assertThat(sessions.speakers(session)).isEmpty();
        answered(409, "lawyer", post(speaker + "/again"));
    }

    private static Map<String, Object> delegation(String issued) {
        return Map.of(
                "delegates",
                List.of(Map.of("part", "head", "name", NAME, "function", "Ambassador")),
                "credentials",
                "original",
                "issuedBy",
                issued,
                "text",
                "");
    }

    @Test
    void what_a_list_does_not_take_stands_in_its_form_and_can_be_left() throws Exception {
        opened();
        var part = sent("to-follow");
        take(0);
        assertThat(sessions.credentials(sessions.find(key).orElseThrow().id())).isEmpty();
        letters.says(part, "ask-floor", Map.of("item", "7", "speaks", "own", "text", ""), Map.of());
        assertThat(answered(422, "lawyer", post(path + "/parts/" + part(0)).param("then", "take")))
                .contains("name=\"voice\"", "value=\"XD\"");
        redirected("lawyer", post(path + "/parts/" + part(0)).param("then", "leave"));
        assertThat(page("lawyer", path, "en")).doesNotContain("What came for this session");
        answered(409, "lawyer", post(path + "/parts/1").param("then", "leave"));
    }

    @Test
    void a_state_reads_by_when_its_delegation_is_asked_for_and_sends_it() throws Exception {
        var day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(30);
        var session =
                new ConferenceSession(0, key, "Third session " + key, "Averne", day, day, false, day.minusDays(7));
        var json = HeldSession.json(session);
        BoardWords.hold(json);
        db.sql("insert into board.followed (host, audience, since) values ('XB-1', 'participants', :at)")
                .param("at", Instant.parse("2026-11-28T12:00:00Z").atOffset(ZoneOffset.UTC))
                .update();
        held(9_001, "session-" + key, json);
        var broken = new HashMap<>(json);
        broken.put("begins", "soon");
        held(9_002, "session-broken", broken);
        try {
            assertThat(page("duty-officer", "/conference", "en"))
                    .contains("Third session " + key, "You: send the names of your delegation");
            assertThat(page("magistrate", "/conference", "en")).doesNotContain("Third session " + key);
            assertThat(due.due(official("maren")))
                    .filteredOn(it -> it.about().contains(key))
                    .singleElement()
                    .satisfies(it -> assertThat(it.kind()).isEqualTo("delegation"));
            var draft = redirected("duty-officer", post("/conference/at/XB-1/" + key));
            var begun = drafts.get(draft.split("/")[2]);
            assertThat(begun.body()).containsEntry("session", key);
            assertThat(begun.counterpart()).isEqualTo("XB-1");
            drafts.discard(begun.id(), official("maren"));
            answered(404, "duty-officer", post("/conference/at/XB-1/broken"));
        } finally {
            db.sql("delete from board.held where host = 'XB-1' and k in (9001, 9002)")
                    .update();
            db.sql("delete from board.followed where host = 'XB-1' and audience = 'participants'")
                    .update();
        }
    }

    private void opened() throws Exception {
        redirected(
                "lawyer",
                post("/conference/sessions")
                        .param("title", "Third session")
                        .param("key", key)
                        .param("place", "Averne")
                        .param("begins", "2099-12-07")
                        .param("ends", "2099-12-11")
                        .param("delegations", "2099-11-30")
                        .param("everybody", "false"));
        redirected("lawyer", post(path + "/item").param("number", "1").param("title", "Opening"));
    }

    private String sent(String credentials) {
        var body = new HashMap<String, Object>(Map.of(
                "instrument",
                "uncc",
                "authority",
                "Ministry of Justice of Dorvane",
                "session",
                key.toUpperCase(Locale.ROOT),
                "delegates",
                List.of(Map.of("part", "head", "name", NAME, "function", "Ambassador")),
                "credentials",
                credentials,
                "issuedBy",
                credentials.equals("to-follow") ? "" : "Minister for Foreign Affairs",
                "text",
                ""));
        return correspondence.recordRequest("session-part/1", "XD-1", body, arrived(), official("maren"));
    }

    private static Map<String, Object> statement(String item, String words) {
        return Map.of("item", item, "language", "en", "words", words, "readers", "participants");
    }

    private long part(int place) {
        return db.sql("select id from conference.session_part where session = :key and closed_at is null order by id")
                .param("key", key)
                .query(Long.class)
                .list()
                .get(place);
    }

    private void take(int place) throws Exception {
        redirected("lawyer", post(path + "/parts/" + part(place)).param("then", "take"));
    }

    private List<String> held(long session) {
        return statements.ofItem(session, 1, true, 0, 50).stream()
                .filter(it -> it.deliveredOn() == null)
                .map(it -> statements.find(session, it.id()).orElseThrow().words())
                .toList();
    }

    private void held(long k, String subject, Map<String, ?> shown) {
        byte[] body = Publication.document("0".repeat(32), shown);
        var at = Instant.parse("2026-11-28T12:00:00Z").plusSeconds(k);
        var publication = new Publication(
                directory.network(),
                "XB-1",
                PaperBoard.NAME,
                NumberedFeed.first(Audience.PARTICIPANTS),
                Publication.kind("row", shown),
                subject,
                at,
                false,
                Digests.sha256(body));
        db.sql("""
                insert into board.held (host, audience, k, board, subject, act, signed, envelope, body, standing, at, taken)
                values ('XB-1', 'participants', :k, 'conference', :subject, :act, '', :envelope, :body, true, :at, :at)
                """)
                .param("k", k)
                .param("subject", subject)
                .param("act", publication.act())
                .param("envelope", CanonicalJson.write(publication.json()))
                .param("body", body)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }
}
