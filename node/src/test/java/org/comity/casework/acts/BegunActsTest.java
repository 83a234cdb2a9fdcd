package org.comity.casework.acts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.comity.assistance.ByLetter;
import org.comity.casework.Correspondence;
import org.comity.casework.Officers;
import org.comity.identity.Approvals.Proof;
import org.comity.procedure.Draft;
import org.comity.vocabulary.Channel;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who opens the page of an act anew is told of what was begun there already. */
class BegunActsTest extends Officers {

    private static final String BEGUN = "This was begun at";

    private static final String TWICE = "Another act of this kind waits for approval.";

    private static final String NO_EFFECT = "This would have no effect where the request stands now";

    @Autowired
    private Correspondence byLetter;

    @Autowired
    private ByLetter letters;

    @Autowired
    private JdbcClient db;

    @Autowired
    private Clock clock;

    @Test
    void what_was_begun_is_named_until_it_is_sent_or_thrown_away() throws Exception {
        var reference = preserved(70);
        var path = "/requests/" + reference + "/extend";
        assertThat(page("duty-officer", path, "en")).doesNotContain(BEGUN);

        var left = redirected(
                "duty-officer", post(path).param("text", "One more month.").param("then", "leave"));
        assertThat(left).isEqualTo("/requests/" + reference);

        var begun = drafts.alive(requests.find(reference).orElseThrow().thread(), "extend")
                .getFirst();
        var goesOn = path + "?draft=" + begun.id();
        assertThat(page("second-officer", path, "en")).contains(BEGUN, "Go on with it", goesOn);
        assertThat(page("duty-officer", goesOn, "en")).doesNotContain(BEGUN);

        drafts.discard(begun.id(), official("maren"));
        assertThat(page("duty-officer", path, "ar")).doesNotContain("بُدئ هذا في");
    }

    @Test
    void what_waits_for_approval_is_named_as_well() throws Exception {
        var reference = preserved(70);
        var thread = requests.find(reference).orElseThrow().thread();
        var waits = release(thread);
        assertThat(waits.status()).isEqualTo(Draft.Status.SUBMITTED);

        assertThat(page("duty-officer", "/requests/" + reference + "/release", "en"))
                .contains("See it: it waits for approval", "/drafts/" + waits.id() + "/approve");
    }

    @Test
    void what_waits_stands_first_on_its_request_and_says_for_whom() throws Exception {
        var reference = preserved(70);
        var waits = release(requests.find(reference).orElseThrow().thread());
        var decision = "/drafts/" + waits.id() + "/approve";

        assertThat(page("duty-officer", "/requests/" + reference, "en"))
                .containsSubsequence("id=\"waiting\"", decision, "Waiting for approval by ", "Your next step")
                .doesNotContain("It waits for your approval");
        assertThat(page("second-officer", "/requests/" + reference, "en"))
                .containsSubsequence("id=\"waiting\"", "Your next step", decision, "It waits for your approval");
        assertThat(page("second-officer", "/desk?view=officers", "en"))
                .contains("Look and decide<span class=\"vh\"> " + waits.id());
        assertThat(page("duty-officer", "/desk?view=officers", "en"))
                .contains("Look at it<span class=\"vh\"> " + waits.id());
        assertThat(page("duty-officer", decision, "en")).doesNotContain("Approve this act");
        assertThat(page("second-officer", decision, "en")).contains("<h1>Approve this act</h1>");
    }

