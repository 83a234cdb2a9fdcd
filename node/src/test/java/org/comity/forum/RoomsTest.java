package org.comity.forum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.comity.board.BoardWords;
import org.comity.database.WaitingForLock;
import org.comity.ledger.Ledger;
import org.comity.procedure.RequestRow;
import org.comity.proof.feed.Audience;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.SharingChannel;
import org.comity.vocabulary.TrafficLight;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens rooms and lets in who belongs there: nobody else can tell a room from one that is not there. */
class RoomsTest extends OfficersInRooms {

    @Autowired
    private ModerationRows moderations;

    @Autowired
    private StanceRows stances;

    @Autowired
    private PublishingPosts publishing;

    @Autowired
    private Ledger ledger;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void a_room_is_there_once_a_second_officer_opened_it() throws Exception {
        var id = name();
        var form = post("/rooms/held")
                .param("id", id)
                .param("title", "Public help")
                .param("language", "en")
                .param("terms", "For every authority.")
                .param("label", "green")
                .param("everybody", "yes");
        assertThat(redirected("duty-officer", form)).isEqualTo("/rooms/held/" + id);
        assertThat(answered(404, "duty-officer", get("/rooms/" + id))).contains("There is no such room");
        refused("forum.second-officer-must-differ", () -> holding.open(id, maren));

        redirected("second-officer", post("/rooms/held/" + id + "/open"));
        assertThat(page("duty-officer", "/rooms", "en")).contains("Public help", "TLP:GREEN");
        assertThat(page("duty-officer", "/rooms/" + id, "ar")).doesNotContain("forum.");
        assertThat(answered(422, "duty-officer", post("/rooms/held").param("id", "search")))
                .contains("Write a short name", "Write the terms of reference");
    }

    @Test
    void a_proposal_stands_on_the_desk_of_who_may_open_it_and_is_taken_away_to_be_written_anew() throws Exception {
        var form = new RoomForm(name(), "Proposed", "en", "For a test.", "amber", true, false, false, "");
        holding.propose(form, maren);
        assertThat(page("second-officer", "/desk", "en")).contains("wait", "Read what is proposed");
        assertThat(holding.waitingFor(official("maren"))).isLessThan(holding.waitingFor(official("tolva")));
        assertThat(page("second-officer", "/rooms/held/" + form.id(), "ar")).doesNotContain("forum.");

        holding.add(form.id(), "XD-1", "", "member", "", "", false, maren);
        assertThat(redirected("second-officer", post("/rooms/held/" + form.id() + "/withdraw")))
                .isEqualTo("/rooms/held");
        refused("forum.unknown", () -> holding.one(form.id(), maren));
        var open = room(TrafficLight.GREEN, false, false);
        refused("forum.decided", () -> holding.withdraw(open, maren));
    }

    @Test
    void however_many_rooms_there_are_each_proposal_is_counted_for_who_may_open_it() {
        var officer = official("tolva");
        transaction.executeWithoutResult(others -> {
            others.setRollbackOnly();
            int before = holding.waitingFor(officer);
            db.sql("""
                    insert into forum.room (id, title, language, terms, label, chatham, working, everybody, proposed_by,
                           proposed_at, opened_by, opened_at)
                    select 'many-' || n, 'A' || n, 'en', 'For a test.', 'GREEN', false, false, false, 'maren', now(),
                           'okell', now()
                      from generate_series(1, 500) n
                    """).update();
            holding.propose(new RoomForm(name(), "Z", "en", "For a test.", "amber", true, false, false, ""), maren);

            assertThat(holding.waitingFor(officer)).isEqualTo(before + 1);
            assertThat(holding.waitingFor(official("maren"))).isZero();
        });
    }

    @Test
    void however_many_rooms_there_are_the_last_is_read_and_found_page_by_page() {
        transaction.executeWithoutResult(others -> {
            others.setRollbackOnly();
            db.sql("""
                    insert into forum.room (id, title, language, terms, label, chatham, working, everybody, proposed_by,
                           proposed_at, opened_by, opened_at)
                    select 'many-' || n, 'A' || n, 'en', 'For a test.', 'GREEN', false, false, false, 'maren', now(),
                           'okell', now()
                      from generate_series(1, 600) n
                    """).update();
            var form = new RoomForm(name(), "Zz", "en", "For a test.", "amber", false, false, false, "");
            open(form);
            holding.add(form.id(), "XA-1", "", "member", "", "", false, maren);
            var topic = speaking.open(form.id(), said("words", TrafficLight.AMBER), maren);

            assertThat(reading.topic(topic, 0, maren).posts()).hasSize(1);
            assertThat(pages(after -> reading.all(after, maren).rooms())).contains(form.id());
            assertThat(pages(after -> reading.all(after, outsider).rooms()))
                    .contains("many-600")
                    .doesNotContain(form.id());
            assertThat(pages(after -> holding.all(after, maren))).contains(form.id());
            assertThat(reading.newestRooms(List.of("many-1"), SharingChannel.PAGE, 2, maren))
                    .extracting(KeptRoom::id)
                    .contains("many-1", form.id());
        });
    }

