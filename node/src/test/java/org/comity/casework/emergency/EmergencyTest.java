package org.comity.casework.emergency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.comity.casework.Correspondence;
import org.comity.casework.Correspondence.Arrived;
import org.comity.casework.DomesticFile;
import org.comity.casework.KeptDraft;
import org.comity.casework.Officers;
import org.comity.directory.Directory;
import org.comity.identity.Approvals.Proof;
import org.comity.procedure.Draft;
import org.comity.procedure.RequestRow;
import org.comity.vocabulary.Channel;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.json.JsonMapper;

/** Life at risk, before the pages of XA: told on one page, and on every page of the desk until it is acknowledged. */
class EmergencyTest extends Officers {

    private static final String TOLD = "duty-officer";

    private static final String WORDS =
            "Received, and read by one of us. We call you back by %s. This is not yet a decision.";

    @Autowired
    private Correspondence correspondence;

    @Autowired
    private UnansweredCallRows calls;

    @Autowired
    private DomesticFile file;

    @Autowired
    private Directory directory;

    @Test
    void what_is_known_is_enough_and_one_officer_signs() throws Exception {
        assertThat(page(TOLD, "/emergency", "en"))
                .contains("what is known is enough", "Choose the State")
                .doesNotContain("class=\"problems\"");
        assertThat(page(TOLD, "/emergency?to=XB-1", "ar")).contains("dir=\"rtl\"", "class=\"dial\"", "حياة في خطر");
        var empty = answered(200, TOLD, post("/emergency"));
        assertThat(empty).contains("Choose the State.", "Say in a few words who is at risk.", "Give one account");
        var shown = answered(200, TOLD, told().param("then", "show"));
        assertThat(shown)
                .contains(
                        "Call Belmora now",
                        "Emergency. Life at risk.",
                        "Pupils of a school.",
                        "Not known yet",
                        "Which data")
                .doesNotContain("class=\"problems\"");

        var signing = redirected(
                TOLD, told().param("spoke", "XB-1").param("with", "Ms. Oduya").param("phone", "+999 2 555 0117"));
        var draft = drafts.get(signing.split("/")[2]);
        assertThat(draft.status()).isEqualTo(Draft.Status.SUBMITTED);
        assertThat(draft.body())
                .containsEntry("emergencyReason", "Pupils of a school.")
                .containsEntry("callBack", "+999 2 555 0117")
                .hasEntrySatisfying(
                        "completeBy",
                        it -> assertThat(Instant.parse(it.toString())).isAfter(draft.savedAt()));
        drafts.approve(draft.id(), new Proof.Practice(), null, official("maren"));

        var row = requests.find(drafts.get(draft.id()).reference()).orElseThrow();
        assertThat(row.emergency()).isTrue();
        assertThat(page(TOLD, "/requests/" + row.reference(), "en")).contains("Ms. Oduya", "Left out in the emergency");
        assertThat(page("second-officer", "/desk", "en")).contains("Left with one officer", "of 1 h");
    }

    @Test
    void it_saves_itself_once_it_has_a_State_and_neither_an_act_nor_a_number_is_made_by_that() throws Exception {
        var nowhere = post("/emergency").param("risk", "Pupils of a school.").param("then", "keep");
        assertThat(answered(200, TOLD, nowhere))
                .isEqualTo("{\"draft\":\"\",\"version\":0,\"said\":\"Not saved yet: choose the State.\"}");
        var first = kept(told());
        var second = kept(told("XB-1", "+999 2 555 0199")
                .param("draft", first.draft())
                .param("version", String.valueOf(first.version())));
        assertThat(second.draft()).isEqualTo(first.draft());
        var draft = drafts.get(second.draft());
        assertThat(draft.version()).isEqualTo(second.version());
        assertThat(draft.status()).isEqualTo(Draft.Status.WRITING);
        assertThat(draft.act()).isNull();
        assertThat(draft.thread()).isNull();
        assertThat(draft.reference()).isNull();
        assertThat(page(TOLD, "/emergency?draft=" + draft.id(), "en"))
                .contains("Pupils of a school.", "+999 2 555 0199");
        answered(403, "oversight", told().param("then", "keep"));
    }

