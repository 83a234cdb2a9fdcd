package org.comity.forum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.comity.board.BoardWords;
import org.comity.board.HeldBoards.Beginning;
import org.comity.board.HeldEntry;
import org.comity.board.Publication;
import org.comity.board.follow.TakenForTests;
import org.comity.directory.Directory;
import org.comity.proof.feed.Audience;
import org.comity.proof.feed.NumberedFeed;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.form.Digests;
import org.comity.vocabulary.TrafficLight;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Rooms of another node stand beside one's own, and one answers there by an act. */
class FollowedRoomsTest extends OfficersInRooms {

    private static final String TOPIC = "/rooms/at/XB-1/topics/901";

    @Autowired
    private Directory directory;

    @Autowired
    private KeepingAsked asked;

    @Autowired
    private ApplicationContext node;

    @Autowired
    private PublishingPosts publishing;

    @BeforeEach
    void held() {
        db.sql("insert into board.followed (host, audience, since) values ('XB-1', 'participants', :at)")
                .param("at", Instant.parse("2026-11-28T12:00:00Z").atOffset(ZoneOffset.UTC))
                .update();
        held(901, "room-night", room("night", "everybody", ""));
        held(902, "room-quiet", room("quiet", "everybody", "yes"));
        held(903, "post-1", said(901, 1, "night", "question", "Who answers " + word + "?", ""));
        held(904, "post-2", said(901, 2, "night", "question", "A second desk does.", "yes"));
        held(905, "post-3", said(902, 3, "quiet", "lesson", "Nobody is named.", ""));
    }

    @AfterEach
    void gone() {
        asked.forgotten("XB-1", NumberedFeed.first(Audience.PARTICIPANTS));
        db.sql("delete from board.held where host = 'XB-1' and audience = 'participants'")
                .update();
        db.sql("delete from board.followed where host = 'XB-1' and audience = 'participants'")
                .update();
    }

    @Test
    void an_official_finds_them_beside_the_own_and_in_order() throws Exception {
        assertThat(page("duty-officer", "/rooms", "en")).contains("Rooms at", TOPIC, "The room night", "answered");
        assertThat(page("duty-officer", "/rooms", "ar")).contains("الغرف لدى");
        assertThat(page("duty-officer", "/rooms/at/XB-1", "en"))
                .contains("The room night", "What it is for.", "All who take part", "Ask in this room");
        assertThat(page("duty-officer", TOPIC, "en"))
                .contains("Accepted answer", "Signed by")
                .containsSubsequence("Who answers " + word + "?", "A second desk does.", "Write an answer");
    }

    @Test
    void only_officials_read_what_is_before_participants() throws Exception {
        for (var path : new String[] {"/rooms/at/XB-1", TOPIC}) {
            var answer = web.perform(get(path)).andReturn().getResponse();
            assertThat(answer.getStatus()).isBetween(300, 499);
            assertThat(answer.getContentAsString()).doesNotContain(word);
        }
        assertThat(web.perform(get("/rooms")).andReturn().getResponse().getContentAsString())
                .doesNotContain("night", word);
        assertThat(code("duty-officer", "/rooms/at/XB-1/topics/999")).isEqualTo(404);
        assertThat(code("duty-officer", "/rooms/at/XE-1")).isEqualTo(404);
    }

    @Test
    void an_answer_begins_with_room_topic_and_label_filled_in() throws Exception {
        var draft = redirected("duty-officer", post(TOPIC));
        var begun = drafts.get(draft.split("/")[2]);
        assertThat(begun.body())
                .containsEntry("room", "night")
                .containsEntry("kind", "answer")
                .containsEntry("topic", "901")
                .containsEntry("label", "green");
        assertThat(begun.counterpart()).isEqualTo("XB-1");
        assertThat(page("duty-officer", draft, "en")).contains("name=\"text\"");

        var asked = redirected("duty-officer", post("/rooms/at/XB-1/night"));
        assertThat(drafts.get(asked.split("/")[2]).body())
                .containsEntry("kind", "question")
                .containsEntry("room", "night");
        assertThat(redirected("duty-officer", post("/rooms/at/XB-1/night")))
                .as("nothing was written into it yet")
                .isEqualTo(asked);
        drafts.discard(draft.split("/")[2], official("maren"));
        drafts.discard(asked.split("/")[2], official("maren"));
    }