    /** By their names, each once. */
    private static List<String> pages(Function<String, List<KeptRoom>> page) {
        var all = new ArrayList<String>();
        for (var some = page.apply(null); !some.isEmpty(); some = page.apply(all.getLast())) {
            some.forEach(it -> all.add(it.id()));
        }
        assertThat(all).doesNotHaveDuplicates().hasSizeGreaterThan(600);
        return all;
    }

    @Test
    void a_closed_room_says_so_and_invites_nobody_to_begin() throws Exception {
        var room = room(TrafficLight.GREEN, false, true);
        assertThat(page("duty-officer", "/rooms/held/" + room, "en")).contains("Yes, close it");
        redirected("duty-officer", post("/rooms/held/" + room + "/close"));

        assertThat(page("duty-officer", "/rooms/held/" + room, "en"))
                .contains("This room is closed")
                .doesNotContain("Yes, close it");
        assertThat(page("duty-officer", "/rooms/" + room, "en"))
                .contains("This room is closed")
                .doesNotContain("Begin with a question");
    }

    @Test
    void who_opened_a_room_and_is_not_in_it_reads_what_to_do_and_chooses_members_by_name() throws Exception {
        var room = room(TrafficLight.GREEN, false, false);
        assertThat(page("duty-officer", "/rooms/" + room, "en"))
                .contains("Only who is in this room begins a topic", "href=\"/rooms/held/" + room + "\"")
                .doesNotContain("Begin with a question");
        assertThat(page("duty-officer", "/rooms/held/" + room, "en"))
                .contains("not even the authority that holds it")
                .containsPattern("<option value=\"XD-1\"[^>]*>[^<]+ · XD-1</option>");
    }

    @Test
    void what_is_wrong_with_a_member_stands_at_its_field_with_what_was_typed() throws Exception {
        var red = room(TrafficLight.RED, false, false);
        var path = "/rooms/held/" + red + "/members";
        assertThat(answered(
                        422,
                        "duty-officer",
                        post(path).param("participant", "XQ-9").param("grouping", "African")))
                .contains("The directory has no participant", "Choose whether it is", "African");
        assertThat(answered(
                        422,
                        "duty-officer",
                        post(path).param("participant", "XD-1").param("role", "member")))
                .contains("only named persons read");
        assertThat(answered(422, "duty-officer", named(path, "XD-1", "seat:nonsense")))
                .contains("Choose the person who is named.");
        assertThat(answered(422, "duty-officer", named(path, "XB-1", "office:maren")))
                .contains("of another participant");
        var amber = "/rooms/held/" + room(TrafficLight.AMBER, false, false) + "/members";
        assertThat(answered(
                        422,
                        "duty-officer",
                        post(amber).param("participant", "XD-1").param("role", "observer")))
                .contains("Choose the member that brought the observer.");

        redirected("duty-officer", named(path, "", "office:maren"));
        assertThat(holding.one(red, okell).members())
                .singleElement()
                .satisfies(it -> assertThat(it.participant()).isEqualTo("XA-1"));
        assertThat(page("duty-officer", "/rooms/held/" + red, "en"))
                .contains("<bdi>" + official("maren").name() + "</bdi>");
    }

    private static MockHttpServletRequestBuilder named(String path, String participant, String person) {
        return post(path)
                .param("participant", participant)
                .param("role", "named")
                .param("person", person);
    }

    /** No feed carries it: that a member does not see the room is said before and after it is added. */
    @Test
    void who_adds_a_member_with_a_node_to_a_narrow_room_is_told_that_it_does_not_see_it() throws Exception {
        var amber = room(TrafficLight.AMBER, false, false);
        var held = "/rooms/held/" + amber;
        assertThat(page("duty-officer", held, "en")).contains("does not see a room of this label");
        redirected(
                "duty-officer",
                post(held + "/members").param("participant", "XB-1").param("role", "member"));
        redirected(
                "duty-officer",
                post(held + "/members").param("participant", "XD-1").param("role", "member"));
        assertThat(page("duty-officer", held, "en").split("does not see this room: it has a node", -1))
                .hasSize(2);
        var green = "/rooms/held/" + room(TrafficLight.GREEN, false, false);
        redirected(
                "duty-officer",
                post(green + "/members").param("participant", "XB-1").param("role", "member"));
        assertThat(page("duty-officer", green, "en")).doesNotContain("does not see");

        assertThat(answered(
                        422,
                        "duty-officer",
                        post(held + "/members")
                                .param("participant", "XB-1")
                                .param("role", "observer")
                                .param("broughtBy", "XD-1")))
                .contains("in another role, and would lose that");
        assertThat(holding.one(amber, maren).members())
                .extracting(it -> it.participant() + " " + it.role())
                .containsExactlyInAnyOrder("XB-1 MEMBER", "XD-1 MEMBER");
    }

