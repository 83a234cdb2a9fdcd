package org.comity.forum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.comity.identity.secret.ApiTokens;
import org.comity.proof.feed.Audience;
import org.comity.ui.Language;
import org.comity.vocabulary.SharingChannel;
import org.comity.vocabulary.TrafficLight;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Writes in rooms and reads it by each way: who gets what by which way is the label's rule. */
class TalkInRoomsTest extends OfficersInRooms {

    @Autowired
    private ApiTokens tokens;

    @Autowired
    private GatheringDigest digest;

    @Autowired
    private PublishingPosts publishing;

    @Test
    void a_question_is_answered_and_who_asked_accepts() throws Exception {
        var room = room(TrafficLight.GREEN, false, true);
        holding.add(room, "XB-1", "", "member", "", "", false, maren);
        long topic = speaking.open(room, said("How do you keep logs of a host abroad?"), member);
        long answer = speaking.reply(topic, said("By its own order, thirty days."), maren);

        refused("forum.not-yours", () -> speaking.accept(topic, answer, maren));
        speaking.accept(topic, answer, member);
        assertThat(page("duty-officer", "/rooms/topics/" + topic, "en")).contains("Accepted answer", "thirty days");
        assertThat(new String(taking.json(topic, member), StandardCharsets.UTF_8))
                .contains("\"accepted\":true");
        speaking.stale(topic, member);
        assertThat(page("duty-officer", "/rooms/topics/" + topic, "en")).contains("out of date");
    }

    @Test
    void each_way_lets_through_what_the_label_allows_and_nothing_else() {
        var observer = person("XD-1");
        var stranger = person("XF-1");
        for (var light : TrafficLight.values()) {
            var room = room(light, false, light == TrafficLight.GREEN);
            if (light == TrafficLight.RED) {
                holding.add(room, "XB-1", member.person(), "named", "", "", false, maren);
            } else {
                holding.add(room, "XB-1", "", "member", "", "", false, maren);
                holding.add(room, "XD-1", "", "observer", "", "XB-1", false, maren);
            }
            speaking.open(room, said(word + " " + light.word(), light), member);
        }

        assertThat(pages(RoomReader.NOBODY)).containsExactlyInAnyOrder("clear");
        assertThat(pages(stranger)).containsExactlyInAnyOrder("clear", "green");
        assertThat(pages(observer)).containsExactlyInAnyOrder("clear", "green", "amber");
        assertThat(pages(member)).hasSize(5);
        assertThat(by(SharingChannel.SEARCH, observer)).containsExactlyInAnyOrder("clear", "green", "amber");
        assertThat(by(SharingChannel.API, member))
                .as("of RED no program gets its author's own words either")
                .containsExactlyInAnyOrder("clear", "green", "amber", "amber-strict");

        assertThat(boarded(Audience.PUBLIC)).containsExactly("clear");
        assertThat(boarded(Audience.PARTICIPANTS)).containsExactly("green");
        assertThat(fed(RoomReader.NOBODY)).containsExactlyInAnyOrder("clear");
        assertThat(fed(member)).containsExactlyInAnyOrder("clear", "green");
        assertThat(lights(told(member))).containsExactlyInAnyOrder("clear", "green");
        assertThat(lights(told(RoomReader.NOBODY))).containsExactlyInAnyOrder("clear");
    }

    @Test
    void a_feed_says_of_whom_it_is_and_for_whom() {
        var everybody = new String(feed.atom(null, RoomReader.NOBODY, Language.ENGLISH), StandardCharsets.UTF_8);
        assertThat(everybody)
                .contains(
                        "<title>Rooms: Aldoria</title>", "<subtitle>Only what everybody may read stands in this feed.");
        assertThat(new String(feed.atom(null, member, Language.ENGLISH), StandardCharsets.UTF_8))
                .contains("<subtitle>What you may read of the rooms");
    }

