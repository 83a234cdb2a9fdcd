package org.comity.forum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import org.comity.database.WaitingForLock;
import org.comity.vocabulary.SharingChannel;
import org.comity.vocabulary.TrafficLight;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Moderates and translates what stands in rooms: each step has a reason, and what is hidden is so in every language. */
class ModeratedRoomsTest extends OfficersInRooms {

    @Autowired
    private TranslatingPosts translating;

    @Autowired
    private TransactionTemplate transaction;

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
        assertThat(page("second-officer", "/rooms", "en")).contains("On contribution " + post);
        assertThat(page("duty-officer", "/rooms", "en")).doesNotContain("On contribution " + post);
        var onDesk = "/rooms/posts/" + post + "\">Appeal about post";
        assertThat(page("second-officer", "/desk", "en"))
                .contains(onDesk, "A moderator who did not take this step", "No period is set");
        assertThat(page("duty-officer", "/desk", "en")).as("who took the step").doesNotContain(onDesk);
        assertThat(page("second-officer", "/desk", "ar")).doesNotContain("due.");
        assertThat(page("duty-officer", "/rooms/posts/" + post, "en"))
                .contains("waits for another moderator", "It is free.")
                .doesNotContain("Let it stand");
        refused("forum.third-moderator", () -> moderating.decide(done.id(), true, "No.", maren));
        moderating.decide(done.id(), true, "It is free indeed.", tolva);
        assertThat(reading.topic(topic, 0, outsider).posts().getFirst().text()).contains("buy our box");