    @Test
    void a_title_has_no_characters_that_turn_it_and_articles_are_those_of_the_convention() throws Exception {
        var room = room(TrafficLight.GREEN, false, true);
        var topic = redirected("duty-officer", topic(room, "Look at \u202Egnp.evil", ""));
        assertThat(page("duty-officer", topic, "en"))
                .contains("Look at gnp.evil")
                .doesNotContain("\u202E");
        assertThat(answered(422, "duty-officer", topic(room, "\u202E\u200B", "")))
                .contains("Write a title of at most 200 characters.");
        assertThat(answered(422, "duty-officer", topic(room, "Articles", "25, 999")))
                .contains("999 is no article of the Convention");
        for (var none : List.of("0", "69", "99(1)")) {
            assertThat(answered(422, "duty-officer", topic(room, "Articles", "25, 68 " + none)))
                    .contains("is no article of the Convention", "value=\"25, 68 " + none + "\"");
        }
    }

    private static MockHttpServletRequestBuilder topic(String room, String title, String articles) {
        return post("/rooms/" + room + "/new")
                .param("kind", "question")
                .param("title", title)
                .param("articles", articles)
                .param("language", "en")
                .param("label", "green")
                .param("text", "Where?");
    }

    @Test
    void what_is_said_with_a_double_press_is_said_once() throws Exception {
        var room = room(TrafficLight.GREEN, false, true);
        assertThat(page("duty-officer", "/rooms/" + room + "/new", "en")).contains("name=\"once\"");
        var once = token();
        var topic = redirected("duty-officer", topic(room, "Twice", "").param("once", once));
        assertThat(redirected("duty-officer", topic(room, "Twice", "").param("once", once)))
                .isEqualTo(topic);

        assertThat(page("duty-officer", topic, "en")).contains("name=\"once\"");
        var again = token();
        var post = redirected("duty-officer", reply(topic, again));
        assertThat(redirected("duty-officer", reply(topic, again))).isEqualTo(post);
        assertThat(page("duty-officer", topic, "en")).containsOnlyOnce("Said with a double press.");
    }

    private static MockHttpServletRequestBuilder reply(String topic, String once) {
        return post(topic)
                .param("language", "en")
                .param("label", "green")
                .param("text", "Said with a double press.")
                .param("once", once);
    }