    @Test
    void the_title_of_a_narrower_topic_leaves_with_no_reply() {
        var room = room(TrafficLight.CLEAR, false, false);
        holding.add(room, "XB-1", "", "member", "", "", false, maren);
        var hidden = "Topic-of" + word;
        var opening = PostForm.of(
                Map.of("kind", "question", "title", hidden, "text", "Among us.", "language", "en", "label", "amber"));
        long topic = speaking.open(room, opening, member);
        long reply = speaking.reply(topic, said(word + " clear", TrafficLight.CLEAR), member);

        assertThat(posts(RoomReader.NOBODY)).containsExactly("");
        assertThat(posts(outsider)).containsExactly("");
        assertThat(posts(member)).containsExactly(hidden);
        for (var reader : List.of(RoomReader.NOBODY, outsider, member)) {
            assertThat(new String(feed.atom(null, reader, Language.ENGLISH), StandardCharsets.UTF_8))
                    .contains(word + " clear")
                    .doesNotContain(hidden);
            assertThat(told(reader)).doesNotContain(hidden);
        }
        assertThat(publishing.subjects().before(Audience.PUBLIC).get("post-" + reply))
                .containsEntry("title", "post-" + reply);
        assertThat(publishing.subjects().before(Audience.PUBLIC).values().toString())
                .doesNotContain(hidden);
        assertThat(publishing.subjects().before(Audience.PARTICIPANTS).values().toString())
                .doesNotContain(hidden);
    }

    private String told(RoomReader reader) {
        return digest.week(reader).toString();
    }

    /** Titles with which a search finds this test's posts. */
    private List<String> posts(RoomReader reader) {
        return reading.found(word, SharingChannel.SEARCH, reader).stream()
                .map(KeptPost::title)
                .toList();
    }

    @Test
    void a_file_holds_only_what_its_reader_may_take_along() {
        var room = room(TrafficLight.GREEN, false, false);
        holding.add(room, "XB-1", "", "member", "", "", false, maren);
        holding.add(room, "XD-1", "", "member", "", "", false, maren);
        long topic = speaking.open(room, said("Everybody here may take this."), member);
        speaking.reply(topic, said("For the room alone.", TrafficLight.AMBER), member);

        assertThat(taking.csv(topic, outsider)).contains("Everybody here").doesNotContain("For the room alone");
        assertThat(new String(taking.json(topic, outsider), StandardCharsets.UTF_8))
                .contains("TLP:GREEN")
                .doesNotContain("For the room alone", "AMBER");
        assertThat(new String(taking.json(topic, member), StandardCharsets.UTF_8))
                .as("its author takes its own words along, under the narrowest label")
                .contains("For the room alone", "\"label\":\"TLP:AMBER\"");
        assertThat(reading.topic(topic, 0, outsider).posts()).hasSize(2);
    }

    @Test
    void a_file_computes_nothing_of_what_somebody_wrote() {
        var room = room(TrafficLight.CLEAR, false, true);
        long topic = speaking.open(room, said("=1+1", TrafficLight.CLEAR), member);

        assertThat(taking.csv(topic, member)).contains("'=1+1");
    }

    @Test
    void a_label_becomes_wider_only_with_the_recorded_consent_of_its_source() {
        var room = room(TrafficLight.AMBER, false, false);
        holding.add(room, "XB-1", "", "member", "", "", false, maren);
        holding.moderator(room, "maren", true, okell);
        long topic = speaking.open(room, said("Told in trust.", TrafficLight.AMBER), member);
        long post = reading.topic(topic, 0, member).posts().getFirst().id();

        moderating.askWider(post, TrafficLight.GREEN, "Others ask the same.", maren);
        refused("forum.unknown", () -> moderating.consent(post, TrafficLight.GREEN, maren));
        assertThat(posts.relabel(kept(post), TrafficLight.GREEN))
                .as("asked, and not given: the table itself refuses")
                .isFalse();
        refused("forum.unknown", () -> reading.topic(topic, 0, outsider));

        moderating.consent(post, TrafficLight.GREEN, member);
        assertThat(posts.relabel(kept(post), TrafficLight.CLEAR))
                .as("consent to one label is none to another")
                .isFalse();
        assertThat(reading.topic(topic, 0, outsider).posts().getFirst().text()).isEqualTo("Told in trust.");
        assertThat(reading.post(post, null, member).consents())
                .anyMatch(it -> it.givenAt() != null && it.wider() == TrafficLight.GREEN);

        moderating.narrow(post, TrafficLight.AMBER_STRICT, member);
        refused("forum.unknown", () -> reading.topic(topic, 0, outsider));
        refused("forum.label", () -> moderating.consent(post, TrafficLight.RED, member));
    }

