package org.comity.forum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.comity.board.BoardWords;
import org.comity.proof.feed.Audience;
import org.comity.ui.ThingsDue;
import org.comity.vocabulary.TrafficLight;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What waits for a State in rooms is told to it alone; how an answer went is each State's own line; moderators are told. */
class WaitingInRoomsTest extends OfficersInRooms {

    @Autowired
    private WaitingForParticipant waiting;

    @Autowired
    private DueInRooms due;

    @Autowired
    private TellingModerators telling;

    @Autowired
    private PublishingPosts publishing;

    @Test
    void an_answer_that_was_asked_waits_for_whom_it_was_asked_of_until_it_answers() throws Exception {
        var room = room(TrafficLight.GREEN, false, true);
        long topic = speaking.open(room, asking("XA-1, XD-1"), member);

        assertThat(mine(room, maren)).containsExactly("asked " + day());
        assertThat(mine(room, outsider)).containsExactly("asked " + day());
        assertThat(mine(room, person("XE-1"))).isEmpty();
        assertThat(mine(room, member)).isEmpty();
        assertThat(due.due(official("maren")))
                .extracting(ThingsDue.Due::address)
                .contains("/rooms/topics/" + topic);
        assertThat(page("duty-officer", "/rooms/waiting", "en"))
                .contains("/rooms/topics/" + topic + "\"", "an answer was asked for");
        assertThat(page("duty-officer", "/rooms", "en")).contains("Waiting for us", "New in seven days");
        assertThat(page("duty-officer", "/rooms/waiting", "ar")).doesNotContain("forum.");
        assertThat(page("duty-officer", "/rooms/topics/" + topic, "en")).contains("An answer was asked", "XA-1, XD-1");

        speaking.reply(topic, said("Thirty days."), maren);
        assertThat(mine(room, maren)).isEmpty();
        assertThat(mine(room, outsider)).hasSize(1);
        assertThat(page("duty-officer", "/rooms/topics/" + topic, "en"))
                .as("nobody is shown as silent")
                .contains("XA-1, XD-1")
                .doesNotContain("not answered", "XD-1 has");
        assertThat(publishing.subjects().before(Audience.PARTICIPANTS).values())
                .filteredOn(
                        it -> it.get("kind").equals("post") && it.get("room").equals(room))
                .hasSize(2)
                .allSatisfy(it -> assertThat(it)
                        .containsEntry("asked-of", List.of("XA-1", "XD-1"))
                        .containsEntry("until", day()))
                .allSatisfy(it -> BoardWords.hold(it));
    }

    @Test
    void whoever_cannot_write_in_a_room_is_not_asked_there_and_a_day_lies_ahead() throws Exception {
        var room = room(TrafficLight.AMBER, false, false);
        holding.add(room, "XA-1", "", "member", "", "", false, maren);
        holding.add(room, "XB-1", "", "member", "", "", false, maren);
        var form = post("/rooms/" + room + "/new")
                .param("kind", "question")
                .param("title", "A title")
                .param("text", "How?")
                .param("language", "en")
                .param("label", "amber");
        assertThat(answered(422, "duty-officer", form.param("asked", "XD-1").param("due", day())))
                .contains("XD-1 is not in the directory, or cannot write in this room");
        refused(
                "forum.incomplete",
                () -> speaking.open(
                        room, asking("XB-1", clock.instant().toString().substring(0, 4)), maren));
        refused("forum.incomplete", () -> speaking.open(room, asking("ZZ-9"), maren));
        long topic = speaking.open(room, asking("XB-1", day(), TrafficLight.AMBER), maren);
        assertThat(mine(room, member)).hasSize(1);
        assertThat(reading.topic(topic, 0, maren).topic().asked()).containsExactly("XB-1");
    }

    @Test
    void what_waits_where_one_only_reads_keeps_nothing_off_the_page() {
        var left = room(TrafficLight.GREEN, false, false);
        holding.add(left, "XD-1", "", "member", "", "", false, maren);
        holding.add(left, "XB-1", "", "member", "", "", false, maren);
        var reader = outsider;
        long first = speaking.open(left, asking("XD-1"), member);
        db.sql("""
                insert into forum.topic (room, kind, title, language, tlp, articles, opened_at, last_at, asked, due_on)
                select room, kind, title, language, tlp, articles, opened_at, last_at, asked, due_on - 1
                  from forum.topic, generate_series(1, 30) where id = :first
                """).param("first", first).update();
        db.sql("update forum.member set until = now() where room = :room and participant = 'XD-1'")
                .param("room", left)
                .update();
        var room = room(TrafficLight.GREEN, false, true);
        speaking.open(room, asking("XD-1"), member);

        assertThat(mine(left, reader)).isEmpty();
        assertThat(mine(room, reader)).containsExactly("asked " + day());
        db.sql("delete from forum.topic where room = :room and id <> :first")
                .param("room", left)
                .param("first", first)
                .update();
    }