        var table =
                web.perform(get("/rooms/moderation")).andReturn().getResponse().getContentAsString();
        assertThat(table).contains("advertising").doesNotContain(word, room, "praises", "maren");
    }

    @Test
    void nobody_decides_about_their_own_words() throws Exception {
        var room = room(TrafficLight.GREEN, false, true);
        holding.moderator(room, "maren", true, okell);
        holding.moderator(room, "tolva", true, okell);
        holding.moderator(room, "okell", true, maren);
        long topic = speaking.open(room, said("Buy our box."), tolva);
        long post = reading.topic(topic, 0, tolva).posts().getFirst().id();
        moderating.take(post, ModerationStep.HIDE, "advertising", "It praises a product.", null, maren);
        var done = reading.post(post, null, tolva).moderations().getFirst();
        moderating.appeal(done.id(), "It is free.", tolva);

        refused("forum.third-moderator", () -> moderating.decide(done.id(), true, "It is free.", tolva));
        assertThat(moderating.appeals(tolva)).noneMatch(it -> it.id() == done.id());
        assertThat(page("second-officer", "/rooms/posts/" + post, "en"))
                .contains("waits for another moderator")
                .doesNotContain("Let it stand");
        assertThat(moderating.appeals(okell)).anyMatch(it -> it.id() == done.id());
        moderating.decide(done.id(), true, "It is free.", okell);
    }

    /** The first that a reader may read is no question where the question is kept from that reader. */
    @Test
    void who_answered_first_is_not_who_asked_though_the_question_was_made_narrower() {
        var room = room(TrafficLight.GREEN, false, true);
        holding.add(room, "XB-1", "", "member", "", "", false, maren);
        long topic = speaking.open(room, said("How long are logs kept?"), member);
        long question = reading.topic(topic, 0, member).posts().getFirst().id();
        long first = speaking.reply(topic, said("Thirty days."), outsider);
        long second = speaking.reply(topic, said("Ninety days."), maren);
        moderating.narrow(question, TrafficLight.AMBER, member);
        assertThat(reading.topic(topic, 0, outsider).posts().getFirst().id()).isEqualTo(first);
        refused("forum.not-yours", () -> speaking.accept(topic, second, outsider));
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

    /** A form that is always refused is not offered; whoever had it open reads why, beside what they wrote. */
    @Test
    void what_can_be_appealed_or_changed_no_more_is_offered_no_more() throws Exception {
        var room = room(TrafficLight.GREEN, false, true);
        holding.moderator(room, "tolva", true, okell);
        long topic = speaking.open(room, said("Twice."), maren);
        long post = reading.topic(topic, 0, maren).posts().getFirst().id();
        moderating.take(post, ModerationStep.ASK, "twice", "It stands there already.", null, tolva);
        var done = reading.post(post, null, maren).moderations().getFirst();
        var path = "/rooms/posts/" + post;
        assertThat(page("duty-officer", path, "en"))
                .contains("Why was it wrong?", path + "/correct")
                .doesNotContain("could be appealed");

        var late = clock.instant().minus(moderating.appealing()).minus(Duration.ofMinutes(1));
        db.sql("update forum.moderation set at = :at where id = :id")
                .param("at", late.atOffset(ZoneOffset.UTC))
                .param("id", done.id())
                .update();
        holding.close(room, maren);
        assertThat(page("duty-officer", path, "en"))
                .contains("could be appealed are over", "the text stays as it is", path + "/withdraw")
                .doesNotContain("Why was it wrong?", path + "/correct");

        var number = Long.toString(done.id());
        assertThat(answered(
                        422,
                        "duty-officer",
                        post(path + "/appeal").param("moderation", number).param("words", "Where, then?")))
                .contains("Write to the officers of this node", "Where, then?");
        assertThat(answered(422, "duty-officer", post(path + "/correct").param("text", "Once.")))
                .contains("the text was not changed", ">Once.<");
    }

    @Test
    void a_colleague_of_who_answered_is_offered_no_word_on_it_and_under_chatham_house_learns_nothing()
            throws Exception {
        for (boolean chatham : new boolean[] {false, true}) {
            var room = room(TrafficLight.GREEN, chatham, true);
            long topic = speaking.open(room, said("How?"), member);
            long answer = speaking.reply(topic, said("So."), tolva);
            speaking.accept(topic, answer, member);

            assertThat(page("duty-officer", "/rooms/topics/" + topic, "en").contains("Did you try"))
                    .as("a colleague, under the rule: " + chatham)
                    .isEqualTo(chatham);
            assertThat(reading.topic(topic, 0, tolva).tries()).isFalse();
            assertThat(reading.topic(topic, 0, outsider).tries()).isTrue();
            if (chatham) stand(topic, "WORKED", "", answer, maren);
            else refused("forum.forbidden", () -> stand(topic, "WORKED", "", answer, maren));
        }
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
    void a_machine_is_told_from_a_person_and_the_original_is_one_click_away() throws Exception {
        var room = room(TrafficLight.GREEN, false, true);
        long topic = speaking.open(room, said("How long are logs kept?"), member);
        long post = reading.topic(topic, 0, member).posts().getFirst().id();
        translating.keep(post, "fr", true, "Combien de temps ?", outsider);
        assertThat(page("duty-officer", "/rooms/topics/" + topic, "en")).contains("translated by a machine");
        assertThat(page("duty-officer", "/rooms/posts/" + post + "?translation=fr", "en"))
                .contains("Combien de temps", "nobody has checked it", "href=\"/rooms/posts/" + post + "\"");
        redirected(
                "duty-officer",
                post("/rooms/posts/" + post + "/translations/"
                        + into(post, "fr").id() + "/checked"));
        assertThat(into(post, "fr").origin()).isEqualTo("machine-checked");
        translating.keep(post, "fr", false, "Combien de temps conserve-t-on ?", maren);
        assertThat(into(post, "fr").origin()).isEqualTo("person");
        assertThat(answered(
                        422,
                        "duty-officer",
                        post("/rooms/posts/" + post + "/translations")
                                .param("language", "french")
                                .param("text", "¿Cuánto?")))
                .contains("a person or a machine made it", "short code of a language", "value=\"french\"", "¿Cuánto?");
    }

    private PostTranslation into(long post, String language) {
        return reading.post(post, language, member).inLanguage().getFirst();
    }

    @Test
    void two_translations_into_one_language_stand_beside_each_other() throws Exception {
        var room = room(TrafficLight.GREEN, false, true);
        long topic = speaking.open(room, said("How long are logs kept?"), member);
        long post = reading.topic(topic, 0, member).posts().getFirst().id();
        translating.keep(post, "fr", false, "Combien de temps ?", outsider);
        translating.keep(post, "fr", false, "Quelle est la durée de conservation ?", member);
        translating.keep(post, "fr", true, "Une machine.", maren);
        translating.keep(post, "fr", true, "Une machine.", maren);

        assertThat(reading.post(post, "fr", member).inLanguage().stream().map(PostTranslation::text))
                .containsExactly("Quelle est la durée de conservation ?", "Combien de temps ?", "Une machine.");
        assertThat(page("duty-officer", "/rooms/posts/" + post + "?translation=fr", "en"))
                .contains("Combien de temps ?", "Quelle est la durée", "Une machine.", "XB-1");
        assertThat(page("duty-officer", "/rooms/topics/" + topic, "en")).containsOnlyOnce("?translation=fr");
    }

    @Test
    void a_makers_new_text_takes_the_place_of_the_old_one_and_is_to_be_checked_anew() {
        var room = room(TrafficLight.GREEN, false, true);
        long topic = speaking.open(room, said("How long are logs kept?"), member);
        long post = reading.topic(topic, 0, member).posts().getFirst().id();
        translating.keep(post, "fr", true, "Combien de tempz ?", outsider);
        long first = into(post, "fr").id();
        translating.check(post, first, maren);
        translating.keep(post, "fr", true, "Combien de temps ?", outsider);

        assertThat(reading.post(post, "fr", member).inLanguage())
                .extracting(PostTranslation::text, PostTranslation::origin)
                .containsExactly(tuple("Combien de temps ?", "machine"));
        refused("forum.decided", () -> translating.check(post, first, maren));
    }

    @Test
    void a_double_press_keeps_one_translation() throws Exception {
        var room = room(TrafficLight.GREEN, false, true);
        long topic = speaking.open(room, said("How long are logs kept?"), member);
        long post = reading.topic(topic, 0, member).posts().getFirst().id();

        try (var other = Executors.newSingleThreadExecutor()) {
            var second = transaction.execute(_ -> {
                translating.keep(post, "fr", false, "Combien de temps ?", outsider);
                var waits = other.submit(() -> translating.keep(post, "fr", false, "Combien de temps ?", outsider));
                await().until(() -> waits.isDone() || WaitingForLock.anybody(db));
                return waits;
            });
            Objects.requireNonNull(second).get();
        }

        assertThat(reading.post(post, "fr", member).inLanguage()).hasSize(1);
    }

    @Test
    void a_contribution_has_at_most_twenty_translations_and_one_makes_room_for_another() throws Exception {
        var room = room(TrafficLight.GREEN, false, true);
        holding.moderator(room, "tolva", true, okell);
        long topic = speaking.open(room, said("How long are logs kept?"), member);
        long post = reading.topic(topic, 0, member).posts().getFirst().id();
        for (char letter = 'a'; letter < 'a' + TranslatingPosts.MOST; letter++)
            translating.keep(post, "x" + letter, false, "?", outsider);

        refused("forum.translations-full", () -> translating.keep(post, "fr", false, "Combien ?", maren));
        translating.keep(post, "xa", false, "Another text.", outsider);
        long own = into(post, "xa").id();
        refused("forum.forbidden", () -> translating.remove(post, own, "insult", member));
        refused("forum.incomplete", () -> translating.remove(post, own, "", tolva));
        assertThat(page("duty-officer", "/rooms/posts/" + post + "?translation=xa", "en"))
                .doesNotContain("Take this translation away");
        assertThat(page("second-officer", "/rooms/posts/" + post + "?translation=xa", "en"))
                .contains("Take this translation away", "f-t-reason-" + own);
        translating.remove(post, own, "", outsider);
        translating.remove(post, into(post, "xb").id(), "insult", tolva);
        refused("forum.unknown", () -> reading.post(post, "xa", member));
        translating.keep(post, "fr", false, "Combien ?", maren);

        var mine = "/rooms/posts/" + post + "?translation=fr";
        assertThat(page("duty-officer", mine, "en"))
                .contains("Take this translation away")
                .doesNotContain("f-t-reason");
        redirected(
                "duty-officer",
                post("/rooms/posts/" + post + "/translations/"
                        + into(post, "fr").id() + "/removed"));
        assertThat(reading.post(post, null, member).translations())
                .hasSize(TranslatingPosts.MOST - 2)
                .noneMatch(it -> it.language().equals("fr"));
        assertThat(db.sql("select count(*) from ledger.line where subject = :s and what = 'forum.translation-removed'")
                        .param("s", "post-" + post)
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void what_a_form_of_a_contribution_needs_stands_at_its_field_with_what_was_typed() throws Exception {
        var room = room(TrafficLight.AMBER, false, false);
        holding.add(room, "XA-1", "", "member", "", "", false, maren);
        holding.moderator(room, "maren", true, okell);
        holding.moderator(room, "tolva", true, okell);
        long topic = speaking.open(room, said("Ours.", TrafficLight.AMBER), maren);
        long post = reading.topic(topic, 0, maren).posts().getFirst().id();
        var path = "/rooms/posts/" + post;

        assertThat(answered(422, "second-officer", post(path + "/moderate").param("reason", "insult")))
                .contains("id=\"f-m-words-problem\"", "id=\"f-step-problem\"", "value=\"insult\" selected");
        assertThat(answered(422, "second-officer", post(path + "/ask-wider").param("label", "green")))
                .contains("id=\"f-w-words-problem\"", "Write why");
        assertThat(answered(422, "duty-officer", post(path + "/correct").param("text", "")))
                .contains("id=\"f-text-problem\"");
        moderating.take(post, ModerationStep.ASK, "twice", "It stands there.", null, tolva);
        var done = reading.post(post, null, maren).moderations().getFirst();
        assertThat(answered(422, "duty-officer", post(path + "/appeal").param("moderation", String.valueOf(done.id()))))
                .contains("id=\"f-appeal-" + done.id() + "-problem\"");
        assertThat(page("duty-officer", path, "en")).contains("You can appeal for 7 days");
    }

    @Test
    void the_page_of_what_came_by_an_act_leads_to_its_thread_and_has_no_form_for_a_step() throws Exception {
        var room = room(TrafficLight.GREEN, false, true);
        holding.moderator(room, "tolva", true, okell);
        long topic = speaking.open(room, said("How?"), member);
        long post = reading.topic(topic, 0, member).posts().getFirst().id();
        var path = "/rooms/posts/" + post;
        assertThat(page("second-officer", path, "en")).contains("/moderate\"").doesNotContain("moderated by acts");

        db.sql("update forum.post set act = 'act-of-' || id where id = :post")
                .param("post", post)
                .update();
        assertThat(page("second-officer", path, "en"))
                .contains("moderated by acts", "Its thread is not open to you")
                .doesNotContain("/moderate\"", "/ask-wider\"");
        var step = post(path + "/moderate").param("step", "hide").param("reason", "insult");
        answered(409, "second-officer", step.param("words", "It is one."));
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
        assertThat(reading.post(post, "fr", member).inLanguage()).isNotEmpty();
        assertThat(reading.topic(topic, 0, maren).translations()).isNotEmpty();

        long other = speaking.reply(topic, said("Thirty days at the office by the lake."), member);
        translating.keep(other, "fr", false, "Trente jours au bord du lac.", outsider);
        speaking.correct(other, said("Thirty days."), member);
        assertThat(reading.post(other, null, outsider).translations()).isEmpty();
    }

    @Test
    void the_title_of_a_topic_is_hidden_and_taken_out_with_its_first_post() throws Exception {
        var room = room(TrafficLight.GREEN, false, true);
        holding.moderator(room, "maren", true, okell);
        var form = PostForm.of(Map.of(
                "kind",
                "question",
                "title",
                "Title " + word,
                "text",
                "Who knows?",
                "language",
                "en",
                "label",
                "green"));
        long topic = speaking.open(room, form, member);
        long first = reading.topic(topic, 0, member).posts().getFirst().id();
        long answer = speaking.reply(topic, said("I do."), outsider);

        moderating.take(first, ModerationStep.HIDE, "personal-data", "It names a person.", null, maren);
        assertThat(reading.room(room, null, outsider).topics().getFirst().title())
                .isEmpty();
        assertThat(reading.topic(topic, 0, outsider).topic().title()).isEmpty();
        assertThat(reading.post(answer, null, outsider).title()).isEmpty();
        assertThat(reading.found("do", SharingChannel.SEARCH, outsider).stream()
                        .filter(it -> it.id() == answer)
                        .map(KeptPost::title))
                .containsExactly("");
        assertThat(new String(taking.json(topic, outsider), StandardCharsets.UTF_8))
                .doesNotContain(word);
        assertThat(page("second-officer", "/rooms/" + room, "en"))
                .doesNotContain(word)
                .contains("A title that was taken out");
        assertThat(reading.topic(topic, 0, maren).topic().title()).contains(word);
        assertThat(reading.topic(topic, 0, member).topic().title()).contains(word);

        posts.hide(first, null);
        assertThat(reading.topic(topic, 0, outsider).topic().title()).contains(word);
        posts.hide(answer, clock.instant());
        assertThat(reading.topic(topic, 0, outsider).topic().title()).contains(word);

        speaking.withdraw(first, member);
        assertThat(reading.topic(topic, 0, maren).topic().title()).isEmpty();
        assertThat(page("second-officer", "/rooms/topics/" + topic, "en")).contains("A title that was taken out");
    }

    @Test
    void a_topic_that_nobody_may_take_along_has_no_link_to_its_file() throws Exception {
        var open = room(TrafficLight.GREEN, false, true);
        long green = speaking.open(open, said("Open."), member);
        var closed = room(TrafficLight.AMBER, false, false);
        holding.add(closed, "XA-1", "", "member", "", "", false, maren);
        holding.add(closed, "XB-1", "", "member", "", "", false, maren);
        long amber = speaking.open(closed, said("Closed.", TrafficLight.AMBER), member);

        assertThat(page("duty-officer", "/rooms/topics/" + green, "en")).contains("/topic.json");
        assertThat(page("duty-officer", "/rooms/topics/" + amber, "en")).doesNotContain("/topic.json");
        assertThat(reading.topic(amber, 0, member).taken()).isTrue();
    }

    @Test
    void what_is_hidden_goes_with_the_words_of_its_act_and_what_stands_stays() {
        var room = room(TrafficLight.GREEN, false, true);
        long topic = speaking.open(room, said("Stands " + word), member);
        long stands = reading.topic(topic, 0, member).posts().getFirst().id();
        long hidden = speaking.reply(topic, said("Hidden " + word), member);
        posts.hide(hidden, clock.instant());
        db.sql("update forum.speaker set thread = 'thread-' || post where post in (:posts)")
                .param("posts", java.util.List.of(stands, hidden))
                .update();

        posts.forgetting("thread-" + stands);
        posts.forgetting("thread-" + hidden);

        assertThat(kept(stands).text()).contains(word);
        assertThat(kept(hidden).text()).isEmpty();
        assertThat(kept(hidden).withdrawnAt()).isNotNull();
    }
}