    private KeptDraft kept(MockHttpServletRequestBuilder typed) throws Exception {
        return JsonMapper.shared().readValue(answered(200, TOLD, typed.param("then", "keep")), KeptDraft.class);
    }

    /** It is where they call back at once: without it, or with words in it, nobody reaches us. */
    @Test
    void it_goes_with_a_number_that_can_be_dialled_and_says_nothing_that_nobody_was_asked() throws Exception {
        var untold = post("/emergency")
                .param("risk", "Pupils of a school.")
                .param("who", "kestrel@chat.example")
                .param("to", "XB-1");
        assertThat(answered(200, TOLD, untold)).contains("Write the number at which they reach you at once.");
        assertThat(answered(200, TOLD, untold.param("phone", "call me maybe")))
                .contains("This cannot be dialled.", "value=\"call me maybe\"");
        // Of another State nobody dials a number without its country code; what is saved is kept as typed, and told at
        // once.
        assertThat(answered(200, TOLD, told("XB-1", "555 0117"))).contains("This cannot be dialled.");
        var kept = redirected(TOLD, told("XB-1", "abc").param("then", "save"));
        assertThat(page(TOLD, kept, "en"))
                .contains("This cannot be dialled.", "value=\"abc\"", "With the country code: +999");

        var signing = drafts.get(redirected(TOLD, told()).split("/")[2]);

        assertThat(signing.body()).containsEntry("stage", "");
    }

    @Test
    void what_is_signed_is_shown_whole_with_what_travels_along() throws Exception {
        var draft = acknowledging(requests.find(asksUs()).orElseThrow(), promise(Duration.ofHours(1)));
        drafts.attach(draft.id(), "warrant.pdf", "application/pdf", new byte[] {1, 2, 3}, official("maren"));
        var kept = drafts.get(draft.id());
        var submitted = drafts.submit(draft.id(), kept.version(), official("maren"));

        var page = page(TOLD, "/drafts/" + draft.id() + "/approve", "en");

        assertThat(page)
                .contains("class=\"sheet\"", "warrant.pdf", submitted.act(), "press 2 of 2", "/act.json", "/act.pdf")
                .contains(submitted.files().getFirst().sha256().replaceAll("(.{8})(?=.)", "$1 "));
        drafts.approve(draft.id(), new Proof.Practice(), null, official("maren"));
    }

    @Test
    void who_did_not_submit_it_returns_it_with_a_note_and_changes_no_words() throws Exception {
        var draft = acknowledging(requests.find(asksUs()).orElseThrow(), promise(Duration.ofHours(1)));
        drafts.submit(draft.id(), draft.version(), official("maren"));
        var path = "/drafts/" + draft.id();

        assertThat(page(TOLD, path + "/approve", "en"))
                .contains("Change the words")
                .doesNotContain("Why you return it");
        assertThat(page("second-officer", path + "/approve", "en"))
                .contains("press 2 of 2", "Why you return it")
                .doesNotContain("Change the words");
        assertThat(answered(200, "second-officer", post(path + "/return")))
                .contains("press 2 of 2", "id=\"f-why-problem\"");
        assertThat(redirected("second-officer", post(path + "/return").param("why", "Say when.")))
                .isEqualTo(path + "/preview");
        drafts.submit(draft.id(), drafts.get(draft.id()).version(), official("maren"));
        drafts.approve(draft.id(), new Proof.Practice(), null, official("maren"));
    }

    /** The page of an act that leads here says that it can be sent later. */
    @Test
    void it_is_held_from_its_own_page_which_says_what_is_wrong_with_the_hour() throws Exception {
        var draft = acknowledging(requests.find(asksUs()).orElseThrow(), promise(Duration.ofHours(1)));
        drafts.submit(draft.id(), draft.version(), official("maren"));
        var path = "/drafts/" + draft.id() + "/approve";
        assertThat(page(TOLD, path, "en")).contains("Hold until a named hour");

        var held = post(path)
                .param("method", "practice")
                .param("hold", "yes")
                .param("holdDate", "2001-01-01")
                .param("holdTime", "08:00");
        assertThat(answered(200, TOLD, held)).contains("press 2 of 2", "That hour is past", "value=\"2001-01-01\"");
        assertThat(answered(200, TOLD, post(path).param("method", "practice").param("hold", "yes")))
                .contains("press 2 of 2", "Name the day and the hour");
        drafts.approve(draft.id(), new Proof.Practice(), null, official("maren"));
    }