    @Test
    void a_temperature_check_is_no_decision_and_one_participant_has_one_line() throws Exception {
        var room = room(TrafficLight.GREEN, false, true);
        long topic = speaking.open(room, check("Ninety days?"), maren);
        stand(topic, "CONCERN", "Too long.", member);
        stand(topic, "AGREE", "", new RoomReader("XB-1", "seat:another", "B", null));
        stand(topic, "CANNOT_ACCEPT", "Our law says thirty.", outsider);

        assertThat(reading.topic(topic, 0, maren).stances()).hasSize(2);
        assertThat(page("duty-officer", "/rooms/topics/" + topic, "en"))
                .contains("not a decision", "Our law says thirty")
                .doesNotContain("Too long.");
        assertThat(new String(taking.json(topic, member), StandardCharsets.UTF_8))
                .contains("not a decision");
        assertThat(taking.csv(topic, member)).contains("not a decision");
    }

    @Test
    void what_a_colleague_said_is_shown_before_it_is_replaced() throws Exception {
        var room = room(TrafficLight.GREEN, false, true);
        long topic = speaking.open(room, check("Ninety days?"), maren);
        var path = "/rooms/topics/" + topic + "/stance";
        stand(topic, "CANNOT_ACCEPT", "Our law says thirty.", tolva);

        var late = post(path).param("stance", "AGREE").param("words", "Fine with us.");
        assertThat(answered(422, "duty-officer", late))
                .contains("Somebody else changed this", "For your authority stands:", "Our law says thirty.")
                .contains("value=\"Fine with us.\"");
        assertThat(reading.topic(topic, 0, maren).stances())
                .extracting(ParticipantStance::stance)
                .containsExactly("CANNOT_ACCEPT");

        var seen = reading.topic(topic, 0, maren).seen();
        redirected("duty-officer", post(path).param("stance", "AGREE").param("seen", seen));
        redirected("duty-officer", post(path).param("stance", "AGREE").param("seen", seen));
        assertThat(reading.topic(topic, 0, maren).stances())
                .extracting(ParticipantStance::stance)
                .containsExactly("AGREE");
    }

    /** The list says a member: who could tell it from a colleague's would know who spoke. */
    @Test
    void under_the_chatham_house_rule_nobody_is_told_what_a_colleague_said() throws Exception {
        var room = room(TrafficLight.GREEN, true, true);
        long topic = speaking.open(room, check("Ninety days?"), member);
        var path = "/rooms/topics/" + topic;
        stand(topic, "CANNOT_ACCEPT", "Our law says thirty.", tolva);
        assertThat(reading.topic(topic, 0, tolva).shownStanding())
                .satisfies(it -> assertThat(it.words()).isEqualTo("Our law says thirty."));
        assertThat(reading.topic(topic, 0, maren).shownStanding()).isNull();
        var seen = reading.topic(topic, 0, maren).seen();
        assertThat(page("duty-officer", path, "en"))
                .contains("you are not told what a colleague said")
                .doesNotContain("For your authority stands:");

        stand(topic, "AGREE", "Ours says ninety.", tolva);
        assertThat(reading.topic(topic, 0, maren).seen())
                .as("a mark of its words could be guessed")
                .isEqualTo(seen);
        assertThat(answered(422, "duty-officer", post(path + "/stance").param("stance", "CONCERN")))
                .contains("Somebody else changed this")
                .doesNotContain("For your authority stands:");
        redirected(
                "duty-officer",
                post(path + "/stance").param("stance", "CONCERN").param("seen", seen));
        assertThat(reading.topic(topic, 0, maren).shownStanding())
                .satisfies(it -> assertThat(it.stance()).isEqualTo("CONCERN"));
    }

    @Test
    void words_that_a_moderator_hid_are_read_by_who_said_them_alone() {
        var room = room(TrafficLight.GREEN, false, true);
        long topic = speaking.open(room, check("Ninety days?"), maren);
        var other = new RoomReader("XB-1", "seat:another", "B", null);
        stand(topic, "CONCERN", "Too long.", member);
        db.sql("update forum.stance set hidden_by = 'act' where topic = :topic")
                .param("topic", topic)
                .update();

        assertThat(reading.topic(topic, 0, member).shownStanding())
                .satisfies(it -> assertThat(it.words()).isEqualTo("Too long."));
        assertThat(reading.topic(topic, 0, other).shownStanding()).satisfies(it -> {
            assertThat(it.stance()).isEqualTo("CONCERN");
            assertThat(it.words()).isEmpty();
        });
        stand(topic, "AGREE", "", other);
        assertThat(reading.topic(topic, 0, member).stances())
                .extracting(ParticipantStance::stance)
                .containsExactly("AGREE");
    }