    @Test
    void a_check_that_ends_waits_for_who_has_not_said_where_it_stands_and_takes_nothing_after() {
        var room = room(TrafficLight.GREEN, false, true);
        var form = new HashMap<>(typed("check", TrafficLight.GREEN));
        form.put("due", day());
        long topic = speaking.open(room, PostForm.of(form), member);
        assertThat(mine(room, maren)).containsExactly("check " + day());
        stand(topic, "AGREE", "", maren);
        assertThat(mine(room, maren)).isEmpty();

        db.sql("update forum.topic set due_on = :day where id = :topic")
                .param("day", holding.today().minusDays(1))
                .param("topic", topic)
                .update();
        assertThat(mine(room, outsider)).isEmpty();
        refused("forum.decided", () -> stand(topic, "CONCERN", "", outsider));
    }

    @Test
    void what_a_moderator_did_waits_while_it_can_be_appealed() {
        var room = room(TrafficLight.GREEN, false, true);
        holding.moderator(room, "okell", true, maren);
        long topic = speaking.open(room, said("How?"), member);
        long post = reading.topic(topic, 0, member).posts().getFirst().id();
        moderating.take(post, ModerationStep.ASK, "off-topic", "Elsewhere.", null, okell);
        assertThat(mine(room, member)).singleElement().asString().startsWith("appeal ");
        assertThat(mine(room, outsider)).isEmpty();
    }

    @Test
    void states_that_tried_the_accepted_answer_say_how_it_went_each_once() throws Exception {
        var room = room(TrafficLight.GREEN, false, true);
        long topic = speaking.open(room, said("How?"), member);
        long answer = speaking.reply(topic, said("So."), outsider);
        var path = "/rooms/topics/" + topic + "/stance";
        assertThat(answered(422, "duty-officer", post(path).param("stance", "WORKED")))
                .contains("Another answer is accepted now, or none");
        speaking.accept(topic, answer, member);

        refused("forum.forbidden", () -> stand(topic, "WORKED", "", answer, outsider));
        var number = Long.toString(answer);
        assertThat(answered(
                        422, "duty-officer", post(path).param("answer", number).param("stance", "AGREE")))
                .contains("Choose how it went");
        for (var line : List.of("DID_NOT_WORK Not by our law.", "WORKED_CHANGED Sixty days.")) {
            redirected(
                    "duty-officer",
                    post(path)
                            .param("answer", number)
                            .param("seen", reading.topic(topic, 0, maren).seen())
                            .param("stance", line.split(" ", 2)[0])
                            .param("words", line.split(" ", 2)[1]));
        }
        assertThat(page("duty-officer", "/rooms/topics/" + topic, "en"))
                .contains("Who tried it", "worked, changed", "Sixty days.")
                .doesNotContain("Not by our law.", "<dt>worked");
        assertThat(new String(taking.json(topic, member), StandardCharsets.UTF_8))
                .contains("\"tried\":[", "worked-changed");
        assertThat(publishing.subjects().before(Audience.PARTICIPANTS).values())
                .filteredOn(
                        it -> it.get("kind").equals("stance") && it.get("room").equals(room))
                .singleElement()
                .satisfies(it ->
                        assertThat(it).containsEntry("stance", "worked-changed").containsEntry("post", answer))
                .satisfies(BoardWords::hold);

        speaking.accept(topic, null, member);
        assertThat(reading.topic(topic, 0, member).stances()).isEmpty();
        long other = speaking.reply(topic, said("Or so."), outsider);
        speaking.accept(topic, other, member);
        assertThat(reading.topic(topic, 0, member).stances())
                .as("said of another answer")
                .isEmpty();
    }

    @Test
    void a_line_is_of_the_answer_that_its_page_showed_and_of_no_other() throws Exception {
        var room = room(TrafficLight.GREEN, false, true);
        long topic = speaking.open(room, asking("XA-1"), member);
        long first = speaking.reply(topic, said("So."), outsider);
        long second = speaking.reply(topic, said("Or so."), outsider);
        speaking.accept(topic, first, member);
        assertThat(page("duty-officer", "/rooms/topics/" + topic, "en"))
                .contains("name=\"answer\" value=\"" + first + "\"");
        speaking.accept(topic, second, member);

        var late = post("/rooms/topics/" + topic + "/stance")
                .param("answer", Long.toString(first))
                .param("stance", "WORKED")
                .param("words", "With sixty days.");
        assertThat(answered(422, "duty-officer", late))
                .contains("Another answer is accepted now", "With sixty days.", "value=\"" + second + "\"");
        refused("forum.incomplete", () -> stand(topic, "WORKED", "", first, maren));
        assertThat(reading.topic(topic, 0, maren).stances()).isEmpty();

        posts.hide(second, clock.instant());
        refused("forum.decided", () -> stand(topic, "WORKED", "", second, maren));
        posts.hide(second, null);
        assertThat(mine(room, maren)).isEmpty();
        speaking.withdraw(second, outsider);
        refused("forum.incomplete", () -> stand(topic, "WORKED", "", second, maren));
        assertThat(mine(room, maren)).as("nothing is accepted any more").hasSize(1);
    }