    @Test
    void another_of_its_kind_stands_before_the_signature() throws Exception {
        var row = requests.find(asksUs()).orElseThrow();
        var one = acknowledging(row, promise(Duration.ofHours(1)));
        drafts.submit(one.id(), one.version(), official("maren"));
        var other = acknowledging(row, promise(Duration.ofHours(1)));
        drafts.submit(other.id(), other.version(), official("maren"));
        var path = "/drafts/" + other.id() + "/approve";
        assertThat(page(TOLD, path, "en"))
                .contains("Another act of this kind waits for approval", "/drafts/" + one.id() + "/approve");

        drafts.approve(one.id(), new Proof.Practice(), null, official("maren"));

        assertThat(page(TOLD, path, "en"))
                .contains("press 2 of 2", "This would have no effect where the request stands now");
    }

    /** Seen at 01:30, signed at 01:46: a call by 01:45 is promised no more. */
    @Test
    void a_promise_whose_hour_is_over_is_not_signed() throws Exception {
        var row = requests.find(asksUs()).orElseThrow();
        var over = Hours.utc(Instant.now().minusSeconds(60));
        var draft = acknowledging(row, WORDS.formatted(over));
        drafts.submit(draft.id(), draft.version(), official("maren"));
        var sign = post("/drafts/" + draft.id() + "/approve").param("method", "practice");

        assertThat(answered(200, TOLD, sign)).contains("This promises a call by " + over, "Change the words");
        assertThat(drafts.get(draft.id()).status()).isEqualTo(Draft.Status.SUBMITTED);

        redirected(TOLD, post("/drafts/" + draft.id() + "/return"));
        var kept = drafts.get(draft.id());
        var later = Hours.utc(Instant.now().plusSeconds(3600));
        var saved = drafts.save(
                draft.id(), kept.version(), Map.of("text", WORDS.formatted(later)), kept.facts(), official("maren"));
        drafts.submit(saved.id(), saved.version(), official("maren"));
        assertThat(redirected(TOLD, sign)).startsWith("/requests/");
    }

    /** 28:10 was typed for 20:10: the one act that cannot wait is still read, and the slip is said where it was typed. */
    @Test
    void an_hour_that_no_day_has_is_said_at_its_field_and_is_not_signed() throws Exception {
        var row = requests.find(asksUs()).orElseThrow();
        var written = acknowledging(row, WORDS.formatted("28:10 UTC"));
        var submit = post("/drafts/" + written.id() + "/submit").param("version", Long.toString(written.version()));

        var form = redirected(TOLD, submit);

        assertThat(form).contains("/acknowledge?check=true&draft=" + written.id());
        assertThat(page(TOLD, form, "en"))
                .contains("id=\"f-text-problem\"", "a call by 28:10 UTC, and no day has that hour");
        var draft = drafts.submit(written.id(), written.version(), official("maren"));
        var path = "/drafts/" + draft.id() + "/approve";
        assertThat(page(TOLD, path, "en")).contains("no day has that hour", "28:10 UTC", "Change the words");
        assertThat(page(TOLD, path, "ar")).contains("وليست هذه ساعة من ساعات اليوم");
        assertThat(answered(200, TOLD, post(path).param("method", "practice"))).contains("no day has that hour");
        assertThat(drafts.get(draft.id()).status()).isEqualTo(Draft.Status.SUBMITTED);
    }