    @Test
    void who_chose_no_stance_reads_its_reasons_again_beside_what_is_missing() throws Exception {
        var room = room(TrafficLight.GREEN, false, true);
        long topic = speaking.open(room, check("Ninety days?"), maren);
        var path = "/rooms/topics/" + topic + "/stance";

        assertThat(answered(422, "duty-officer", post(path).param("words", "Our law says thirty.")))
                .contains("Choose where your authority stands.", "value=\"Our law says thirty.\"", "Ninety days?");
        assertThat(answered(
                        422,
                        "duty-officer",
                        post(path).param("stance", "CONCERN").param("words", "x".repeat(1_001))))
                .contains("at most 1,000 characters", "value=\"CONCERN\" checked");
        assertThat(reading.topic(topic, 0, maren).stances()).isEmpty();
        redirected("duty-officer", post(path).param("stance", "CONCERN").param("words", "Our law says thirty."));
        assertThat(reading.topic(topic, 0, maren).stances()).hasSize(1);
    }

    @Test
    void what_others_stand_for_leaves_by_no_way_that_the_label_forbids() {
        var room = room(TrafficLight.AMBER, false, false);
        holding.add(room, "XB-1", "", "member", "", "", false, maren);
        holding.add(room, "XD-1", "", "member", "", "", false, maren);
        long topic = speaking.open(room, form("check", "Ninety days?", TrafficLight.AMBER), member);
        stand(topic, "CONCERN", "Our law says thirty.", outsider);
        stand(topic, "AGREE", "Fine with us.", member);

        assertThat(reading.topic(topic, 0, member).stances()).hasSize(2);
        assertThat(new String(taking.json(topic, member), StandardCharsets.UTF_8))
                .as("its author takes its own words along, and nobody else's")
                .contains("Fine with us.")
                .doesNotContain("says thirty");
        assertThat(taking.csv(topic, member)).contains("Fine with us.").doesNotContain("says thirty");
        holding.remove(room, "XB-1", "", maren);
        assertThat(reading.topic(topic, 0, member).stances())
                .extracting(ParticipantStance::participant)
                .containsExactly("XB-1");
    }

    @Test
    void who_opened_a_check_widens_what_it_said_itself_and_nobody_elses_stance() throws Exception {
        var room = room(TrafficLight.AMBER, false, false);
        holding.add(room, "XB-1", "", "member", "", "", false, maren);
        holding.add(room, "XD-1", "", "member", "", "", false, maren);
        holding.moderator(room, "maren", true, okell);
        long topic = speaking.open(room, form("check", "Ninety days?", TrafficLight.AMBER), member);
        stand(topic, "CONCERN", "Our law says thirty.", outsider);
        long opening = reading.topic(topic, 0, member).posts().getFirst().id();
        moderating.askWider(opening, TrafficLight.CLEAR, "Others ask the same.", maren);
        moderating.consent(opening, TrafficLight.CLEAR, member);

        var stranger = person("XF-1");
        assertThat(reading.topic(topic, 0, stranger).posts()).hasSize(1);
        assertThat(reading.topic(topic, 0, stranger).stances()).isEmpty();
        assertThat(taking.csv(topic, RoomReader.NOBODY))
                .contains("Ninety days?")
                .doesNotContain("says thirty");
        assertThat(new String(taking.json(topic, stranger), StandardCharsets.UTF_8))
                .doesNotContain("says thirty");
        assertThat(reading.topic(topic, 0, member).stances())
                .extracting(ParticipantStance::light)
                .containsExactly(TrafficLight.AMBER);
        assertThat(new String(taking.json(topic, outsider), StandardCharsets.UTF_8))
                .as("its own line, under the label that it was given")
                .contains("says thirty", "\"label\":\"TLP:AMBER\"");

        stand(topic, "CONCERN", "Our law says thirty.", outsider);
        assertThat(reading.topic(topic, 0, stranger).stances())
                .as("said again where all read it")
                .extracting(ParticipantStance::light)
                .containsExactly(TrafficLight.CLEAR);
        moderating.narrow(opening, TrafficLight.AMBER, member);
        assertThat(reading.topic(topic, 0, member).stances())
                .as("narrower again with its topic")
                .extracting(ParticipantStance::light)
                .containsExactly(TrafficLight.AMBER);
    }

