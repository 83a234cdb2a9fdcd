package org.comity.casework.acts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.Map;
import java.util.regex.Pattern;
import org.comity.casework.Officers;
import org.comity.identity.Approvals.Proof;
import org.comity.procedure.Draft;
import org.comity.procedure.RequestRow;
import org.comity.proof.act.Act;
import org.comity.thread.Threads;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Who signs an act alone writes, reads and signs it on one page, and signs nothing but what that page showed. */
class SigningOnOnePageTest extends Officers {

    private static final String OFFICER = "duty-officer";

    private static final String WORDS = "It sent the notices of 19 November.";

    private static final Pattern SHOWN = Pattern.compile("name=\"act\" value=\"([0-9a-f]{64})\"");

    @Autowired
    private SigningShownActs signing;

    @Autowired
    private Threads threads;

    @Test
    void it_is_written_shown_and_signed_on_one_page() throws Exception {
        var row = asked();
        assertThat(page(OFFICER, path(row), "en"))
                .contains("Show what will be signed", "What you write stands here as it will be signed")
                .doesNotContain("Next: read and sign", "then=sign");

        var page = redirected(OFFICER, show(row, WORDS));
        var draft = answer(row);
        assertThat(page).isEqualTo(path(row) + "?draft=" + draft.id() + "#sheet");
        var drawn = page(OFFICER, path(row) + "?draft=" + draft.id(), "en");
        assertThat(drawn).contains("<dd><p dir=\"auto\">" + WORDS, "Sign and send (practice)");
        assertThat(page(OFFICER, path(row) + "?draft=" + draft.id(), "ar")).contains("وقّعوا وأرسلوا");
        var act = shown(page(OFFICER, path(row) + "?draft=" + draft.id(), "en"));
        assertThat(page(OFFICER, path(row) + "?draft=" + draft.id(), "en")).contains("name=\"file\"");

        assertThat(shown(drawn)).as("drawn again it is the same act").isEqualTo(act);
        assertThat(redirected(OFFICER, sign(row, draft, WORDS, act))).isEqualTo("/requests/" + row.address());
        var sent = drafts.get(draft.id());
        assertThat(sent.status()).isEqualTo(Draft.Status.SENT);
        assertThat(sent.act()).as("what was signed is what was shown").isEqualTo(act);
        assertThat(Act.read(drafts.json(draft.id())).body()).containsEntry("text", WORDS);
    }

    @Test
    void words_that_were_not_shown_are_shown_first() throws Exception {
        var row = asked();
        redirected(OFFICER, show(row, WORDS));
        var draft = answer(row);
        var act = shownOf(draft, row);

        assertThat(redirected(OFFICER, sign(row, draft, "Something else.", act)))
                .isEqualTo(path(row) + "?draft=" + draft.id() + "#sheet");
        var saved = drafts.get(draft.id());
        assertThat(saved.status()).isEqualTo(Draft.Status.WRITING);
        assertThat(saved.body()).containsEntry("text", "Something else.");
        assertThat(redirected(OFFICER, sign(row, saved, "Something else.", act)))
                .as("the page that showed the older words signs nothing")
                .contains("?draft=");
        assertThat(drafts.get(draft.id()).status()).isEqualTo(Draft.Status.WRITING);

        redirected(OFFICER, sign(row, saved, "Something else.", shownOf(saved, row)));
        assertThat(drafts.get(draft.id()).status()).isEqualTo(Draft.Status.SENT);
    }

    @Test
    void words_that_another_window_saved_are_on_the_sheet_and_ours_stay_in_their_field() throws Exception {
        var row = asked();
        redirected(OFFICER, show(row, WORDS));
        var draft = answer(row);
        var act = shownOf(draft, row);
        drafts.save(
                draft.id(), draft.version(), Map.of("text", "Of another window."), draft.facts(), official("maren"));

        var page = answered(200, OFFICER, sign(row, draft, WORDS, act));

        assertThat(page)
                .contains("Nothing was signed", "<dd><p dir=\"auto\">Of another window.", WORDS + "</textarea>");
        assertThat(drafts.get(draft.id()).status()).isEqualTo(Draft.Status.WRITING);
    }

    @Test
    void a_file_that_was_added_since_is_shown_first() throws Exception {
        var row = asked();
        redirected(OFFICER, show(row, WORDS));
        var draft = answer(row);
        var act = shownOf(draft, row);
        drafts.attach(draft.id(), "penal-code.pdf", "application/pdf", new byte[] {1}, official("maren"));

        assertThat(redirected(OFFICER, sign(row, draft, WORDS, act))).contains("?draft=" + draft.id());
        assertThat(drafts.get(draft.id()).status()).isEqualTo(Draft.Status.WRITING);
    }

    @Test
    void what_is_missing_is_said_at_its_field_and_nothing_is_signed() throws Exception {
        var row = asked();
        var checked = redirected(OFFICER, show(row, ""));
        var draft = answer(row);
        assertThat(checked).isEqualTo(path(row) + "?check=true&draft=" + draft.id());
        assertThat(page(OFFICER, checked, "en")).contains("id=\"f-text-problem\"", "name=\"act\" value=\"\"");

        assertThat(redirected(OFFICER, sign(row, draft, "", ""))).isEqualTo(checked);
        assertThat(drafts.get(draft.id()).status()).isEqualTo(Draft.Status.WRITING);
    }

