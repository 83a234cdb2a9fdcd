package org.comity.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.comity.casework.UnsentAct.Progress;
import org.comity.identity.Approvals.Proof;
import org.comity.procedure.Draft;
import org.comity.ui.Language;
import org.comity.vocabulary.Role;
import org.comity.vocabulary.RuleBroken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nothing in flight vanishes: from the first word until it leaves, an act stands on the desk of its author. */
class UnsentActsTest extends Officers {

    @Autowired
    private UnsentActs unsent;

    @Autowired
    private Clock clock;

    @Autowired
    private JdbcClient db;

    /** Other tests leave some at this node, some of them held until a day of their own clock. */
    @BeforeEach
    void nothing_in_hand() {
        db.sql("update cooperation.draft set status = 'DISCARDED' where status in ('WRITING', 'SUBMITTED')")
                .update();
        db.sql("update cooperation.draft set not_before = null where status = 'SENT' and not_before is not null")
                .update();
    }

    @Test
    void an_act_stands_on_the_desk_in_mine_in_search_and_in_the_handover_from_the_first_word_until_it_leaves()
            throws Exception {
        var draft =
                drafts.start("preservation/1", "request", Role.REQUESTING, "XD-1", null, ordinary(), official("maren"));
        assertThat(standing(draft.id())).isEqualTo(Progress.WRITING);
        for (var place : List.of("/desk", "/desk?view=MINE", "/desk?view=officers", "/requests", "/desk/handover")) {
            assertThat(page("duty-officer", place, "en")).as(place).contains("/drafts/" + draft.id());
        }
        assertThat(page("second-officer", "/desk?view=MINE", "en")).doesNotContain("/drafts/" + draft.id());
        assertThat(page("duty-officer", "/desk", "ar")).contains("لدى ضباطنا", "/drafts/" + draft.id());

        var submitted = drafts.submit(draft.id(), draft.version(), official("maren"));
        assertThat(standing(draft.id())).isEqualTo(Progress.WAITING);
        assertThat(page("duty-officer", "/desk", "en"))
                .contains("/drafts/" + draft.id() + "/approve", "Waiting for approval by", submitted.reference());
        assertThat(page("duty-officer", "/requests?q=" + submitted.reference(), "en"))
                .contains("/drafts/" + draft.id());
        assertThat(page("duty-officer", "/requests?q=no-such-words-anywhere", "en"))
                .doesNotContain("/drafts/" + draft.id());

        redirected(
                "second-officer",
                post("/drafts/" + draft.id() + "/return").param("why", "Account 3 was closed; say so."));
        var returned = act(draft.id());
        assertThat(returned.standing()).isEqualTo(Progress.RETURNED);
        assertThat(drafts.get(draft.id()).givenBackBy()).isEqualTo("tolva");
        assertThat(returned.returnedBy()).isEqualTo(official("tolva").name());
        assertThat(page("duty-officer", "/desk", "en"))
                .contains("Returned by " + returned.returnedBy(), "Account 3 was closed; say so.");

        var again = drafts.submit(draft.id(), drafts.get(draft.id()).version(), official("maren"));
        drafts.approve(again.id(), new Proof.Practice(), clock.instant().plus(Duration.ofHours(1)), official("tolva"));
        assertThat(standing(draft.id())).isEqualTo(Progress.HELD);
        assertThat(page("duty-officer", "/desk", "en")).contains("it can be recalled until then");
        assertThat(page("duty-officer", "/desk/handover", "en"))
                .contains("approved and held, leaves by itself at")
                .as("nor is an address read aloud")
                .doesNotContain("Held since it was submitted", "class=\"vh\"> /");
        assertThat(page("duty-officer", "/desk/handover", "ar")).contains("ويغادر من تلقاء نفسه في");

        drafts.recall(draft.id(), "Not needed any more.", official("maren"));
        assertThat(unsent.page(Language.ENGLISH, "maren", null).acts())
                .noneMatch(it -> it.draft().id().equals(draft.id()));
    }

    @Test
    void an_emergency_that_went_ahead_stands_first_until_it_is_confirmed() throws Exception {
        drafts.start("preservation/1", "request", Role.REQUESTING, "XD-1", null, ordinary(), official("maren"));
        var sent = sent("XD-1", emergency(), "maren");

        var first = unsent.page(Language.ENGLISH, "maren", null).acts().getFirst();
        assertThat(first.draft().emergency()).isTrue();
        assertThat(act(sent.id()).standing()).isEqualTo(Progress.TO_CONFIRM);
        assertThat(act(sent.id()).approvers()).isNotEmpty().doesNotContain(official("maren"));
        assertThat(page("duty-officer", "/desk", "en")).contains("/confirmations/" + sent.act(), "can confirm it");
    }

