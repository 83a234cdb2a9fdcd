package org.comity.forum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.comity.procedure.file.OfficersByLetter;
import org.comity.proof.feed.Audience;
import org.comity.ui.Language;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.SharingChannel;
import org.comity.vocabulary.TrafficLight;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

/** Rooms as they are opened, written in and read: who gets what by which way is the label's rule. */
class RoomsTest extends OfficersByLetter {

    @Autowired
    private HoldingRooms holding;

    @Autowired
    private Speaking speaking;

    @Autowired
    private Moderating moderating;

    @Autowired
    private ReadingRooms reading;

    @Autowired
    private TranslatingPosts translating;

    @Autowired
    private TakingAlong taking;

    @Autowired
    private FeedOfRooms feed;

    @Autowired
    private WritingDigest digest;

    @Autowired
    private PublishingPosts publishing;

    @Autowired
    private PostRows posts;

    @Autowired
    private JdbcClient db;

    /** A word that nobody else in these tests writes. */
    private final String word = "w" + UUID.randomUUID().toString().replace("-", "");

    private RoomReader maren;
    private RoomReader okell;
    private RoomReader tolva;

    /** Persons of other participants, as a seat brings them. */
    private final RoomReader member = person("XB-1");

    private final RoomReader outsider = person("XD-1");