    @Test
    void pressed_twice_it_is_sent_once() throws Exception {
        var row = asked();
        redirected(OFFICER, show(row, WORDS));
        var draft = answer(row);
        var press = sign(row, draft, WORDS, shownOf(draft, row));

        assertThat(redirected(OFFICER, press)).isEqualTo("/requests/" + row.address());
        assertThat(redirected(OFFICER, press)).isEqualTo("/requests/" + row.address());

        assertThat(threads.newest(row.thread()))
                .filteredOn(it -> it.envelope().type().equals("answer"))
                .hasSize(1);
    }

    @Test
    void who_signs_other_words_than_those_that_left_is_not_told_that_theirs_did() throws Exception {
        var row = asked();
        redirected(OFFICER, show(row, WORDS));
        var draft = answer(row);
        var act = shownOf(draft, row);
        redirected(OFFICER, sign(row, draft, WORDS, act));

        assertThat(answered(200, OFFICER, sign(row, draft, "Of another window.", act)))
                .contains("Yours was not sent", "Of another window.</textarea>")
                .doesNotContain("name=\"draft\"");
    }

    @Test
    void where_two_officers_are_needed_nobody_signs_on_the_page() throws Exception {
        var row = asked();
        assertThat(page(OFFICER, "/requests/" + row.address() + "/withdraw", "en"))
                .contains("Preview")
                .doesNotContain("then=sign", "Show what will be signed");
        var maren = official("maren");
        var body = Map.<String, Object>of("text", "Solved.");
        var draft = drafts.start("preservation/1", "withdraw", Role.REQUESTING, "XB-1", row.thread(), body, maren);
        assertThat(page(OFFICER, "/drafts/" + draft.id() + "/sheet", "en")).doesNotContain("then=sign");
        var act = signing.show(draft.id()).id();

        refused("draft.second-officer-must-differ", () -> signing.sign(draft.id(), act, new Proof.Practice(), maren));

        assertThat(drafts.get(draft.id()).status()).isEqualTo(Draft.Status.WRITING);
        answered(403, "oversight", sign(row, draft, "Solved.", act));
    }

    @Test
    void a_file_goes_with_it_and_the_words_stay() throws Exception {
        var row = asked();
        var file = new MockMultipartFile("file", "penal-code.pdf", "application/pdf", new byte[] {1, 2});
        var attach = multipart(path(row)).file(file);
        attach.param("then", "attach").param("text", WORDS);
        redirected(OFFICER, attach);
        var draft = answer(row);
        assertThat(draft.body()).containsEntry("text", WORDS);
        assertThat(draft.files()).extracting(Draft.File::name).containsExactly("penal-code.pdf");

        var empty = multipart(path(row)).file(new MockMultipartFile("file", "", "application/pdf", new byte[0]));
        empty.param("then", "attach")
                .param("text", WORDS + " See below.")
                .param("draft", draft.id())
                .param("version", String.valueOf(draft.version()));
        assertThat(redirected(OFFICER, empty)).isEqualTo(path(row) + "?draft=" + draft.id() + "#f-file");
        var kept = drafts.get(draft.id());
        assertThat(kept.body()).containsEntry("text", WORDS + " See below.");

        redirected(
                OFFICER,
                post(path(row))
                        .param("detach", "penal-code.pdf")
                        .param("text", WORDS)
                        .param("draft", draft.id())
                        .param("version", String.valueOf(kept.version())));
        assertThat(drafts.get(draft.id()).files()).isEmpty();
    }

    @Test
    void an_approval_that_does_not_count_leaves_the_draft_as_it_was() throws Exception {
        var row = asked();
        redirected(OFFICER, show(row, WORDS));
        var draft = answer(row);
        var act = shownOf(draft, row);

        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> signing.sign(
                        draft.id(), act, new Proof.PasswordAndCode(act, "wrong", "000000"), official("maren")));

        assertThat(drafts.get(draft.id())).isEqualTo(draft);
        assertThat(signing.sign(draft.id(), act, new Proof.Practice(), official("maren"))
                        .act())
                .isEqualTo(act);
    }

    /** A request of ours to a State with a node. */
    private RequestRow asked() {
        return requests.find(sent("XB-1", ordinary(), "tolva").reference()).orElseThrow();
    }

    private Draft answer(RequestRow row) {
        return drafts.alive(row.thread(), "answer").getFirst();
    }

    private String shownOf(Draft draft, RequestRow row) throws Exception {
        return shown(page(OFFICER, path(row) + "?draft=" + draft.id(), "en"));
    }

    private static String shown(String page) {
        var found = SHOWN.matcher(page);
        assertThat(found.find()).as("an act is shown").isTrue();
        return found.group(1);
    }

    private static String path(RequestRow row) {
        return "/requests/" + row.address() + "/answer";
    }

    private static MockHttpServletRequestBuilder show(RequestRow row, String text) {
        return post(path(row)).param("then", "show").param("text", text);
    }

    private static MockHttpServletRequestBuilder sign(RequestRow row, Draft draft, String text, String act) {
        return post("/requests/" + row.address() + "/" + draft.type())
                .queryParam("then", "sign")
                .param("text", text)
                .param("draft", draft.id())
                .param("version", String.valueOf(draft.version()))
                .param("act", act)
                .param("method", "practice");
    }
}