    @Test
    void an_hour_in_words_of_ones_own_is_checked_and_stands_among_what_comes_next() throws Exception {
        var row = requests.find(asksUs()).orElseThrow();
        var over = Hours.utc(Instant.now().minusSeconds(1200));
        var draft = acknowledging(row, "Received. We call you back by " + over + ".");
        draft = drafts.submit(draft.id(), draft.version(), official("maren"));
        var path = "/drafts/" + draft.id() + "/approve";
        var sign = post(path).param("method", "practice");

        assertThat(page(TOLD, path, "en")).as("it is over").contains("These words name no hour that is still to come");
        var back = redirected(TOLD, post("/drafts/" + draft.id() + "/return").param("then", "change"));
        assertThat(back).isEqualTo("/requests/" + row.address() + "/acknowledge?draft=" + draft.id());
        assertThat(page(TOLD, back, "en")).contains("<textarea", over);

        draft = changed(draft, "Received. We call you back by 25:10 UTC.");
        assertThat(answered(200, TOLD, sign)).contains("no day has that hour");

        draft = changed(draft, "Received. We call you back.");
        assertThat(page(TOLD, path, "en")).contains("These words name no hour").doesNotContain("This promises a call");
        assertThat(page(TOLD, path, "ar")).contains("لا تذكر هذه الكلمات أي ساعة لم تحن بعد");

        var later = Hours.utc(Instant.now().plusSeconds(3600));
        changed(draft, "Received. We call you back by " + later + ".");
        assertThat(page(TOLD, path, "en"))
                .contains("dir=\"ltr\">" + later + "</bdi></dt>")
                .doesNotContain("These words name no hour");
        assertThat(redirected(TOLD, sign)).startsWith("/requests/");
    }

    private Draft changed(Draft draft, String text) {
        var maren = official("maren");
        var kept = drafts.get(draft.id());
        if (kept.status() == Draft.Status.SUBMITTED) {
            drafts.giveBack(draft.id(), "", maren);
            kept = drafts.get(draft.id());
        }
        var saved = drafts.save(draft.id(), kept.version(), Map.of("text", text), kept.facts(), maren);
        return drafts.submit(saved.id(), saved.version(), maren);
    }

    @Test
    void no_act_is_held_beyond_the_hour_that_it_promises() throws Exception {
        var draft = acknowledging(requests.find(asksUs()).orElseThrow(), promise(Duration.ofHours(1)));
        drafts.submit(draft.id(), draft.version(), official("maren"));
        var beyond = Instant.now().plus(Duration.ofHours(3));

        refused(
                "draft.promise-not-kept",
                () -> drafts.approve(draft.id(), new Proof.Practice(), beyond, official("maren")));
        assertThat(drafts.get(draft.id()).status()).isEqualTo(Draft.Status.SUBMITTED);

        var before = Instant.now().plus(Duration.ofMinutes(30));
        drafts.approve(draft.id(), new Proof.Practice(), before, official("maren"));
        assertThat(drafts.get(draft.id()).status()).isEqualTo(Draft.Status.SENT);
    }

    /** The page of every act, not that of an emergency: it comes back with what is wrong and with the hold as it was typed. */
    @Test
    void what_cannot_be_promised_is_said_in_a_request_that_is_no_emergency_too() throws Exception {
        var row = requests.find(asksUs(ordinary())).orElseThrow();
        var draft = acknowledging(row, promise(Duration.ofHours(-1)));
        drafts.submit(draft.id(), draft.version(), official("maren"));
        var path = "/drafts/" + draft.id() + "/approve";

        assertThat(answered(200, "second-officer", post(path).param("method", "practice")))
                .contains("id=\"f-text-problem\"", "and would leave after that hour");
        assertThat(page("second-officer", path, "en")).contains("and would leave after that hour");
        assertThat(page("second-officer", path, "ar")).contains("بعد تلك الساعة");

        var next = acknowledging(row, promise(Duration.ofHours(1)));
        drafts.submit(next.id(), next.version(), official("maren"));
        var until = LocalDateTime.ofInstant(Instant.now().plus(Duration.ofHours(3)), ZoneOffset.UTC);
        var held = post("/drafts/" + next.id() + "/approve")
                .param("method", "practice")
                .param("hold", "yes")
                .param("holdDate", until.toLocalDate().toString())
                .param("holdTime", "%1$tH:%1$tM".formatted(until));
        assertThat(answered(200, "second-officer", held))
                .contains("and would leave after that hour", "value=\"" + until.toLocalDate() + "\"");
    }

    private static String promise(Duration away) {
        return WORDS.formatted(Hours.utc(Instant.now().plus(away)));
    }