    @BeforeEach
    void officials() {
        maren = office("maren");
        okell = office("okell");
        tolva = office("tolva");
    }

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
        assertThat(lights(digest.text(Language.ENGLISH, member))).containsExactlyInAnyOrder("clear", "green");
        assertThat(lights(digest.text(Language.ENGLISH, RoomReader.NOBODY))).containsExactlyInAnyOrder("clear");
    }

    @Test
    void the_title_of_a_narrower_topic_leaves_with_no_reply() {
        var room = room(TrafficLight.CLEAR, false, false);
        holding.add(room, "XB-1", "", "member", "", "", false, maren);
        var hidden = "T" + word;
        var opening = PostForm.of(
                Map.of("kind", "question", "title", hidden, "text", "Among us.", "language", "en", "label", "amber"));
        long topic = speaking.open(room, opening, member);
        long reply = speaking.reply(topic, said(word + " clear", TrafficLight.CLEAR), member);

        assertThat(posts(RoomReader.NOBODY)).containsExactly("");
        assertThat(posts(outsider)).containsExactly("");
        assertThat(posts(member)).containsExactly(hidden);
        for (var reader : List.of(RoomReader.NOBODY, outsider, member)) {
            assertThat(new String(feed.atom(null, reader), StandardCharsets.UTF_8))
                    .contains(word + " clear")
                    .doesNotContain(hidden);
            assertThat(digest.text(Language.ENGLISH, reader)).doesNotContain(hidden);
        }
        assertThat(publishing.subjects(Audience.PUBLIC).get("post-" + reply)).containsEntry("title", "post-" + reply);
        assertThat(publishing.subjects(Audience.PUBLIC).values().toString()).doesNotContain(hidden);
        assertThat(publishing.subjects(Audience.PARTICIPANTS).values().toString())
                .doesNotContain(hidden);
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
        refused("forum.forbidden", () -> holding.all(machine));
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
    void under_the_chatham_house_rule_two_moderators_together_learn_who_spoke() {
        var room = room(TrafficLight.AMBER, true, false);
        holding.add(room, "XB-1", "", "member", "a member of the first group", "", false, maren);
        holding.moderator(room, "maren", true, okell);
        holding.moderator(room, "tolva", true, okell);
        long topic = speaking.open(room, said("Our law has a gap here.", TrafficLight.AMBER), member);
        var post = reading.topic(topic, 0, maren).posts().getFirst();

        assertThat(post.shownAs()).isEqualTo("a member of the first group");
        assertThat(moderating.who(post, maren)).isEmpty();
        refused("forum.forbidden", () -> moderating.askWho(post.id(), "A court asks.", okellAsMember(room)));
        moderating.askWho(post.id(), "A court asks.", maren);
        var asked =
                reading.post(post.id(), null, tolva).disclosures().getFirst().id();
        refused("forum.third-moderator", () -> moderating.agreeWho(post.id(), asked, maren));
        assertThat(moderating.who(post, maren)).isEmpty();
        moderating.agreeWho(post.id(), asked, tolva);
        assertThat(moderating.who(post, maren).orElseThrow().participant()).isEqualTo("XB-1");
        assertThat(moderating.who(post, tolva)).isPresent();
        assertThat(moderating.who(post, member)).isEmpty();
        assertThat(db.sql(
                                "select coalesce(max(official), '') from ledger.line where subject = :s and what = 'forum.said'")
                        .param("s", "post-" + post.id())
                        .query(String.class)
                        .single())
                .isEmpty();
    }

    private RoomReader okellAsMember(String room) {
        holding.add(room, "XA-1", "", "member", "", "", false, maren);
        return okell;
    }

    @Test
    void a_moderator_gives_a_reason_and_another_one_hears_the_appeal() throws Exception {
        var room = room(TrafficLight.GREEN, false, true);
        holding.moderator(room, "maren", true, okell);
        holding.moderator(room, "tolva", true, okell);
        long topic = speaking.open(room, said(word + " buy our box"), member);
        long post = reading.topic(topic, 0, member).posts().getFirst().id();

        refused("forum.incomplete", () -> moderating.take(post, ModerationStep.HIDE, "advertising", " ", null, maren));
        refused("forum.incomplete", () -> moderating.take(post, ModerationStep.HIDE, "taste", "No.", null, maren));
        refused("forum.forbidden", () -> moderating.take(post, ModerationStep.HIDE, "advertising", "No.", null, okell));
        moderating.take(post, ModerationStep.HIDE, "advertising", "It praises a product.", null, maren);
        assertThat(reading.topic(topic, 0, outsider).posts().getFirst().text()).isEmpty();
        assertThat(reading.topic(topic, 0, member).posts().getFirst().text()).contains("buy our box");
        assertThat(reading.found(word, SharingChannel.SEARCH, outsider)).isEmpty();
        assertThat(fed(outsider)).isEmpty();
        assertThat(taking.csv(topic, outsider)).doesNotContain("buy our box");

        var done = reading.post(post, null, member).moderations().getFirst();
        refused("forum.unknown", () -> moderating.appeal(done.id(), "It is free.", outsider));
        moderating.appeal(done.id(), "It is free.", member);
        assertThat(page("duty-officer", "/rooms", "en")).contains("On contribution " + post);
        refused("forum.third-moderator", () -> moderating.decide(done.id(), true, "No.", maren));
        moderating.decide(done.id(), true, "It is free indeed.", tolva);
        assertThat(reading.topic(topic, 0, outsider).posts().getFirst().text()).contains("buy our box");

        var table =
                web.perform(get("/rooms/moderation")).andReturn().getResponse().getContentAsString();
        assertThat(table).contains("advertising").doesNotContain(word, room, "praises", "maren");
    }

    @Test
    void an_appeal_has_its_days() {
        var room = room(TrafficLight.GREEN, false, true);
        holding.moderator(room, "maren", true, okell);
        long topic = speaking.open(room, said("Twice."), member);
        long post = reading.topic(topic, 0, member).posts().getFirst().id();
        moderating.take(post, ModerationStep.ASK, "twice", "It stands there already.", null, maren);
        var done = reading.post(post, null, member).moderations().getFirst();
        var late = clock.instant().minus(moderating.appealing()).minus(Duration.ofMinutes(1));
        db.sql("update forum.moderation set at = :at where id = :id")
                .param("at", late.atOffset(ZoneOffset.UTC))
                .param("id", done.id())
                .update();

        refused("forum.decided", () -> moderating.appeal(done.id(), "Where?", member));
    }

    @Test
    void the_checker_warns_and_who_writes_decides_on_record() throws Exception {
        var room = room(TrafficLight.GREEN, false, true);
        var text = "He wrote from 203.0.113.7 to us.";
        var form = post("/rooms/" + room + "/new")
                .param("kind", "lesson")
                .param("title", "One address")
                .param("language", "en")
                .param("label", "green")
                .param("text", text);
        assertThat(answered(422, "duty-officer", form)).contains("an IP address", "I looked");
        var topic = redirected(
                "duty-officer",
                post("/rooms/" + room + "/new")
                        .param("kind", "lesson")
                        .param("title", "One address")
                        .param("language", "en")
                        .param("label", "green")
                        .param("text", text)
                        .param("asWritten", "yes"));
        assertThat(page("duty-officer", topic, "en")).contains(text, "its author left it as it is");
        long id = Long.parseLong(topic.substring(topic.lastIndexOf('/') + 1));
        assertThat(reading.topic(id, 0, maren).posts().getFirst().warned()).containsExactly("address");
        assertThat(page("duty-officer", topic, "ar")).doesNotContain("forum.");
    }

    @Test
    void a_temperature_check_is_no_decision_and_one_participant_has_one_line() throws Exception {
        var room = room(TrafficLight.GREEN, false, true);
        long topic = speaking.open(room, check("Ninety days?"), maren);
        speaking.stand(topic, "CONCERN", "Too long.", member);
        speaking.stand(topic, "AGREE", "", new RoomReader("XB-1", "seat:another", "B", null));
        speaking.stand(topic, "CANNOT_ACCEPT", "Our law says thirty.", outsider);

        assertThat(reading.topic(topic, 0, maren).stances()).hasSize(2);
        assertThat(page("duty-officer", "/rooms/topics/" + topic, "en"))
                .contains("not a decision", "Our law says thirty")
                .doesNotContain("Too long.");
        assertThat(new String(taking.json(topic, member), StandardCharsets.UTF_8))
                .contains("not a decision");
        assertThat(taking.csv(topic, member)).contains("not a decision");
    }

    @Test
    void what_others_stand_for_leaves_by_no_way_that_the_label_forbids() {
        var room = room(TrafficLight.AMBER, false, false);
        holding.add(room, "XB-1", "", "member", "", "", false, maren);
        holding.add(room, "XD-1", "", "member", "", "", false, maren);
        long topic = speaking.open(room, form("check", "Ninety days?", TrafficLight.AMBER), member);
        speaking.stand(topic, "CONCERN", "Our law says thirty.", outsider);
        speaking.stand(topic, "AGREE", "Fine with us.", member);

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
    void plan_and_minutes_of_a_working_group_are_written_by_who_leads_it() {
        var room = open(new RoomForm(name(), "Drafters", "en", "A draft by June.", "green", false, true, false, ""));
        holding.add(room, "XB-1", "", "member", "", "", true, maren);
        holding.add(room, "XD-1", "", "member", "", "", false, maren);

        refused("forum.forbidden", () -> speaking.open(room, of("plan", "By June."), outsider));
        long plan = speaking.open(room, of("plan", "By June."), member);
        assertThat(reading.topic(plan, 0, outsider).topic().kind()).isEqualTo(TopicKind.PLAN);
        assertThat(reading.room(room, null, outsider).members()).hasSize(2);
    }

    @Test
    void a_machine_is_told_from_a_person_and_the_original_is_one_click_away() throws Exception {
        var room = room(TrafficLight.GREEN, false, true);
        long topic = speaking.open(room, said("How long are logs kept?"), member);
        long post = reading.topic(topic, 0, member).posts().getFirst().id();
        translating.keep(post, "fr", true, "Combien de temps ?", outsider);
        assertThat(page("duty-officer", "/rooms/topics/" + topic, "en")).contains("translated by a machine");
        assertThat(page("duty-officer", "/rooms/posts/" + post + "?translation=fr", "en"))
                .contains("Combien de temps", "nobody has checked it", "href=\"/rooms/posts/" + post + "\"");
        translating.check(post, "fr", maren);
        assertThat(reading.post(post, "fr", member).translation().origin()).isEqualTo("machine-checked");
        translating.keep(post, "fr", false, "Combien de temps conserve-t-on ?", outsider);
        assertThat(reading.post(post, "fr", member).translation().origin()).isEqualTo("person");
        refused("forum.decided", () -> translating.keep(post, "fr", true, "Une machine.", outsider));
        assertThat(answered(
                        409,
                        "duty-officer",
                        post("/rooms/posts/" + post + "/translations")
                                .param("language", "es")
                                .param("text", "¿?")))
                .contains("Something that is needed");
    }

    @Test
    void what_was_hidden_or_taken_out_is_read_in_no_translation() {
        var room = room(TrafficLight.GREEN, false, true);
        holding.moderator(room, "maren", true, okell);
        long topic = speaking.open(room, said("How long are logs kept?"), member);
        long post = reading.topic(topic, 0, member).posts().getFirst().id();
        translating.keep(post, "fr", true, "Combien de temps ?", outsider);

        moderating.take(post, ModerationStep.HIDE, "case-data", "It names a person.", null, maren);
        assertThat(reading.topic(topic, 0, outsider).translations()).isEmpty();
        assertThat(reading.post(post, null, outsider).translations()).isEmpty();
        refused("forum.unknown", () -> reading.post(post, "fr", outsider));
        assertThat(reading.post(post, "fr", member).translation()).isNotNull();
        assertThat(reading.topic(topic, 0, maren).translations()).isNotEmpty();

        long other = speaking.reply(topic, said("Thirty days at the office by the lake."), member);
        translating.keep(other, "fr", false, "Trente jours au bord du lac.", outsider);
        speaking.correct(other, said("Thirty days."), member);
        assertThat(reading.post(other, null, outsider).translations()).isEmpty();
    }

    @Test
    void red_goes_on_its_day_and_its_name_stays() {
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
        holding.forgetDue();
        refused("forum.unknown", () -> reading.topic(topic, 0, member));
        assertThat(holding.one(room, maren).room().title()).isEqualTo("A room");
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

    @Test
    void a_person_in_a_seat_reads_and_speaks_under_the_seats_own_pages() throws Exception {
        var room = room(TrafficLight.AMBER, false, false);
        holding.add(room, "XD-1", "", "member", "", "", false, maren);
        var cookie = sitting();
        var topic = seated(
                        cookie,
                        post("/seat/rooms/" + room + "/new")
                                .param("kind", "question")
                                .param("title", "From a seat")
                                .param("language", "en")
                                .param("label", "amber")
                                .param("text", "May we ask here?"))
                .getRedirectedUrl();
        assertThat(topic).startsWith("/seat/rooms/topics/");
        assertThat(seated(cookie, get(URI.create(topic))).getContentAsString()).contains("May we ask here?", "XD-1");
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
        step(row(question), "place", Map.of(), Map.of(), "okell");
        assertThat(posts.ofThread(row(question).thread()))
                .as("no member: placed by mistake, and not shown")
                .isEmpty();

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
        step(row(second), "lift", Map.of("text", "It is."), Map.of(), "okell");
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
        step(row(third), "place", Map.of(), Map.of(), "okell");
        assertThat(posts.ofThread(row(third).thread())).isEmpty();
    }

    private String act(String room, String kind, String topic, String label) {
        return correspondence.recordRequest(
                "forum-post/1",
                "XD-1",
                Map.ofEntries(
                        Map.entry("instrument", "uncc"),
                        Map.entry("authority", "Ministry of Justice of Dorvane"),
                        Map.entry("room", room),
                        Map.entry("kind", kind),
                        Map.entry("topic", topic),
                        Map.entry("title", "Logs of hosts"),
                        Map.entry("articles", List.of("25")),
                        Map.entry("text", "How long do hosts keep logs with you?"),
                        Map.entry("language", "en"),
                        Map.entry("label", label),
                        Map.entry("looked", "no-case-no-person")),
                arrived(),
                official("maren"));
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

    private MockHttpServletResponse seated(Cookie cookie, AbstractMockHttpServletRequestBuilder<?> what)
            throws Exception {
        return web.perform(what.cookie(cookie).with(csrf())).andReturn().getResponse();
    }

    private KeptPost kept(long id) {
        return posts.find(id, "").orElseThrow();
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
        return lights(publishing.subjects(audience).values().toString());
    }

    private List<String> fed(RoomReader reader) {
        return lights(new String(feed.atom(null, reader), StandardCharsets.UTF_8));
    }

    private List<String> lights(String text) {
        return java.util.regex.Pattern.compile(word + " ([a-z-]+)")
                .matcher(text)
                .results()
                .map(it -> it.group(1))
                .distinct()
                .toList();
    }

    private String room(TrafficLight light, boolean chatham, boolean everybody) {
        var day = light == TrafficLight.RED ? holding.today().plusDays(30).toString() : "";
        return open(new RoomForm(name(), "A room", "en", "For a test.", light.word(), chatham, false, everybody, day));
    }

    private String open(RoomForm form) {
        holding.propose(form, maren);
        holding.open(form.id(), tolva);
        return form.id();
    }

    private static String name() {
        return "r" + UUID.randomUUID().toString().substring(0, 18);
    }

    private static PostForm said(String text) {
        return said(text, TrafficLight.GREEN);
    }

    private static PostForm said(String text, TrafficLight light) {
        return form("question", text, light);
    }

    private static PostForm check(String text) {
        return form("check", text, TrafficLight.GREEN);
    }

    private static PostForm of(String kind, String text) {
        return form(kind, text, TrafficLight.GREEN);
    }

    private static PostForm form(String kind, String text, TrafficLight light) {
        return PostForm.of(
                Map.of("kind", kind, "title", "A title", "text", text, "language", "en", "label", light.word()));
    }

    private RoomReader office(String id) {
        var official = official(id);
        return new RoomReader("XA-1", "office:" + id, official.name(), official);
    }

    private static RoomReader person(String participant) {
        return new RoomReader(participant, "seat:" + participant, "A person of " + participant, null);
    }
}