    /** The search and the note say of each how it stands and why, as the desk does. */
    @Test
    void search_and_note_say_how_it_stands_and_why() throws Exception {
        var draft = submitted("XD-1", named("plover"));
        for (var place : List.of("/search?q=plover", "/desk/handover")) {
            assertThat(page("duty-officer", place, "en"))
                    .as(place)
                    .contains("/drafts/" + draft.id(), "waits for approval since", "Waiting for approval by");
        }
        var note = redirected(
                "duty-officer", post("/desk/handover").param("once", token()).param("words", "Look."));
        assertThat(page("second-officer", note, "en")).contains("waits for your approval");
        redirected("second-officer", post("/drafts/" + draft.id() + "/return").param("why", "Say which plover."));

        var tolva = official("tolva").name();
        for (var place : List.of("/search?q=plover", "/desk/handover")) {
            assertThat(page("duty-officer", place, "en"))
                    .as(place)
                    .contains("Returned by " + tolva, "Say which plover.", "returned at")
                    .as("what it is about, though it has no thread yet")
                    .contains(act(draft.id()).subject());
        }
        assertThat(page("second-officer", note, "en"))
                .as("it does not stand so any more")
                .doesNotContain("Say which plover.");
        assertThat(page("duty-officer", "/search/palette?q=plover", "en"))
                .contains("With our officers", "/drafts/" + draft.id() + "/preview");
        db.sql("delete from desk.handover where id = ?")
                .param(Long.valueOf(note.replaceAll("\\D", "")))
                .update();
    }

    @Test
    void it_is_found_by_words_of_two_fields_by_its_file_and_by_its_officer_and_not_by_names_of_fields()
            throws Exception {
        var draft = submitted("XD-1", named("plover"));
        drafts.giveBack(draft.id(), "Attach it.", official("maren"));
        drafts.attach(
                draft.id(), "whimbrel order.pdf", "application/pdf", new byte[] {37, 80, 68, 70}, official("maren"));
        for (var typed : List.of(
                "plover%20Dorvane",
                "notices%20plover", "whimbrel", official("maren").name().replace(" ", "%20"))) {
            assertThat(page("duty-officer", "/search?q=" + typed, "en"))
                    .as(typed)
                    .contains("/drafts/" + draft.id());
        }
        for (var field : List.of("zone", "value", "emergencyReason")) {
            assertThat(page("duty-officer", "/search?q=" + field, "en"))
                    .as(field)
                    .doesNotContain("/drafts/" + draft.id());
        }
    }

    @Test
    void who_only_reads_finds_what_is_being_written_and_is_led_to_no_page_on_which_one_writes() throws Exception {
        var draft = drafts.start(
                "preservation/1", "request", Role.REQUESTING, "XD-1", null, named("dunlin"), official("maren"));
        var link = "href=\"/drafts/" + draft.id() + "/state\"";

        for (var search : List.of("/search?q=dunlin", "/search/palette?q=dunlin")) {
            assertThat(page("duty-officer", search, "en")).as(search).contains(link);
            assertThat(page("custodian", search, "en")).as(search).doesNotContain(link);
        }
        assertThat(page("custodian", "/search?q=dunlin", "en")).contains("With our officers");
    }

    /** Nobody is asked to approve what they may not. */
    @Test
    void what_waits_for_somebody_else_is_not_yours_to_approve() throws Exception {
        int tolvas = unsent.toApprove(official("tolva"));
        int okells = unsent.toApprove(official("okell"));
        var draft =
                drafts.start("preservation/1", "request", Role.REQUESTING, "XD-1", null, ordinary(), official("okell"));
        drafts.submit(draft.id(), draft.version(), official("okell"));

        assertThat(unsent.toApprove(official("tolva"))).isEqualTo(tolvas + 1);
        assertThat(unsent.toApprove(official("okell"))).isEqualTo(okells);
        assertThat(act(draft.id()).waitsFor(official("tolva"))).isTrue();
        assertThat(act(draft.id()).waitsFor(official("okell"))).isFalse();
        assertThat(page("second-officer", "/desk", "en")).contains(">Waiting for your approval<");
    }

    @Test
    void filters_and_clear_stay_with_what_is_in_hand() throws Exception {
        for (var list : List.of("/desk", "/requests")) {
            assertThat(page("duty-officer", list + "?view=officers&role=requested", "en"))
                    .as(list)
                    .contains("name=\"view\" value=\"officers\"", "href=\"" + list + "?view=officers\"")
                    .doesNotContain("name=\"view\" value=\"OURS_TO_ACT\"");
        }
    }

