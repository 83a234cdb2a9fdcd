package org.comity.forum;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.comity.board.HeldEntry;
import org.comity.board.Publication;
import org.comity.database.CountedStatements;
import org.comity.directory.Directory;
import org.comity.proof.feed.Audience;
import org.comity.proof.feed.NumberedFeed;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.form.Digests;
import org.comity.vocabulary.TrafficLight;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What waits for a State in rooms is asked for once by kind, however much waits and on however many nodes. */
class StatementsOfWaitingTest extends OfficersInRooms {

    private static final List<String> HOSTS = List.of("XB-1", "XC-1", "XD-1", "XE-1", "XF-1");

    @Autowired
    private WaitingForParticipant waiting;

    @Autowired
    private Directory directory;

    @Autowired
    private KeepingAsked asked;

    @AfterEach
    void gone() {
        HOSTS.forEach(it -> asked.forgotten(it, NumberedFeed.first(Audience.PARTICIPANTS)));
        db.sql("delete from board.held where host = any (:hosts) and audience = 'participants'")
                .param("hosts", HOSTS.toArray(String[]::new))
                .update();
        db.sql("delete from board.followed where host = any (:hosts) and audience = 'participants'")
                .param("hosts", HOSTS.toArray(String[]::new))
                .update();
    }

    @Test
    void five_of_each_kind_are_asked_for_as_one_is() {
        waits(HOSTS.getFirst());
        var one = sent();
        HOSTS.stream().skip(1).forEach(this::waits);
        var five = sent();

        assertThat(waiting.of(maren, "en"))
                .extracting(it -> it.why() + (it.here() ? " here" : " elsewhere"))
                .contains("ASKED here", "CHECK here", "APPEAL here", "ASKED elsewhere", "CHECK elsewhere");
        assertThat(waiting.of(maren, "en"))
                .filteredOn(it -> !it.here())
                .extracting(WaitingTopic::host)
                .containsAll(HOSTS);
        assertThat(five).isNotEmpty().hasSameSizeAs(one);
    }

    private List<String> sent() {
        waiting.of(maren, "en");
        return CountedStatements.sent(() -> waiting.of(maren, "en"));
    }

    /** A question, a temperature check and a step of a moderator in a room of this node; the first two on another, too. */
    private void waits(String host) {
        var room = room(TrafficLight.GREEN, false, true);
        holding.moderator(room, "okell", true, maren);
        speaking.open(room, dated("question", "XA-1"), member);
        speaking.open(room, dated("check", ""), member);
        long topic = speaking.open(room, said("How?"), maren);
        long post = reading.topic(topic, 0, maren).posts().getFirst().id();
        moderating.take(post, ModerationStep.ASK, "off-topic", "Elsewhere.", null, okell);

        db.sql("insert into board.followed (host, audience, since) values (:host, 'participants', :at)")
                .param("host", host)
                .param("at", Instant.parse("2026-11-28T12:00:00Z").atOffset(ZoneOffset.UTC))
                .update();
        held(host, 1, "room-night", Map.of("kind", "room", "title", "Night", "room", "night", "label", "TLP:GREEN"));
        held(host, 2, "post-1", there(1, "question"));
        held(host, 3, "post-2", there(2, "check"));
    }

    private PostForm dated(String kind, String asked) {
        var form = new HashMap<>(Map.of(
                "kind",
                kind,
                "title",
                "A title",
                "text",
                "How?",
                "language",
                "en",
                "label",
                TrafficLight.GREEN.word()));
        form.put("asked", asked);
        form.put("due", day());
        return PostForm.of(form);
    }

    private Map<String, Object> there(long topic, String kind) {
        return Map.ofEntries(
                Map.entry("kind", "post"),
                Map.entry("title", "A topic"),
                Map.entry("room", "night"),
                Map.entry("topic", topic),
                Map.entry("post", topic),
                Map.entry("label", "TLP:GREEN"),
                Map.entry("said-by", "XS-1"),
                Map.entry("at", "2026-11-28T12:00:00Z"),
                Map.entry("language", "en"),
                Map.entry("text", "How?"),
                Map.entry("topic-kind", kind),
                Map.entry("asked-of", kind.equals("question") ? List.of("XA-1") : List.of()),
                Map.entry("until", day()));
    }

    private String day() {
        return holding.today().plusDays(9).toString();
    }

    private void held(String host, long k, String subject, Map<String, ?> shown) {
        byte[] body = Publication.document("0".repeat(32), shown);
        var at = Instant.parse("2026-11-28T12:00:00Z").plusSeconds(k);
        var publication = new Publication(
                directory.network(),
                host,
                "rooms",
                NumberedFeed.first(Audience.PARTICIPANTS),
                Publication.kind("row", shown),
                subject,
                at,
                false,
                Digests.sha256(body));
        db.sql("""
                insert into board.held (host, audience, k, board, subject, act, signed, envelope, body, standing, at, taken)
                values (:host, 'participants', :k, 'rooms', :subject, :act, '', :envelope, :body, true, :at, :at)
                """)
                .param("host", host)
                .param("k", k)
                .param("subject", subject)
                .param("act", publication.act())
                .param("envelope", CanonicalJson.write(publication.json()))
                .param("body", body)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        asked.came(new HeldEntry(k, publication.act(), publication, publication.body(body), at));
    }
}