    private Draft acknowledging(RequestRow row, String text) {
        return drafts.start(
                row.procedure(),
                "acknowledge",
                Role.REQUESTED,
                row.counterpart(),
                row.thread(),
                Map.of("text", text),
                official("maren"));
    }

    @Test
    void what_is_said_on_the_phone_is_saved_and_gone_on_with() throws Exception {
        var left = redirected(TOLD, told().param("then", "save"));
        assertThat(left).startsWith("/emergency?draft=");
        assertThat(page(TOLD, left, "en")).contains("Pupils of a school.", "kestrel@chat.example", "name=\"version\"");
        var id = left.substring(left.indexOf('=') + 1);

        var again = told().param("draft", id)
                .param("version", Long.toString(drafts.get(id).version()));
        assertThat(redirected(TOLD, again)).isEqualTo("/drafts/" + id + "/approve");
        redirected(TOLD, post("/drafts/" + id + "/return"));
        left = redirected(
                TOLD,
                told().param("draft", id)
                        .param("version", Long.toString(drafts.get(id).version()))
                        .param("then", "save"));
        assertThat(drafts.get(left.substring(left.indexOf('=') + 1)).body())
                .as("an hour is promised when it is signed")
                .doesNotContainKey("completeBy");
        drafts.discard(id, official("maren"));
    }

    @Test
    void that_nobody_picked_up_stands_on_the_page_with_its_time_and_in_the_domestic_file_once_it_is_sent()
            throws Exception {
        assertThat(page(TOLD, "/emergency?to=XB-1", "en")).contains("No answer").doesNotContain("Nobody picked up");
        var left = redirected(TOLD, told().param("then", "no-answer XB-1"));
        assertThat(left).startsWith("/emergency?draft=").endsWith("#unanswered");
        var id = left.substring(left.indexOf('=') + 1, left.indexOf('#'));
        var version = drafts.get(id).version();
        redirected(
                TOLD,
                told().param("draft", id)
                        .param("version", Long.toString(version))
                        // Whose number it was is taken from the directory, and of the State that is asked.
                        .param("then", "no-answer XD-1"));

        var path = "/emergency?draft=" + id;
        assertThat(page(TOLD, path, "en")).contains("Nobody picked up, 2 times:", "Pupils of a school.");
        assertThat(page(TOLD, path, "ar")).contains("لم يجب أحد، مرتين");
        assertThat(drafts.get(id).status()).isEqualTo(Draft.Status.WRITING);

        redirected(
                TOLD,
                told().param("draft", id)
                        .param("version", Long.toString(drafts.get(id).version())));
        var sent = drafts.approve(id, new Proof.Practice(), null, official("maren"));
        var row = requests.find(drafts.get(sent.id()).reference()).orElseThrow();
        var phone = directory.get("XB-1").phone();
        assertThat(file.lines(row.thread()))
                .filteredOn(it -> it.kind() == DomesticFile.Kind.CALL)
                .hasSize(2)
                .allSatisfy(it -> {
                    assertThat(it.text()).isEqualTo("Belmora (XB-1) was called. Nobody answered.");
                    assertThat(it.number()).isEqualTo(phone);
                });
    }

    @Test
    void nobody_picked_up_needs_a_state_and_goes_with_a_draft_that_is_thrown_away() throws Exception {
        assertThat(answered(200, TOLD, told("").param("then", "no-answer XB-1")))
                .contains("Choose the State.", "Pupils of a school.");
        var left = redirected(TOLD, told().param("then", "no-answer XB-1"));
        var id = left.substring(left.indexOf('=') + 1, left.indexOf('#'));
        assertThat(calls.of(id)).hasSize(1);

        drafts.discard(id, official("maren"));

        assertThat(calls.of(id)).isEmpty();
    }