    @Test
    void who_is_not_in_a_room_cannot_tell_it_from_one_that_is_not_there() throws Exception {
        var room = room(TrafficLight.AMBER, false, false);
        holding.add(room, "XB-1", "", "member", "", "", false, maren);
        long topic = speaking.open(room, said("Among us.", TrafficLight.AMBER), member);

        refused("forum.unknown", () -> reading.topic(topic, 0, outsider));
        refused("forum.unknown", () -> reading.room(room, null, outsider));
        refused("forum.unknown", () -> speaking.reply(topic, said("Hm.", TrafficLight.AMBER), outsider));
        refused("forum.unknown", () -> speaking.open(room, said("Hm.", TrafficLight.AMBER), outsider));
        assertThat(web.perform(get("/rooms/topics/" + topic))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(404);
        refused("forum.unknown", () -> taking.json(topic, outsider));
        long open = speaking.open(room(TrafficLight.GREEN, false, true), said("Elsewhere."), outsider);
        for (var name : List.of(room, name())) {
            refused("forum.unknown", () -> reading.room(name, open, outsider));
            refused("forum.unknown", () -> reading.topicsBy(name, SharingChannel.API, open, outsider));
        }

        holding.remove(room, "XB-1", "", maren);
        refused("forum.unknown", () -> reading.room(room, null, new RoomReader("XB-1", "seat:new", "N", null)));
        assertThat(reading.topic(topic, 0, member).posts())
                .as("one's own words stay one's own")
                .hasSize(1);
    }

    @Test
    void whoever_only_runs_the_machine_takes_no_part() {
        var room = room(TrafficLight.AMBER, false, false);
        holding.add(room, "XA-1", "", "member", "", "", false, maren);
        long topic = speaking.open(room, said("Among us.", TrafficLight.AMBER), maren);
        var machine = new RoomReader(
                "XA-1",
                "office:root",
                "Root",
                new Official("root", "Root", "XA-1/o-0", java.util.Set.of(Duty.ADMINISTRATOR)));

        refused("forum.unknown", () -> reading.topic(topic, 0, machine));
        refused("forum.forbidden", () -> holding.all(null, machine));
    }

    @Test
    void plan_and_minutes_of_a_working_group_are_written_by_who_leads_it() {
        var room = open(new RoomForm(name(), "Drafters", "en", "A draft by June.", "green", false, true, false, ""));
        holding.add(room, "XB-1", "", "member", "", "", true, maren);
        holding.add(room, "XD-1", "", "member", "", "", false, maren);

        refused("forum.forbidden", () -> speaking.open(room, of("plan", "By June."), outsider));
        long plan = speaking.open(room, of("plan", "By June."), member);
        assertThat(reading.topic(plan, 0, outsider).topic().kind()).isEqualTo(TopicKind.PLAN);
        assertThat(reading.room(room, null, outsider).members()).hasSize(2);
        assertThat(reading.room(room, null, person("XE-1")).members()).hasSize(2);
    }

    @Test
    void red_goes_on_its_day_and_its_name_stays() throws Exception {
        var room = room(TrafficLight.RED, false, false);
        holding.add(room, "XB-1", member.person(), "named", "", "", false, maren);
        refused("forum.label", () -> holding.add(room, "XB-1", "", "member", "", "", false, maren));
        long topic = speaking.open(room, said("For one person.", TrafficLight.RED), member);
        refused("forum.unknown", () -> reading.topic(topic, 0, maren));
        refused(
                "forum.label",
                () -> moderating.consent(
                        reading.topic(topic, 0, member).posts().getFirst().id(), TrafficLight.AMBER, member));

        holding.forgetDue();
        assertThat(reading.topic(topic, 0, member).posts()).hasSize(1);
        db.sql("update forum.room set deleted_on = :day where id = :id")
                .param("day", holding.today())
                .param("id", room)
                .update();
        refused("forum.forbidden", () -> speaking.open(room, said("Gone within the hour.", TrafficLight.RED), member));
        holding.forgetDue();
        refused("forum.unknown", () -> reading.topic(topic, 0, member));
        assertThat(holding.one(room, maren).room().title()).isEqualTo("A room");
        assertThat(holding.one(room, maren).room().closedAt()).isNotNull();
        assertThat(page("duty-officer", "/rooms/held/" + room, "en")).contains("This room is closed");
    }

    /** The public table would shrink with each room that goes. */
    @Test
    void how_often_moderators_did_what_stays_counted_when_a_room_goes() {
        var room = room(TrafficLight.RED, false, false);
        holding.add(room, "XB-1", member.person(), "named", "", "", false, maren);
        long topic = speaking.open(room, said("For one person.", TrafficLight.RED), member);
        var opening = reading.topic(topic, 0, member).posts().getFirst();
        var reason = "reason-" + word;
        for (var step : List.of(ModerationStep.HIDE, ModerationStep.ASK, ModerationStep.ASK)) {
            moderations.add(opening, step, reason, "Why.", "maren", clock.instant());
        }
        db.sql("update forum.moderation set appealed_at = at, lifted = true where reason = :reason and action = 'HIDE'")
                .param("reason", reason)
                .update();
        var before = counted(reason);
        assertThat(before)
                .extracting(CountedModeration::times, CountedModeration::appealed, CountedModeration::lifted)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2L, 0L, 0L),
                        org.assertj.core.groups.Tuple.tuple(1L, 1L, 1L));