    @Test
    void under_the_chatham_house_rule_nobody_speaks_by_an_act() throws Exception {
        assertThat(page("duty-officer", "/rooms/at/XB-1/topics/902", "en"))
                .contains("Nobody speaks in it from another node")
                .doesNotContain("Write an answer");
        assertThat(answered(403, "duty-officer", post("/rooms/at/XB-1/topics/902")))
                .doesNotContain("/drafts/");
        assertThat(page("oversight", TOPIC, "en")).doesNotContain("Write an answer");
        answered(403, "oversight", post(TOPIC));
    }

    @Test
    void where_the_entry_of_a_room_is_not_here_nobody_writes() throws Exception {
        held(906, "post-6", said(906, 6, "unknown", "question", "Whose room is this?", ""));
        assertThat(page("duty-officer", "/rooms/at/XB-1/topics/906", "en"))
                .contains("has not come to this node yet")
                .doesNotContain("Write an answer");
        answered(403, "duty-officer", post("/rooms/at/XB-1/topics/906"));
        answered(403, "duty-officer", post("/rooms/at/XB-1/unknown"));
    }

    @Test
    void a_room_and_what_was_asked_there_stay_known_however_much_was_said_since() throws Exception {
        var asking = new HashMap<String, Object>(said(906, 6, "night", "question", "What do you keep?", ""));
        asking.put("asked-of", List.of("XA-1"));
        asking.put("until", holding.today().plusDays(3).toString());
        held(906, "post-6", asking);
        held(907, "post-7", about(asking, 907));
        var ours = new HashMap<>(about(asking, 907));
        ours.putAll(Map.of("post", 8, "said-by", "XA-1"));
        held(908, "post-8", ours);
        var check = new HashMap<>(about(asking, 909));
        check.put("topic-kind", "check");
        held(909, "post-9", check);
        for (int i = 0; i < FollowedHost.MOST; i++) {
            held(1_000 + i, "post-" + (100 + i), said(910, 100 + i, "quiet", "lesson", "Said " + i + ".", ""));
        }
        assertThat(page("duty-officer", "/rooms/at/XB-1", "en")).contains("The room night", "Only the newest");
        answered(403, "duty-officer", post("/rooms/at/XB-1/quiet"));
        var reply = new HashMap<>(about(asking, 907));
        reply.put("post", 400);
        held(1_400, "post-400", reply);
        assertThat(page("duty-officer", "/rooms/waiting", "en"))
                .contains("/rooms/at/XB-1/topics/906", "/rooms/at/XB-1/topics/909")
                .as("answered, though the answer is not among the newest")
                .doesNotContain("/rooms/at/XB-1/topics/907");
        assertThat(page("duty-officer", "/rooms/at/XB-1/topics/906", "en"))
                .contains("What do you keep?", "Write an answer");
    }