    private static Map<String, Object> named(String bird) {
        var body = new HashMap<String, Object>(ordinary());
        body.put(
                "identifiers",
                List.of(Map.of("kind", "mail", "value", "p@" + bird + ".example", "time", "", "zone", "")));
        return body;
    }

    @Test
    void a_return_says_why_and_what_was_typed_stays() throws Exception {
        var draft =
                drafts.start("preservation/1", "request", Role.REQUESTING, "XD-1", null, ordinary(), official("maren"));
        drafts.submit(draft.id(), draft.version(), official("maren"));

        var empty = answered(
                200, "second-officer", post("/drafts/" + draft.id() + "/return").param("why", "   "));
        assertThat(empty).contains("Say why you return it", "f-why");
        var long1001 = answered(
                200, "second-officer", post("/drafts/" + draft.id() + "/return").param("why", "x".repeat(1001)));
        assertThat(long1001).contains("longer than 1,000 characters", "x".repeat(1001));
        assertThat(drafts.get(draft.id()).status()).isEqualTo(Draft.Status.SUBMITTED);
    }

    @Test
    void a_submission_that_is_refused_takes_no_number() {
        var first = submitted("XD-1", ordinary()).reference();
        var empty =
                drafts.start("preservation/1", "request", Role.REQUESTING, "XD-1", null, Map.of(), official("maren"));
        assertThatThrownBy(() -> drafts.submit(empty.id(), empty.version(), official("maren")))
                .isInstanceOf(RuleBroken.class);

        assertThat(number(submitted("XD-1", ordinary()).reference())).isEqualTo(number(first) + 1);
    }

    /** The hundred-and-first is found: by its own officer at once, by others on a page of its own. */
    @Test
    void whatever_is_in_hand_none_of_it_vanishes() throws Exception {
        var made = new HashSet<String>();
        for (int n = 0; n < UnsentActs.MOST; n++) {
            made.add(drafts.start(
                            "preservation/1", "request", Role.REQUESTING, "XD-1", null, ordinary(), official("maren"))
                    .id());
        }
        assertThat(page("second-officer", "/desk?view=officers", "en")).doesNotContain(">Next page<");
        var last = drafts.start(
                        "preservation/1", "request", Role.REQUESTING, "XD-1", null, ordinary(), official("okell"))
                .id();

        assertThat(unsent.page(Language.ENGLISH, "okell", null).acts())
                .anyMatch(it -> it.draft().id().equals(last));
        made.add(last);
        var page = unsent.page(Language.ENGLISH, "maren", null);
        var behind = unsent.page(Language.ENGLISH, "maren", page.next());
        assertThat(Stream.of(page, behind).flatMap(it -> it.acts().stream()))
                .extracting(it -> it.draft().id())
                .doesNotHaveDuplicates()
                .containsAll(made);
        assertThat(unsent.saying(Language.ENGLISH, "maren", _ -> true).acts())
                .as("looked for")
                .hasSize(UnsentActs.MOST);
        assertThat(unsent.saying(
                                Language.ENGLISH, "maren", it -> it.draft().id().equals(last))
                        .acts())
                .as("on whatever page")
                .hasSize(1);
        for (var list : List.of("/desk?view=ALL", "/requests")) {
            assertThat(page("duty-officer", list, "en"))
                    .as(list)
                    .doesNotContain("/drafts/" + last)
                    .contains("Our officers have more in hand than the 100", "view=officers");
        }
        assertThat(page("duty-officer", "/desk?view=ALL", "ar")).contains("عرض الجميع");
        var first = page("duty-officer", "/desk?view=officers", "en");
        assertThat(first).doesNotContain("/drafts/" + last, "Our officers have more in hand");
        var next = found("href=\"(/desk\\?view=officers&(?:amp;)?after=[^\"]+)\"", first)
                .replace("&amp;", "&");
        assertThat(page("duty-officer", next, "en")).contains("/drafts/" + last).doesNotContain(">Next page<");
        assertThat(page("duty-officer", "/desk?view=officers&after=nonsense", "en"))
                .contains(">Next page<");
        assertThat(page("duty-officer", "/desk/handover", "en"))
                .doesNotContain("/drafts/" + last)
                .contains("No more than 100 acts in hand are named here.");
    }

    private static int number(String reference) {
        return Integer.parseInt(reference.substring(reference.length() - 6));
    }

    private Progress standing(String draft) {
        return act(draft).standing();
    }

    private UnsentAct act(String draft) {
        return unsent.page(Language.ENGLISH, "maren", null).acts().stream()
                .filter(it -> it.draft().id().equals(draft))
                .findFirst()
                .orElseThrow();
    }
}