    @Test
    void that_nobody_picked_up_goes_along_to_the_authority_that_is_chosen_last() throws Exception {
        var left = redirected(TOLD, told().param("then", "no-answer XB-1"));
        var first = left.substring(left.indexOf('=') + 1, left.indexOf('#'));
        var other = told("XD-1")
                .param("draft", first)
                .param("version", Long.toString(drafts.get(first).version()))
                .param("then", "save");

        var second = redirected(TOLD, other).replace("/emergency?draft=", "");

        assertThat(calls.of(first)).isEmpty();
        assertThat(calls.of(second)).extracting(UnansweredCallRows.Row::called).containsExactly("XB-1");
        assertThat(page(TOLD, "/emergency?draft=" + second, "en"))
                .contains("Nobody picked up, once:", directory.get("XB-1").phone());
        drafts.discard(second, official("maren"));
    }

    @Test
    void what_the_long_form_has_chosen_stays_when_it_goes_on_here() throws Exception {
        var body = new HashMap<String, Object>(ordinary());
        body.put("emergency", true);
        var begun = drafts.start("preservation/1", "request", Role.REQUESTING, "XB-1", null, body, official("maren"));

        var kept = saved(told().param("draft", begun.id()).param("version", Long.toString(begun.version())));

        assertThat(kept.body())
                .containsEntry("dataClasses", List.of("traffic"))
                .containsEntry("emergencyReason", "Pupils of a school.");
        assertThat(kept.body().get("identifiers").toString()).contains("kestrel@chat.example");
        drafts.discard(begun.id(), official("maren"));
    }

    /** Told at 01:30, signed at 03:10: what was to be completed by 02:30 is promised no more. */
    @Test
    void an_hour_to_complete_by_that_is_over_is_not_signed_and_goes_when_it_is_taken_back() throws Exception {
        var body = new HashMap<String, Object>(emergency());
        body.put("completeBy", Instant.now().minusSeconds(60).toString());
        var draft = submitted("XD-1", body);
        var path = "/drafts/" + draft.id() + "/approve";

        assertThat(page(TOLD, path, "en")).contains("would leave after that hour");
        assertThat(page(TOLD, path, "ar")).contains("وسيغادر بعد تلك الساعة");
        assertThat(answered(200, TOLD, post(path).param("method", "practice")))
                .contains("id=\"f-completeBy\"", "would leave after that hour");
        refused(
                "draft.promise-not-kept",
                () -> drafts.approve(draft.id(), new Proof.Practice(), null, official("maren")));
        drafts.giveBack(draft.id(), "", official("maren"));
        var back = drafts.get(draft.id());
        assertThat(back.body()).doesNotContainKey("completeBy").containsEntry("emergencyReason", "a child is missing");
        drafts.discard(draft.id(), official("maren"));
    }

    @Test
    void an_emergency_is_not_held_beyond_the_hour_by_which_it_is_completed() throws Exception {
        var told = redirected(TOLD, told());
        var draft = drafts.get(told.split("/")[2]);
        assertThat(draft.body()).containsKey("completeBy");
        var beyond = Instant.parse(draft.body().get("completeBy").toString()).plusSeconds(60);

        refused(
                "draft.promise-not-kept",
                () -> drafts.approve(draft.id(), new Proof.Practice(), beyond, official("maren")));
        drafts.giveBack(draft.id(), "", official("maren"));
        assertThat(drafts.get(draft.id()).body())
                .as("an hour that is still to come is promised further")
                .containsEntry("completeBy", draft.body().get("completeBy"));
        drafts.discard(draft.id(), official("maren"));
    }

    @Test
    void whoever_goes_on_writing_on_the_long_form_promises_no_hour() throws Exception {
        var body = new HashMap<String, Object>(emergency());
        body.put("completeBy", Instant.now().plusSeconds(3600).toString());
        var draft = drafts.start("preservation/1", "request", Role.REQUESTING, "XD-1", null, body, official("maren"));

        redirected(
                TOLD,
                post("/drafts/" + draft.id() + "/state")
                        .param("version", Long.toString(draft.version()))
                        .param("emergency", "yes")
                        .param("emergencyReason", "a child is missing")
                        .param("instrument", "uncc"));

        assertThat(drafts.get(draft.id()).body()).doesNotContainKey("completeBy");
        drafts.discard(draft.id(), official("maren"));
    }