    @Test
    void what_was_taken_back_ends_neither_a_file_nor_what_a_program_reads() {
        var room = room(TrafficLight.AMBER, false, false);
        holding.add(room, "XB-1", "", "member", "", "", false, maren);
        long topic = speaking.open(room, said("First.", TrafficLight.AMBER), member);
        long gone = speaking.reply(topic, said("Taken back.", TrafficLight.AMBER), member);
        for (var text : List.of("Third.", "Fourth.")) {
            speaking.reply(topic, said(text, TrafficLight.AMBER), member);
        }
        speaking.withdraw(gone, member);
        assertThat(reading.postsBy(topic, SharingChannel.API, 0, 2, member))
                .as("a whole page: a program asks for the next")
                .extracting(KeptPost::text)
                .containsExactly("First.", "Third.");
        assertThat(taking.csv(topic, member)).contains("Fourth.").doesNotContain("Taken back.", "more was said");
        assertThat(new String(taking.json(topic, member), StandardCharsets.UTF_8))
                .contains("\"more\":false");
    }

    @Test
    void a_page_of_a_long_topic_stays_under_50_kb() throws Exception {
        var room = room(TrafficLight.GREEN, false, true);
        long topic = speaking.open(room, said("<b>&\"".repeat(1_300)), member);
        for (int i = 0; i < 30; i++) speaking.reply(topic, said("\"Quoted\" & said. ".repeat(110)), member);
        long after = 0;
        int pages = 0;
        do {
            var path = "/rooms/topics/" + topic + "?after=" + after;
            var html = page("duty-officer", path, "ar");
            assertThat(html.getBytes(StandardCharsets.UTF_8).length).as(path).isLessThan(50 * 1024);
            var next = reading.topic(topic, after, maren).next();
            after = next == null ? 0 : next;
            pages++;
        } while (after > 0 && pages < 40);
        assertThat(pages).isBetween(2, 31);
    }

    /** Labels of this test's posts that this reader gets on a page. */
    private List<String> pages(RoomReader reader) {
        return by(SharingChannel.PAGE, reader);
    }

    private List<String> by(SharingChannel channel, RoomReader reader) {
        return reading.found(word, channel, reader).stream()
                .map(it -> it.light().word())
                .toList();
    }

    private List<String> boarded(Audience audience) {
        return lights(publishing.subjects().before(audience).values().toString());
    }

    private static PostForm check(String text) {
        return form("check", text, TrafficLight.GREEN);
    }

    @Test
    void a_program_reads_what_the_label_lets_through_to_programs() throws Exception {
        var open = room(TrafficLight.GREEN, false, true);
        long asked = speaking.open(open, said(word + " green"), outsider);
        speaking.reply(asked, said(word + " answer"), member);
        var closed = room(TrafficLight.AMBER, false, false);
        holding.add(closed, "XB-1", "", "member", "", "", false, maren);
        long amber = speaking.open(closed, said(word + " amber", TrafficLight.AMBER), member);
        var token = tokens.create("okell", "rooms").orElseThrow();

        assertThat(program(token, "", 200)).contains("\"id\":\"" + open + "\"").doesNotContain(closed);
        assertThat(program(token, "/" + open + "/topics", 200)).contains("\"topic\":" + asked);
        assertThat(program(token, "/topics/" + asked, 200)).contains(word + " green", word + " answer", "TLP:GREEN");
        assertThat(program(token, "/search?q=" + word, 200)).contains("green").doesNotContain("amber");
        program(token, "/topics/" + amber, 404);
        program(token, "/" + closed + "/topics", 404);

        holding.add(closed, "XA-1", "", "member", "", "", false, maren);
        assertThat(program(token, "/topics/" + amber, 200)).contains(word + " amber", "TLP:AMBER");
        assertThat(web.perform(get("/api/v1/rooms")).andReturn().getResponse().getStatus())
                .isEqualTo(401);
    }

    private String program(String token, String path, int status) throws Exception {
        var answer = web.perform(get("/api/v1/rooms" + path).header("Authorization", "Bearer " + token))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).as(path).isEqualTo(status);
        return answer.getContentAsString();
    }
}