    @Test
    void before_a_second_act_of_a_kind_is_signed_the_first_that_waits_is_named_and_so_it_is_on_the_request()
            throws Exception {
        var reference = asked();
        var thread = requests.find(reference).orElseThrow().thread();
        var first = submitted(thread, "ask", "Which account?");
        var waiting = "/drafts/%s/approve".formatted(first.id());
        assertThat(page("duty-officer", waiting, "en")).doesNotContain(TWICE, NO_EFFECT);
        assertThat(page("duty-officer", "/requests/" + reference, "en"))
                .contains("Your next step", "It waits for your approval", waiting);

        var maren = official("maren");
        var body = Map.<String, Object>of("text", "Which account, and since when?");
        var again = drafts.start("preservation/1", "ask", Role.REQUESTED, "XD-1", thread, body, maren);
        assertThat(page("duty-officer", "/drafts/" + again.id() + "/preview", "en"))
                .contains(TWICE, waiting);
        drafts.submit(again.id(), again.version(), maren);
        var page = "/drafts/" + again.id() + "/approve";
        assertThat(page("duty-officer", page, "en")).contains(TWICE, waiting).doesNotContain(NO_EFFECT);
        assertThat(page("duty-officer", page, "ar")).contains("عمل آخر من هذا النوع ينتظر الموافقة", waiting);

        drafts.approve(first.id(), new Proof.Practice(), null, official("okell"));
        assertThat(page("duty-officer", page, "en")).doesNotContain(TWICE);
        assertThat(page("duty-officer", "/requests/" + reference, "en"))
                .doesNotContain(waiting)
                .contains(page);
    }

    @Test
    void before_an_act_is_signed_its_page_says_that_it_would_have_no_effect() throws Exception {
        var thread = requests.find(preserved(70)).orElseThrow().thread();
        assertThat(page("duty-officer", "/drafts/" + release(thread).id() + "/approve", "en"))
                .contains(NO_EFFECT);
    }

    /** What was begun is gone on with: the press that begins it anew is never the first. */
    @Test
    void the_next_step_goes_on_with_what_was_begun_and_there_is_one() throws Exception {
        var path = "/requests/" + asked();
        assertThat(page("duty-officer", path, "en")).containsOnlyOnce(first(path + "/acknowledge"));

        var thread = requests.find(path.substring(10)).orElseThrow().thread();
        var begun = drafts.start(
                "preservation/1", "acknowledge", Role.REQUESTED, "XD-1", thread, Map.of(), official("maren"));

        for (var byWire : List.of(false, true)) {
            if (byWire) byWire(thread);
            assertThat(page("duty-officer", path, "en"))
                    .containsOnlyOnce("class=\"btn pri big\" href=")
                    .contains(first(path + "/acknowledge?draft=" + begun.id()))
                    .contains("class=\"btn\" href=\"" + path + "/acknowledge\"")
                    .containsSubsequence("card next across", "class=\"two wide\"");
        }
    }

    private static String first(String path) {
        return "class=\"btn pri big\" href=\"" + path + "\" data-key=\"A\"";
    }

    /** The page of keys lists it, and each of them works. */
    @Test
    void an_act_under_more_has_its_key() throws Exception {
        var reference = letters.asks("XD-1");
        byWire(requests.find(reference).orElseThrow().thread());

        assertThat(page("duty-officer", "/requests/" + reference, "en"))
                .contains("href=\"/requests/" + reference + "/ask\" data-key=\"F\"");
    }

    /** What a State with a node asks by letter cannot be written down; for its page it is the counterpart that counts. */
    private void byWire(String thread) {
        db.sql("update cooperation.request set counterpart = 'XB-1' where thread = :thread")
                .param("thread", thread)
                .update();
    }

    private String asked() {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var arrived = new Correspondence.Arrived(Channel.MAIL, today, "", "", null);
        return byLetter.recordRequest("preservation/1", "XD-1", ordinary(), arrived, official("maren"));
    }

    private Draft release(String thread) {
        return submitted(thread, "release", "We stop.");
    }

    private Draft submitted(String thread, String type, String text) {
        var maren = official("maren");
        var body = Map.<String, Object>of("text", text);
        var draft = drafts.start("preservation/1", type, Role.REQUESTED, "XD-1", thread, body, maren);
        return drafts.submit(draft.id(), draft.version(), maren);
    }
}