    @Test
    void a_look_at_another_state_throws_no_call_away() throws Exception {
        var left = redirected(TOLD, told().param("then", "no-answer XB-1"));
        var draft = drafts.get(left.substring(left.indexOf('=') + 1, left.indexOf('#')));
        var version = Long.toString(draft.version());

        var looked = kept(told("XD-1").param("draft", draft.id()).param("version", version));

        assertThat(looked.draft()).isEmpty();
        assertThat(looked.version()).isEqualTo(draft.version());
        assertThat(looked.said()).contains("goes to another State");
        assertThat(drafts.get(draft.id())).isEqualTo(draft);
        assertThat(calls.of(draft.id())).hasSize(1);
        drafts.discard(draft.id(), official("maren"));
    }

    @Test
    void a_saved_emergency_goes_to_the_state_that_is_chosen_last() throws Exception {
        var first = saved(told().param("spoke", "XB-1").param("with", "Ms. Oduya"));
        first = drafts.attach(first.id(), "threat.txt", "text/plain", new byte[] {1, 2}, official("maren"));
        var other = told("XD-1")
                .param("draft", first.id())
                .param("version", Long.toString(first.version()))
                .param("spoke", "XB-1")
                .param("with", "Ms. Oduya");

        var signing = drafts.get(redirected(TOLD, other).split("/")[2]);

        assertThat(signing.counterpart()).isEqualTo("XD-1");
        assertThat(signing.status()).isEqualTo(Draft.Status.SUBMITTED);
        assertThat(signing.files()).as("what was attached goes along").isEqualTo(first.files());
        assertThat(signing.body()).as("the call was to another State").containsEntry("phonedFirst", false);
        assertThat(drafts.get(first.id()).status()).isEqualTo(Draft.Status.DISCARDED);
    }

    @Test
    void a_state_changed_in_a_stale_page_changes_nothing() throws Exception {
        var first = saved(told());
        answered(
                409,
                TOLD,
                told("XD-1").param("draft", first.id()).param("version", Long.toString(first.version() + 1)));
        assertThat(drafts.get(first.id())).isEqualTo(first);
        drafts.discard(first.id(), official("maren"));
    }

    @Test
    void no_draft_of_anything_else_is_written_over() throws Exception {
        var maren = official("maren");
        var thread = requests.find(asksUs()).orElseThrow();
        acknowledged(thread.reference());
        var others = List.of(
                drafts.start(
                        "assistance/1", "request", Role.REQUESTING, "XB-1", null, Map.of("purpose", "kept"), maren),
                drafts.start(
                        thread.procedure(),
                        "refuse",
                        Role.REQUESTED,
                        "XD-1",
                        thread.thread(),
                        Map.of("text", "kept"),
                        maren));
        for (var other : others) {
            assertThat(code(TOLD, "/emergency?draft=" + other.id()))
                    .as(other.type())
                    .isEqualTo(404);
            for (var then : List.of("show", "save", "sign")) {
                answered(
                        404,
                        TOLD,
                        told().param("draft", other.id()).param("version", "1").param("then", then));
            }
            assertThat(drafts.get(other.id())).isEqualTo(other);
            drafts.discard(other.id(), maren);
        }
    }

    @Test
    void what_is_saved_keeps_our_telephone_and_who_was_spoken_to() throws Exception {
        var left = saved(told().param("phone", "+999 2 555 0117").param("spoke", "XB-1"));
        var named = told().param("draft", left.id()).param("version", Long.toString(left.version()));
        left = saved(
                named.param("phone", "+999 2 555 0117").param("spoke", "XB-1").param("with", "Ms. Oduya"));

        var page = page(TOLD, "/emergency?draft=" + left.id(), "en");

        assertThat(page)
                .contains("value=\"+999 2 555 0117\"", "value=\"Ms. Oduya\"")
                .doesNotContain("Reach us at once");
        drafts.discard(left.id(), official("maren"));
    }