    /** Through the keeping of what a host published, which tells it to whoever follows such boards here. */
    @Test
    void what_comes_from_a_host_waits_until_the_host_withdraws_it() throws Exception {
        var asking = new HashMap<String, Object>(said(920, 20, "night", "question", "What do you keep?", ""));
        asking.put("asked-of", List.of("XA-1"));
        asking.put("until", holding.today().plusDays(3).toString());
        var document = document(asking);
        TakenForTests.published(node, publication("post-20", asking, 920, false), document);
        assertThat(page("duty-officer", "/rooms/waiting", "en")).contains("/rooms/at/XB-1/topics/920");

        TakenForTests.withdrawn(node, publication("post-20", Map.of("why", "It was moved."), 921, true));
        assertThat(page("duty-officer", "/rooms/waiting", "en")).doesNotContain("/rooms/at/XB-1/topics/920");
        assertThat(db.sql("select count(*) from forum.asked where host = 'XB-1' and subject = 'post-20'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void what_stood_with_a_host_is_asked_for_once() {
        db.sql("delete from forum.asked_host where host = 'XB-1'").update();
        assertThat(asked.begins("XB-1")).contains(new Beginning("XB-1", "post-"));
        assertThat(asked.begins("XB-1")).isEmpty();
    }

    /** They come first by their day, and would never leave. */
    @Test
    void what_nobody_can_answer_there_takes_no_place_of_what_one_can() throws Exception {
        var asking = new HashMap<String, Object>(said(906, 6, "night", "question", "What do you keep?", ""));
        asking.put("asked-of", List.of("XA-1"));
        asking.put("until", holding.today().plusDays(3).toString());
        held(906, "post-6", asking);
        for (var room : List.of("quiet", "nowhere")) {
            db.sql("""
                    insert into forum.asked (host, feed, subject, topic, post, room, title, is_check, language, tlp, said_by,
                                             asked, due_on, accepted, stale, at)
                    select host, feed, :room || n, topic + n, post + n, :room, title, is_check, language, tlp, said_by,
                           asked, due_on - 9, accepted, stale, at
                      from forum.asked, generate_series(:from, :from + 199) n
                     where host = 'XB-1' and subject = 'post-6'
                    """)
                    .param("room", room)
                    .param("from", room.equals("quiet") ? 1_000 : 2_000)
                    .update();
        }
        for (int n = 0; n < 101; n++) held(1_000 + n, "room-r" + n, room("r" + n, "everybody", ""));

        assertThat(page("duty-officer", "/rooms/waiting", "en")).contains("/rooms/at/XB-1/topics/906");
    }

    /** Published in the order of their subjects, and again when one changes. */
    @Test
    void a_title_is_that_of_what_was_said_first() throws Exception {
        var answer = new HashMap<>(said(907, 10, "night", "question", "An answer.", ""));
        answer.put("title", "post-10");
        held(907, "post-10", answer);
        held(908, "post-9", said(907, 9, "night", "question", "The question.", ""));
        assertThat(page("duty-officer", "/rooms/at/XB-1/topics/907", "en"))
                .contains("A topic")
                .containsSubsequence("The question.", "An answer.");
    }

    @Test
    void nothing_is_said_to_a_host_that_contradicted_itself() throws Exception {
        db.sql(
                        "update board.followed set stopped = 'two-faces', stopped_at = since where host = 'XB-1' and audience = 'participants'")
                .update();
        assertThat(page("duty-officer", TOPIC, "en")).contains("note red").doesNotContain("Write an answer");
        answered(403, "duty-officer", post(TOPIC));
    }

    @Test
    void what_is_no_contribution_is_left_out() throws Exception {
        var broken = new HashMap<>(said(903, 6, "night", "question", word + " with a label that is none", ""));
        broken.put("label", "TLP:PURPLE");
        held(906, "post-6", broken);
        var nowhere = new HashMap<>(said(904, 7, "night", "question", word + " in no room", ""));
        nowhere.put("room", "../held");
        held(907, "post-7", nowhere);
        held(908, "post-8", said(905, 8, "night", "question", "<script>" + word + "</script>", ""));

        var endless = new HashMap<String, Object>(said(908, 9, "night", "question", "Until when?", ""));
        endless.put("at", "+999999999-12-31T23:59:59Z");
        endless.put("until", holding.today().plusDays(3).toString());
        var nobody = IntStream.range(0, 9_000).mapToObj(Integer::toString).collect(Collectors.joining(" "));
        endless.put("asked-of", List.of(nobody, "XA-1"));
        held(909, "post-9", endless);
        assertThat(page("duty-officer", "/rooms/waiting", "en")).contains("/topics/908");

        assertThat(code("duty-officer", "/rooms/at/XB-1/topics/903")).isEqualTo(404);
        assertThat(code("duty-officer", "/rooms/at/XB-1/topics/904")).isEqualTo(404);
        assertThat(page("duty-officer", "/rooms/at/XB-1/topics/905", "en")).doesNotContain("<script>" + word);
    }

    @Test
    void a_check_shows_who_stands_where_and_one_says_it_by_an_act() throws Exception {
        held(906, "post-6", said(906, 6, "night", "check", "Thirty days for all?", ""));
        held(907, "stance-906-1", stance("XD-1", "agree", "It suits us."));
        held(908, "stance-906-2", stance("XE-1", "cannot-accept", ""));
        held(909, "stance-906-3", stance("XF-1", "abstain", "Unknown word."));
        held(910, "stance-906-4", stance("XF-1", "agree", "x".repeat(1_001)));
        var elsewhere = new HashMap<>(stance("XF-1", "agree", "Elsewhere."));
        elsewhere.put("room", "quiet");
        held(911, "stance-906-5", elsewhere);
        held(913, "stance-906-7", stance("XF-1" + "x".repeat(197), "agree", "By whom?"));
        held(912, "stance-901-6", stance("XF-1", "agree", "No check."));

        var topic = "/rooms/at/XB-1/topics/906";
        assertThat(page("duty-officer", topic, "en"))
                .contains("not a decision", "<dt>agree</dt><dd>1</dd>", "<dt>cannot accept it</dt><dd>1</dd>")
                .containsSubsequence("XD-1", "It suits us.", "XE-1", "Say where we stand")
                .doesNotContain("XF-1", "Unknown word.", "Elsewhere.", "By whom?");
        assertThat(page("duty-officer", TOPIC, "en")).doesNotContain("Say where we stand", "No check.");
        assertThat(page("oversight", topic, "en")).contains("XD-1").doesNotContain("Say where we stand");

        var draft = redirected("duty-officer", post(topic + "/stance"));
        assertThat(drafts.get(draft.split("/")[2]).body())
                .containsEntry("kind", "stance")
                .containsEntry("topic", "906")
                .containsEntry("room", "night")
                .containsEntry("label", "green");
        assertThat(page("duty-officer", draft, "en")).contains("name=\"stance\"", "We can live with it");
        drafts.discard(draft.split("/")[2], official("maren"));
        held(914, "post-14", said(914, 14, "night", "question", "Not answered?", ""));
        answered(403, "duty-officer", post("/rooms/at/XB-1/topics/914/stance"));
    }

    @Test
    void what_was_asked_there_waits_here_and_how_an_answer_went_is_said_by_an_act() throws Exception {
        var asked = new HashMap<String, Object>(said(906, 6, "night", "question", "What do you keep?", ""));
        asked.put("asked-of", List.of("XA-1", "XD-1"));
        asked.put("until", holding.today().plusDays(3).toString());
        held(906, "post-6", asked);
        assertThat(page("duty-officer", "/rooms/waiting", "en"))
                .contains("/rooms/at/XB-1/topics/906", "an answer was asked for");
        assertThat(page("duty-officer", "/rooms/at/XB-1/topics/906", "en")).contains("XA-1, XD-1");
        held(915, "post-15", about(asked, 915));
        held(916, "post-16", about(asked, 916, "stale", "yes"));
        held(917, "post-17", about(asked, 917, "room", "shut"));
        held(918, "room-shut", room("shut", "everybody", ""));
        assertThat(page("duty-officer", "/rooms/waiting", "en")).contains("/topics/915", "/topics/917");
        db.sql("update board.held set standing = false where host = 'XB-1' and subject = 'room-shut'")
                .update();
        assertThat(page("duty-officer", "/rooms/waiting", "en"))
                .as("out of date there, or in a room that was closed there")
                .contains("/topics/915")
                .doesNotContain("/topics/916", "/topics/917");
        assertThat(page("duty-officer", "/rooms/at/XB-1/topics/916", "en")).contains("Marked as out of date");
        var answer = new HashMap<>(said(906, 7, "night", "question", "Thirty days.", ""));
        answer.put("said-by", "XA-1");
        held(907, "post-7", answer);
        assertThat(page("duty-officer", "/rooms/waiting", "en")).doesNotContain("/rooms/at/XB-1/topics/906");

        var line = new HashMap<>(stance("XD-1", "worked-changed", "With sixty."));
        line.put("topic", 901);
        held(908, "stance-901-8", line);
        line.put("post", 2);
        line.put("text", "With ninety.");
        held(909, "stance-901-9", line);
        line.put("post", 1);
        line.put("text", "With another.");
        held(910, "stance-901-10", line);
        assertThat(page("duty-officer", TOPIC, "en"))
                .containsSubsequence("Accepted answer", "worked, changed", "With sixty.", "Say how it went")
                .contains("With ninety.")
                .doesNotContain("With another.");
        var draft = redirected("duty-officer", post(TOPIC + "/stance"));
        assertThat(drafts.get(draft.split("/")[2]).body())
                .containsEntry("kind", "tried")
                .containsEntry("post", "2")
                .containsEntry("topic", "901");
        var told = redirected("duty-officer", post(TOPIC + "/tell").param("post", "2"));
        assertThat(drafts.get(told.split("/")[2]).body())
                .containsEntry("kind", "notice")
                .containsEntry("post", "2");
        answered(404, "duty-officer", post(TOPIC + "/tell").param("post", "99"));
        drafts.discard(draft.split("/")[2], official("maren"));
        drafts.discard(told.split("/")[2], official("maren"));
    }

    private static Map<String, Object> about(Map<String, Object> said, long number, String... other) {
        var about = new HashMap<>(said);
        about.put("topic", number);
        about.put("post", number);
        if (other.length > 0) about.put(other[0], other[1]);
        return about;
    }

    private static Map<String, Object> stance(String by, String stance, String words) {
        return Map.of(
                "kind", "stance",
                "title", "A topic",
                "room", "night",
                "topic", 906,
                "label", "TLP:GREEN",
                "said-by", by,
                "at", "2026-11-28T12:00:00Z",
                "stance", stance,
                "text", words);
    }

    @Test
    void words_of_a_name_that_is_too_long_to_be_one_are_left_out() throws Exception {
        var longest = new HashMap<>(said(901, 6, "night", "question", "From a long name.", ""));
        longest.put("said-by", "x".repeat(200));
        held(906, "post-6", longest);
        var longer = new HashMap<>(said(901, 7, "night", "question", "From one that is none.", ""));
        longer.put("said-by", "x".repeat(201));
        held(907, "post-7", longer);

        assertThat(page("duty-officer", TOPIC, "en"))
                .contains("From a long name.")
                .doesNotContain("From one that is none.");
    }

    /** What a host shows of its rooms is what another node reads here. */
    @Test
    void a_host_publishes_its_rooms_and_which_answer_was_accepted() {
        var open = room(TrafficLight.GREEN, false, true);
        var closed = room(TrafficLight.AMBER, false, false);
        long topic = speaking.open(open, said("What do you keep?"), maren);
        long answer = speaking.reply(topic, said("Thirty days."), okell);
        speaking.accept(topic, answer, maren);

        var shown = publishing.subjects().before(Audience.PARTICIPANTS);
        assertThat(shown.get("room-" + open)).containsEntry("title", "A room").containsEntry("writes", "everybody");
        assertThat(shown.get("post-" + answer))
                .containsEntry("accepted", "yes")
                .containsEntry("topic-kind", "question");
        assertThat(shown).doesNotContainKey("room-" + closed);
        shown.values().forEach(BoardWords::hold);
        assertThat(publishing.subjects().before(Audience.PUBLIC)).doesNotContainKeys("room-" + open, "room-" + closed);
    }

    private static Map<String, Object> room(String id, String writes, String chatham) {
        return Map.of(
                "kind",
                "room",
                "title",
                "The room " + id,
                "room",
                id,
                "label",
                "TLP:GREEN",
                "language",
                "en",
                "writes",
                writes,
                "chatham",
                chatham,
                "text",
                "What it is for.");
    }

    private static Map<String, Object> said(
            long topic, long post, String room, String kind, String text, String accepted) {
        return Map.ofEntries(
                Map.entry("kind", "post"),
                Map.entry("title", "A topic"),
                Map.entry("room", room),
                Map.entry("topic", topic),
                Map.entry("post", post),
                Map.entry("label", "TLP:GREEN"),
                Map.entry("said-by", "XB-1"),
                Map.entry(
                        "at",
                        Instant.parse("2026-11-28T12:00:00Z").plusSeconds(post).toString()),
                Map.entry("language", "en"),
                Map.entry("text", text),
                Map.entry("topic-kind", kind),
                Map.entry("accepted", accepted));
    }

    private static byte[] document(Map<String, ?> shown) {
        return Publication.document("0".repeat(32), shown);
    }

    private Publication publication(String subject, Map<String, ?> shown, long k, boolean withdraws) {
        return new Publication(
                directory.network(),
                "XB-1",
                "rooms",
                NumberedFeed.first(Audience.PARTICIPANTS),
                Publication.kind("row", shown),
                subject,
                Instant.parse("2026-11-28T12:00:00Z").plusSeconds(k),
                withdraws,
                Digests.sha256(document(shown)));
    }

    private void held(long k, String subject, Map<String, ?> shown) {
        byte[] body = document(shown);
        var at = Instant.parse("2026-11-28T12:00:00Z").plusSeconds(k);
        var publication = publication(subject, shown, k, false);
        db.sql("""
                insert into board.held (host, audience, k, board, subject, act, signed, envelope, body, standing, at, taken)
                values ('XB-1', 'participants', :k, 'rooms', :subject, :act, '', :envelope, :body, true, :at, :at)
                """)
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