    @Test
    void what_moderators_were_told_goes_with_the_contribution() {
        var room = room(TrafficLight.GREEN, false, true);
        holding.moderator(room, "okell", true, maren);
        long topic = speaking.open(room, said("How?"), member);
        long post = speaking.reply(topic, said("So."), outsider);
        telling.tell(post, word, maren);
        var notice = telling.open(okell).stream()
                .filter(it -> it.post() == post)
                .findFirst()
                .orElseThrow();
        speaking.withdraw(post, outsider);
        assertThat(telling.open(okell)).noneMatch(it -> it.post() == post);
        refused("forum.decided", () -> telling.looked(notice.id(), okell));
        assertThat(db.sql("select words from forum.notice where post = :post")
                        .param("post", post)
                        .query(String.class)
                        .list())
                .containsExactly("");
    }

    @Test
    void moderators_are_told_of_a_contribution_and_one_looks() throws Exception {
        var room = room(TrafficLight.GREEN, false, true);
        holding.moderator(room, "okell", true, maren);
        long topic = speaking.open(room, said("How?"), member);
        long post = reading.topic(topic, 0, member).posts().getFirst().id();
        assertThat(page("duty-officer", "/rooms/topics/" + topic, "en")).contains("Tell a moderator");
        assertThat(answered(422, "duty-officer", post("/rooms/posts/" + post + "/tell")))
                .contains("Write why");
        refused("forum.decided", () -> telling.tell(post, "My own.", member));
        refused("forum.forbidden", () -> telling.tell(post, "Who am I?", RoomReader.NOBODY));
        redirected("duty-officer", post("/rooms/posts/" + post + "/tell").param("words", word));
        telling.tell(post, word + " again", maren);

        var notice = telling.open(okell).stream()
                .filter(it -> it.post() == post)
                .findFirst()
                .orElseThrow();
        assertThat(notice.words()).isEqualTo(word + " again");
        assertThat(notice.shownAs()).isEqualTo("XA-1");
        assertThat(telling.open(maren)).noneMatch(it -> it.post() == post);
        refused("forum.unknown", () -> telling.looked(notice.id(), maren));
        assertThat(due.due(official("okell"))).extracting(ThingsDue.Due::kind).contains("room-notice");
        telling.looked(notice.id(), okell);
        assertThat(telling.open(okell)).noneMatch(it -> it.post() == post);
        refused("forum.decided", () -> telling.looked(notice.id(), okell));
    }

    /** What one official told stands beside what a colleague tells, and what a page says beside what an act said. */
    @Test
    void nobody_writes_over_what_a_colleague_or_an_act_told_moderators() {
        var room = room(TrafficLight.GREEN, false, true);
        holding.moderator(room, "okell", true, maren);
        long topic = speaking.open(room, said("How?"), member);
        long post = reading.topic(topic, 0, member).posts().getFirst().id();
        telling.told(kept(post), "By act.", word, maren);
        telling.tell(post, "A name.", maren);
        telling.tell(post, "A phone number.", tolva);
        telling.tell(post, "Two names.", maren);
        assertThat(told(post)).containsExactlyInAnyOrder("By act.", "Two names.", "A phone number.");

        telling.follow(word, "correct", "By act, corrected.");
        assertThat(told(post)).contains("By act, corrected.");
        telling.follow(word, "withdraw", "");
        assertThat(told(post)).containsExactlyInAnyOrder("Two names.", "A phone number.");
    }

    private List<String> told(long post) {
        return telling.open(okell).stream()
                .filter(it -> it.post() == post)
                .map(OpenNotice::words)
                .toList();
    }

    @Test
    void no_participant_makes_moderators_read_all_day() {
        var room = room(TrafficLight.GREEN, false, true);
        long topic = speaking.open(room, said("How?"), member);
        var many = person("XF-1");
        for (int i = 0; i < TellingModerators.MOST_A_DAY; i++) {
            telling.tell(speaking.reply(topic, said("Said " + i), member), "Look.", many);
        }
        long last = speaking.reply(topic, said("Last."), member);
        refused("forum.told-enough", () -> telling.tell(last, "Look.", many));
        telling.tell(last, "Look.", person("XE-1"));
    }

    private List<String> mine(String room, RoomReader reader) {
        return waiting.of(reader, "en").stream()
                .filter(it -> it.room().equals(room))
                .map(it -> it.why().word() + " " + it.by())
                .toList();
    }

    private String day() {
        return holding.today().plusDays(9).toString();
    }

    private PostForm asking(String whom) {
        return asking(whom, day());
    }

    private static PostForm asking(String whom, String day) {
        return asking(whom, day, TrafficLight.GREEN);
    }

    private static PostForm asking(String whom, String day, TrafficLight light) {
        var form = new HashMap<>(typed("question", light));
        form.put("asked", whom);
        form.put("due", day);
        return PostForm.of(form);
    }

    private static Map<String, String> typed(String kind, TrafficLight light) {
        return Map.of("kind", kind, "title", "A title", "text", "How?", "language", "en", "label", light.word());
    }
}