    @Test
    void the_instrument_is_chosen_and_only_its_own_article_is_cited() throws Exception {
        assertThat(page(TOLD, "/emergency?to=XB-1", "en"))
                .containsPattern("value=\"uncc\" checked")
                .contains("emergency as in", "2(o)")
                .doesNotContain("value=\"other\"");
        for (var language : List.of("en", "ar")) {
            var shown = web.perform(told().param("then", "show")
                            .param("instrument", "budapest")
                            .cookie(seat(TOLD))
                            .cookie(new Cookie("lang", language))
                            .with(csrf()))
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
            assertThat(shown).containsPattern("value=\"budapest\" checked").doesNotContain("2(o)", "2(س)");
        }
        var left = saved(told().param("instrument", "budapest"));
        assertThat(left.body()).containsEntry("instrument", "budapest");
        drafts.discard(left.id(), official("maren"));
        var unknown = saved(told().param("instrument", "none"));
        assertThat(unknown.body()).containsEntry("instrument", "uncc");
        drafts.discard(unknown.id(), official("maren"));
    }

    @Test
    void what_came_by_phone_bears_no_seal_of_theirs() throws Exception {
        var row = requests.find(asksUs()).orElseThrow();
        var draft = drafts.start(
                row.procedure(),
                "acknowledge",
                Role.REQUESTED,
                row.counterpart(),
                row.thread(),
                Map.of(),
                official("maren"));
        drafts.submit(draft.id(), draft.version(), official("maren"));

        assertThat(page(TOLD, "/drafts/" + draft.id() + "/approve", "en"))
                .contains("Recorded by us, not sealed by them")
                .doesNotContain("Signature verified");
        assertThat(page(TOLD, "/drafts/" + draft.id() + "/approve", "ar"))
                .contains("دوّنّاه نحن")
                .doesNotContain("التوقيع متحقَّق منه");
        drafts.approve(draft.id(), new Proof.Practice(), null, official("maren"));
    }

    private Draft saved(MockHttpServletRequestBuilder page) throws Exception {
        var left = redirected(TOLD, page.param("then", "save"));
        return drafts.get(left.substring(left.indexOf('=') + 1));
    }

    @Test
    void every_page_sounds_it_until_one_acknowledges() throws Exception {
        var reference = asksUs();
        for (var path : List.of("/desk", "/directory", "/requests")) {
            assertThat(page(TOLD, path, "en"))
                    .as(path)
                    .containsPattern("<title>\\(\\d+\\) LIFE AT RISK – [^<]+ – Comity</title>")
                    .contains("class=\"top alarm\"", "id=\"siren\"");
        }
        assertThat(page("second-officer", "/directory", "ar"))
                .containsPattern("<title>\\(\\d+\\) حياة في خطر – [^<]+ – Comity</title>");
        assertThat(page(TOLD, "/alarm", "en"))
                .contains("id=\"siren\"", reference)
                .doesNotContain("<html");
        assertThat(page("administrator", "/directory", "en"))
                .as("who reads no case hears of none")
                .doesNotContain("siren\" role");

        acknowledged(reference);

        assertThat(page(TOLD, "/alarm", "en")).doesNotContain(reference);
        assertThat(page("second-officer", "/directory", "en")).doesNotContain(reference);
    }

    private void acknowledged(String reference) {
        var row = requests.find(reference).orElseThrow();
        var maren = official("maren");
        var draft = drafts.start(
                row.procedure(), "acknowledge", Role.REQUESTED, row.counterpart(), row.thread(), Map.of(), maren);
        var submitted = drafts.submit(draft.id(), draft.version(), maren);
        drafts.approve(submitted.id(), new Proof.Practice(), null, maren);
    }

    private String asksUs() {
        var body = new HashMap<String, Object>(ordinary());
        body.put("emergency", true);
        body.put("emergencyReason", "A child is missing.");
        body.put("custodian", "Example Chat, Velin");
        return asksUs(body);
    }

    private String asksUs(Map<String, Object> body) {
        var today = LocalDate.now(ZoneOffset.UTC);
        return correspondence.recordRequest(
                "preservation/1", "XD-1", body, new Arrived(Channel.PHONE, today, "", "", null), official("maren"));
    }

    private static MockHttpServletRequestBuilder told() {
        return told("XB-1");
    }

    private static MockHttpServletRequestBuilder told(String to) {
        return told(to, "+999 2 555 0117");
    }

    private static MockHttpServletRequestBuilder told(String to, String phone) {
        return post("/emergency")
                .param("risk", "Pupils of a school.")
                .param("who", "kestrel@chat.example")
                .param("phone", phone)
                .param("to", to);
    }
}