        db.sql("update forum.room set deleted_on = :day where id = :id")
                .param("day", holding.today())
                .param("id", room)
                .update();
        holding.forgetDue();
        holding.forgetDue();
        assertThat(counted(reason)).isEqualTo(before);
        db.sql("delete from forum.moderation_before where reason = :reason")
                .param("reason", reason)
                .update();
    }

    private List<CountedModeration> counted(String reason) {
        return reading.counted().stream()
                .filter(it -> it.reason().equals(reason))
                .toList();
    }

    @Test
    void a_person_in_a_seat_reads_and_speaks_under_the_seats_own_pages() throws Exception {
        var room = room(TrafficLight.AMBER, false, false);
        holding.add(room, "XD-1", "", "member", "", "", false, maren);
        var cookie = sitting();
        var topic = fromSeat(
                        cookie,
                        post("/seat/rooms/" + room + "/new")
                                .param("kind", "question")
                                .param("title", "From a seat")
                                .param("language", "en")
                                .param("label", "amber")
                                .param("text", "May we ask here?"))
                .getRedirectedUrl();
        assertThat(topic).startsWith("/seat/rooms/topics/");
        assertThat(fromSeat(cookie, get(URI.create(topic))).getContentAsString())
                .contains("May we ask here?", "XD-1");
        assertThat(code("duty-officer", topic.replace("/seat", "")))
                .as("no member")
                .isEqualTo(404);
        assertThat(web.perform(get(URI.create(topic)).cookie(seat("duty-officer")))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .as("an official is nobody there")
                .isNotEqualTo(200);
    }

    @Test
    void what_a_participant_says_by_an_act_is_placed_changed_accepted_and_taken_back() throws Exception {
        var room = room(TrafficLight.GREEN, false, false);
        var question = act(room, "question", "", "amber");
        assertThat(page("duty-officer", "/requests/" + question, "en")).contains("may not write in that room");
        refused("forum.not-placeable", () -> step(row(question), "place", Map.of(), Map.of(), "okell"));
        assertThat(posts.ofThread(row(question).thread())).as("no member").isEmpty();

        holding.add(room, "XD-1", "", "member", "", "", false, maren);
        var second = act(room, "question", "", "amber");
        assertThat(page("duty-officer", "/requests/" + second, "ar")).doesNotContain("forum.", "forum-post.");
        step(row(second), "place", Map.of(), Map.of(), "okell");
        var placed = posts.ofThread(row(second).thread()).orElseThrow();
        assertThat(placed.shownAs()).isEqualTo("XD-1");
        assertThat(placed.source()).isEqualTo(PostSource.NODE);
        assertThat(placed.act())
                .isEqualTo(threads.opening(row(second).thread()).orElseThrow().id());
        refused("forum.unknown", () -> reading.topic(placed.topic(), 0, maren));

        holding.add(room, "XA-1", "", "member", "", "", false, maren);
        long answer = speaking.reply(placed.topic(), said("Ninety days."), maren);
        letters.says(second, "accept", Map.of("answer", Long.toString(answer)), Map.of());
        assertThat(reading.topic(placed.topic(), 0, maren).accepted().id()).isEqualTo(answer);
        letters.says(second, "correct", Map.of("text", "How long?", "looked", "no-case-no-person"), Map.of());
        assertThat(kept(placed.id()).text()).isEqualTo("How long?");

        assertThat(reading.topic(placed.topic(), 0, maren).posts()).hasSize(2);
        refused("forum.unknown", () -> reading.topic(placed.topic(), 0, person("XF-1")));
        letters.says(second, "consent", Map.of(), Map.of("label", "green"));
        assertThat(reading.topic(placed.topic(), 0, person("XF-1")).posts()).isNotEmpty();

        step(row(second), "hide", Map.of("why", "off-topic", "text", "Ask in the other room."), Map.of(), "okell");
        assertThat(kept(placed.id()).hiddenAt()).isNotNull();
        letters.says(second, "appeal", Map.of("text", "It is about article 25."), Map.of());
        refused("forum.third-moderator", () -> step(row(second), "lift", Map.of("text", "It is."), Map.of(), "okell"));
        assertThat(kept(placed.id()).hiddenAt()).isNotNull();
        lifted(row(second), "tolva");
        assertThat(kept(placed.id()).hiddenAt()).isNull();
        letters.says(second, "withdraw", Map.of("text", ""), Map.of());
        assertThat(kept(placed.id()).text()).isEmpty();
    }

    @Test
    void another_participants_act_answers_and_none_comes_into_a_chatham_house_room() {
        var room = room(TrafficLight.GREEN, false, true);
        long topic = speaking.open(room, said("How long are logs kept?"), maren);
        var answer = act(room, "answer", Long.toString(topic), "green");
        step(row(answer), "place", Map.of(), Map.of(), "okell");
        var placed = posts.ofThread(row(answer).thread()).orElseThrow();
        assertThat(placed.topic()).isEqualTo(topic);
        speaking.accept(topic, placed.id(), maren);
        assertThat(reading.topic(topic, 0, person("XF-1")).accepted().shownAs()).isEqualTo("XD-1");

        var quiet = room(TrafficLight.GREEN, true, true);
        var third = act(quiet, "question", "", "green");
        refused("forum.not-placeable", () -> step(row(third), "place", Map.of(), Map.of(), "okell"));
        assertThat(posts.ofThread(row(third).thread())).isEmpty();
    }

    /** By an officer who had no part in hiding it. */
    private void lifted(RequestRow request, String id) {
        var by = official(id);
        var draft = drafts.start(
                request.procedure(),
                "lift",
                request.ourRole(),
                request.counterpart(),
                request.thread(),
                Map.of("text", "It is."),
                by);
        var submitted = drafts.submit(draft.id(), draft.version(), by);
        approved(submitted, id);
    }

    /** Else it would stand under a label that its author had taken back. */
    @Test
    void what_its_author_changed_before_it_was_placed_is_placed_as_it_says_now() {
        var room = room(TrafficLight.GREEN, false, true);
        var question = act(room, "question", "", "green");
        letters.says(question, "correct", Map.of("text", "How long?", "looked", "no-case-no-person"), Map.of());
        letters.says(question, "narrow", Map.of("text", ""), Map.of("label", "amber"));
        step(row(question), "place", Map.of(), Map.of(), "okell");
        var placed = posts.ofThread(row(question).thread()).orElseThrow();
        assertThat(placed.text()).isEqualTo("How long?");
        assertThat(placed.light()).isEqualTo(TrafficLight.AMBER);
    }

    @Test
    void a_line_of_a_check_comes_by_an_act_and_each_participant_has_one() throws Exception {
        var room = room(TrafficLight.GREEN, false, true);
        long topic = speaking.open(room, form("check", "Thirty days for all?", TrafficLight.GREEN), maren);
        var id = Long.toString(topic);
        var first = stance(room, id, "concern", "Ninety would do.", "green");
        step(row(first), "place", Map.of(), Map.of(), "okell");
        assertThat(page("duty-officer", "/rooms/topics/" + topic, "en"))
                .contains("<dt>concern</dt><dd>1</dd>", "Ninety would do.");
        assertThat(publishing.subjects().before(Audience.PARTICIPANTS).values())
                .filteredOn(
                        it -> it.get("kind").equals("stance") && it.get("room").equals(room))
                .singleElement()
                .satisfies(it -> assertThat(it)
                        .containsEntry("topic", topic)
                        .containsEntry("said-by", "XD-1")
                        .containsEntry("stance", "concern")
                        .containsEntry("text", "Ninety would do."))
                .satisfies(BoardWords::hold);

        var second = stance(room, id, "live-with", "", "amber");
        step(row(second), "place", Map.of(), Map.of(), "okell");
        assertThat(lines(topic, maren))
                .as("the newest alone, and no wider than it says")
                .isEmpty();
        assertThat(lines(topic, member)).isEmpty();
        assertThat(publishing.subjects().before(Audience.PARTICIPANTS).values())
                .filteredOn(
                        it -> it.get("kind").equals("stance") && it.get("room").equals(room))
                .isEmpty();
        letters.says(first, "withdraw", Map.of("text", ""), Map.of());
        letters.says(second, "consent", Map.of(), Map.of("label", "green"));
        assertThat(lines(topic, maren)).containsExactly("XD-1 LIVE_WITH ");
        letters.says(second, "correct", Map.of("text", "For now.", "looked", "no-case-no-person"), Map.of());
        assertThat(lines(topic, member)).containsExactly("XD-1 LIVE_WITH For now.");

        step(row(second), "hide", Map.of("why", "off-topic", "text", "Say it elsewhere."), Map.of(), "okell");
        assertThat(lines(topic, maren)).isEmpty();
        letters.says(second, "appeal", Map.of("text", "It is about this."), Map.of());
        refused("forum.third-moderator", () -> step(row(second), "lift", Map.of("text", "It is."), Map.of(), "okell"));
        lifted(row(second), "tolva");
        assertThat(lines(topic, maren)).containsExactly("XD-1 LIVE_WITH For now.");
        letters.says(second, "withdraw", Map.of("text", ""), Map.of());
        assertThat(lines(topic, maren)).isEmpty();
    }

    /** Else who had seen nothing stand would write over it. */
    @Test
    void an_act_is_placed_after_whoever_presses_at_the_same_moment() throws Exception {
        var room = room(TrafficLight.GREEN, false, true);
        long topic = speaking.open(room, form("check", "Thirty days for all?", TrafficLight.GREEN), maren);
        var line = stance(room, Long.toString(topic), "concern", "Ninety would do.", "green");
        try (var other = Executors.newSingleThreadExecutor()) {
            var placed = transaction.execute(_ -> {
                stances.lock(topic, "XD-1");
                var act = other.submit(() -> step(row(line), "place", Map.of(), Map.of(), "okell"));
                await().until(() -> act.isDone() || WaitingForLock.anybody(db));
                assertThat(lines(topic, maren)).isEmpty();
                assertThat(act.isDone()).isFalse();
                return act;
            });
            placed.get();
        }
        assertThat(lines(topic, maren)).containsExactly("XD-1 CONCERN Ninety would do.");
    }

    /** Else it would be read by all who take part, against what its author signed. */
    @Test
    void a_line_that_its_author_made_narrower_stays_so_when_its_topic_is_wide_again() {
        var room = room(TrafficLight.GREEN, false, true);
        long topic = speaking.open(room, form("check", "Thirty days for all?", TrafficLight.GREEN), maren);
        var line = stance(room, Long.toString(topic), "concern", "Ninety would do.", "green");
        step(row(line), "place", Map.of(), Map.of(), "okell");
        assertThat(lines(topic, maren)).containsExactly("XD-1 CONCERN Ninety would do.");

        labelled(topic, TrafficLight.AMBER);
        letters.says(line, "narrow", Map.of("text", ""), Map.of("label", "amber"));
        labelled(topic, TrafficLight.GREEN);
        assertThat(lines(topic, maren)).isEmpty();
        letters.says(line, "consent", Map.of(), Map.of("label", "green"));
        assertThat(lines(topic, maren)).containsExactly("XD-1 CONCERN Ninety would do.");
    }

    @Test
    void beside_a_line_that_was_placed_stands_where_it_is_and_nothing_of_placing_it() throws Exception {
        var room = room(TrafficLight.GREEN, false, true);
        long topic = speaking.open(room, form("check", "Thirty days for all?", TrafficLight.GREEN), maren);
        var line = stance(room, Long.toString(topic), "concern", "Ninety would do.", "green");
        var path = "/requests/" + line;
        assertThat(page("duty-officer", path, "en")).contains("then place it");

        step(row(line), "place", Map.of(), Map.of(), "okell");
        assertThat(page("duty-officer", path, "en"))
                .contains("/rooms/topics/" + topic + "\"", "Line in the temperature check of topic " + topic)
                .doesNotContain("then place it");
        stand(topic, "AGREE", "Sixty, then.", outsider);
        assertThat(page("duty-officer", path, "en"))
                .contains("Nothing of it stands in the room.")
                .doesNotContain("then place it", "/rooms/topics/" + topic);
        assertThat(page("duty-officer", path, "ar")).doesNotContain("forum.nowhere");
    }

    @Test
    void lines_leave_no_node_once_their_question_is_withdrawn() {
        var room = room(TrafficLight.GREEN, false, true);
        long topic = speaking.open(room, form("check", "Thirty days for all?", TrafficLight.GREEN), maren);
        stand(topic, "CONCERN", "Ninety would do.", outsider);
        assertThat(published(room)).hasSize(1);
        speaking.withdraw(reading.topic(topic, 0, maren).posts().getFirst().id(), maren);
        assertThat(published(room)).isEmpty();
    }

    private List<?> published(String room) {
        return publishing.subjects().before(Audience.PARTICIPANTS).values().stream()
                .filter(it -> it.get("kind").equals("stance") && it.get("room").equals(room))
                .toList();
    }

    /** While the clock of this node was ahead, a line got a time that no later one would reach. */
    @Test
    void a_line_stands_that_is_newer_than_one_whose_time_lies_ahead() {
        var room = room(TrafficLight.GREEN, false, true);
        long topic = speaking.open(room, form("check", "Thirty days for all?", TrafficLight.GREEN), maren);
        for (var words : List.of("First.", "Second.")) {
            var line = stance(room, Long.toString(topic), "concern", words, "green");
            step(row(line), "place", Map.of(), Map.of(), "okell");
            assertThat(lines(topic, maren)).containsExactly("XD-1 CONCERN " + words);
            said(topic, clock.instant().plus(Duration.ofDays(90)));
        }
        stand(topic, "AGREE", "Third.", outsider);
        assertThat(lines(topic, maren)).containsExactly("XD-1 AGREE Third.");
    }

    @Test
    void a_line_that_is_older_than_what_stands_is_not_placed_and_comes_back_to_its_author() throws Exception {
        var room = room(TrafficLight.GREEN, false, true);
        long topic = speaking.open(room, form("check", "Thirty days for all?", TrafficLight.GREEN), maren);
        var older = stance(room, Long.toString(topic), "concern", "Older.", "green");
        var newer = stance(room, Long.toString(topic), "agree", "Newer.", "green");
        step(row(newer), "place", Map.of(), Map.of(), "okell");
        var thread = row(older).thread();
        said(topic, threads.opening(thread).orElseThrow().at().plusMillis(1));
        refused("forum.not-placeable", () -> step(row(older), "place", Map.of(), Map.of(), "okell"));

        assertThat(lines(topic, maren)).containsExactly("XD-1 AGREE Newer.");
        assertThat(row(older).state()).isEqualTo("Said");
        assertThat(page("duty-officer", "/requests/" + older, "en"))
                .contains("Another line of this participant stands in that check");
        step(
                row(older),
                "set-aside",
                Map.of("why", "off-topic", "text", "You have said something else since."),
                Map.of(),
                "okell");
        assertThat(row(older).state()).isEqualTo("SetAside");
    }

    private void said(long topic, Instant at) {
        db.sql("update forum.stance set at = :at where topic = :topic")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("topic", topic)
                .update();
    }

    private void labelled(long topic, TrafficLight light) {
        db.sql("update forum.topic set tlp = :light where id = :topic")
                .param("light", light.name())
                .param("topic", topic)
                .update();
    }

    @Test
    void no_line_stands_where_nothing_was_asked() throws Exception {
        var room = room(TrafficLight.GREEN, false, true);
        long topic = speaking.open(room, said("How long are logs kept?"), maren);
        var act = stance(room, Long.toString(topic), "agree", "", "green");
        assertThat(page("duty-officer", "/requests/" + act, "en")).contains("is no temperature check");
        refused("forum.not-placeable", () -> step(row(act), "place", Map.of(), Map.of(), "okell"));
        assertThat(row(act).state()).isEqualTo("Said");
    }

    @Test
    void a_question_by_an_act_asks_whom_the_room_lets_answer() throws Exception {
        var room = room(TrafficLight.GREEN, false, true);
        var day = holding.today().plusDays(9).toString();
        var wrong =
                act(room, "question", "", "green", Map.of("text", "How?", "asked", List.of("ZZ-9"), "answerBy", day));
        assertThat(page("duty-officer", "/requests/" + wrong, "en")).contains("must be in the directory");
        refused("forum.not-placeable", () -> step(row(wrong), "place", Map.of(), Map.of(), "okell"));

        var right =
                act(room, "question", "", "green", Map.of("text", "How?", "asked", List.of("XA-1"), "answerBy", day));
        step(row(right), "place", Map.of(), Map.of(), "okell");
        var placed = posts.ofThread(row(right).thread()).orElseThrow();
        var topic = reading.topic(placed.topic(), 0, maren).topic();
        assertThat(topic.asked()).containsExactly("XA-1");
        assertThat(topic.dueOn()).isEqualTo(day);
    }

    @Test
    void how_an_answer_went_and_what_moderators_should_see_come_by_acts() throws Exception {
        var room = room(TrafficLight.GREEN, false, true);
        holding.moderator(room, "okell", true, maren);
        long topic = speaking.open(room, said("How?"), maren);
        long answer = speaking.reply(topic, said("So."), member);
        var early = act(
                room,
                "tried",
                Long.toString(topic),
                "green",
                Map.of("tried", "worked", "post", Long.toString(answer), "text", ""));
        refused("forum.not-placeable", () -> step(row(early), "place", Map.of(), Map.of(), "okell"));
        speaking.accept(topic, answer, maren);
        step(row(early), "place", Map.of(), Map.of(), "okell");
        assertThat(lines(topic, maren)).containsExactly("XD-1 WORKED ");
        long other = speaking.reply(topic, said("Or so."), member);
        var late = act(
                room,
                "tried",
                Long.toString(topic),
                "green",
                Map.of("tried", "worked", "post", Long.toString(answer), "text", "Late."));
        speaking.accept(topic, other, maren);
        refused("forum.not-placeable", () -> step(row(late), "place", Map.of(), Map.of(), "okell"));
        assertThat(page("duty-officer", "/requests/" + late, "en")).contains("no longer, the accepted answer");
        speaking.accept(topic, answer, maren);

        var none = act(room, "notice", Long.toString(topic), "green", Map.of("post", "1", "text", "Look at it."));
        refused("forum.not-placeable", () -> step(row(none), "place", Map.of(), Map.of(), "okell"));
        var told = act(
                room, "notice", Long.toString(topic), "green", Map.of("post", Long.toString(answer), "text", "Look."));
        step(row(told), "place", Map.of(), Map.of(), "okell");
        assertThat(page("duty-officer", "/requests/" + told, "en")).contains("The moderators of the room have it.");
        assertThat(page("lawyer", "/rooms/moderation", "en")).contains("Told to moderators", "Look.");
        assertThat(posts.ofThread(row(told).thread())).isEmpty();
        letters.says(told, "correct", Map.of("text", "Look again.", "looked", "no-case-no-person"), Map.of());
        assertThat(page("lawyer", "/rooms/moderation", "en"))
                .contains("Look again.")
                .doesNotContain("Look.");
        letters.says(told, "withdraw", Map.of("text", ""), Map.of());
        assertThat(page("lawyer", "/rooms/moderation", "en")).doesNotContain("Look again.");
        assertThat(db.sql("select words from forum.notice where thread = :thread")
                        .param("thread", row(told).thread())
                        .query(String.class)
                        .list())
                .containsExactly("");
    }

    private List<String> lines(long topic, RoomReader reader) {
        return reading.topic(topic, 0, reader).stances().stream()
                .map(it -> it.shownAs() + " " + it.stance() + " " + it.words())
                .toList();
    }

    private String stance(String room, String topic, String stance, String words, String label) {
        return act(room, "stance", topic, label, Map.of("stance", stance, "text", words));
    }

    private String act(String room, String kind, String topic, String label) {
        return act(room, kind, topic, label, Map.of("text", "How long do hosts keep logs with you?"));
    }

    private String act(String room, String kind, String topic, String label, Map<String, Object> rest) {
        var body = new HashMap<String, Object>(rest);
        body.putAll(Map.of(
                "instrument",
                "uncc",
                "authority",
                "Ministry of Justice of Dorvane",
                "room",
                room,
                "kind",
                kind,
                "topic",
                topic,
                "title",
                "Logs of hosts",
                "articles",
                List.of("25"),
                "language",
                "en",
                "label",
                label,
                "looked",
                "no-case-no-person"));
        return correspondence.recordRequest("forum-post/1", "XD-1", body, arrived(), official("maren"));
    }

    private Cookie sitting() {
        var id = UUID.randomUUID().toString().replace("-", "").substring(0, 12);
        var cookie = UUID.randomUUID().toString();
        db.sql("""
                insert into cooperation.seat
                    (id, authority, name, function, person, expires_at, invited_by, credential, key, given, confirmed)
                values (:id, 'XD-1', 'Lea Vant', 'Clerk', :person, :until, 'maren', cast(:id as bytea), '\\x01', true, true)
                """)
                .param("id", id)
                .param("person", "XD-1/s-" + id)
                .param("until", clock.instant().plus(Duration.ofDays(7)).atOffset(ZoneOffset.UTC))
                .update();
        db.sql("""
                insert into cooperation.seat_visit (hash, seat, seen_at, begun_at)
                values (sha256(convert_to(:cookie, 'UTF8')), :id, :now, :now)
                """)
                .param("cookie", cookie)
                .param("id", id)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return new Cookie("comity-seat-XA-1", cookie);
    }

    private static PostForm of(String kind, String text) {
        return form(kind, text, TrafficLight.GREEN);
    }
}
