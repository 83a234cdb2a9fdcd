package org.comity.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.comity.identity.Approvals.Proof;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A small form in which something cannot be right comes back: the problem at its field, and what was typed. */
class FormsReturnedTest extends Officers {

    @Autowired
    private Clock clock;

    @Test
    void a_message_of_blanks_or_one_too_long() throws Exception {
        var request = "/requests/" + sent("XB-1", emergency(), "maren").reference();
        var messages = request + "/messages";

        assertThat(back("duty-officer", request, post(messages).param("text", "  "), "text"))
                .contains("The message is empty.");
        assertThat(back("duty-officer", request, post(messages).param("text", "9".repeat(4001)), "text"))
                .contains("longer than 4,000 characters", ">" + "9".repeat(4001) + "</textarea>");
        assertThat(page("duty-officer", request, "en")).as("once").doesNotContain("longer than 4,000 characters");
    }

    @Test
    void a_recall_without_a_reason() throws Exception {
        var held = drafts.approve(
                submitted("XD-1", emergency()).id(),
                new Proof.Practice(),
                clock.instant().plus(Duration.ofHours(8)),
                official("maren"));
        var draft = "/drafts/" + held.id();

        assertThat(back("duty-officer", draft + "/approve", post(draft + "/recall"), "why"))
                .contains("Say why you recall it.");
    }

    @Test
    void a_hold_by_law_without_a_reason() throws Exception {
        var request = "/requests/" + sent("XD-1", emergency(), "maren").reference();

        assertThat(back("lawyer", request, post(request + "/legal-hold"), "why"))
                .contains("Say in 1 to 500 characters", "<details class=\"noprint\" open>");
    }

    @Test
    void an_attachment_that_is_empty_or_was_not_chosen_and_no_token_stays_in_the_address() throws Exception {
        var body = Map.<String, Object>of("text", "Which account?");
        var thread = requests.find(preserved(70)).orElseThrow().thread();
        var draft = "/drafts/"
                + drafts.start("preservation/1", "ask", Role.REQUESTED, "XD-1", thread, body, official("maren"))
                        .id();
        for (var file : new MockMultipartFile[] {file("file", "", ""), file("file", "list.pdf", "")}) {
            assertThat(back(
                            "duty-officer",
                            draft + "/preview",
                            multipart(draft + "/files").file(file),
                            "file"))
                    .contains("The file is empty, or larger than 2 MB.");
        }
    }

    @Test
    void a_prosecutor_without_an_address_or_with_a_wrong_one() throws Exception {
        var request = "/requests/" + preserved(70);
        var prosecutor = request + "/reminders/prosecutor";

        assertThat(back("duty-officer", request, post(prosecutor).param("mail", "nobody"), "mail"))
                .contains("This is not a mail address.", "value=\"nobody\"");
        assertThat(back("duty-officer", request, post(prosecutor).param("mail", " "), "mail"))
                .contains("This is not a mail address.")
                .doesNotContain("<b>Prosecutor to remind</b>");
        redirected("duty-officer", post(prosecutor).param("mail", "p@xa.example"));
        assertThat(page("duty-officer", request, "en")).contains("Kept in the domestic file.");
        redirected("duty-officer", post(prosecutor).param("mail", ""));
        assertThat(page("duty-officer", request, "en")).contains("No prosecutor of this request is reminded any more.");
    }

    @Test
    void a_saved_view_without_a_name() throws Exception {
        assertThat(back("duty-officer", "/desk?view=MINE", post("/desk/views").param("shared", "yes"), "name"))
                .contains("A view needs a name", "name=\"shared\" value=\"yes\" checked");
    }

    @Test
    void a_line_of_the_domestic_file_whose_scan_is_empty_or_none() throws Exception {
        var request = "/requests/" + sent("XD-1", emergency(), "maren").reference();
        var line = request + "/file";

        assertThat(back(
                        "duty-officer",
                        request,
                        multipart(line)
                                .file(file("scan", "scan.pdf", ""))
                                .param("kind", "CALL")
                                .param("text", "They called."),
                        "scan"))
                .contains("The file that was chosen is empty.", ">They called.</textarea>", "value=\"CALL\" selected");
        assertThat(back(
                        "duty-officer",
                        request,
                        multipart(line)
                                .file(file("scan", "tool.exe", "MZ"))
                                .param("kind", "NOTE")
                                .param("text", "They called."),
                        "scan"))
                .contains("A scan is a PDF, PNG, JPEG or TIFF.");
        assertThat(page("duty-officer", request, "en")).doesNotContain("tool.exe", "They called.");
        redirected(
                "duty-officer",
                multipart(line).file(file("scan", "Brief 7.pdf", "%PDF-1.7")).param("kind", "NOTE"));
        assertThat(page("duty-officer", request, "en")).contains("Brief 7.pdf");
    }

    @Test
    void a_user_name_that_somebody_has() throws Exception {
        var add = post("/admin/people")
                .param("id", "maren")
                .param("name", "Somebody Else")
                .param("duties", "LAWYER");

        assertThat(back("administrator", "/admin/people", add, "id"))
                .contains(
                        "Somebody has this user name already.",
                        "value=\"Somebody Else\"",
                        "value=\"maren\"",
                        "value=\"LAWYER\" checked");
    }

    @Test
    void a_password_that_is_too_short() throws Exception {
        assertThat(back("duty-officer", "/me", post("/me/password").param("password", "short"), "password"))
                .contains("A password needs at least")
                .doesNotContain("value=\"short\"");
    }

    @Test
    void a_list_of_offices_that_was_not_chosen() throws Exception {
        assertThat(back("lawyer", "/offices", multipart("/offices/load").file(file("file", "", "")), "file"))
                .contains("No file was chosen, or it is empty.");
    }

    @Test
    void a_rate_of_transfers_that_nobody_can_read_and_hours_in_which_nothing_travels() throws Exception {
        var page = "/evidence/transfers";
        for (var rate : List.of("-5", "abc", "3")) {
            assertThat(back("custodian", page, pace().param("rate", rate), "rate"))
                    .contains("Write a whole number of at least 4", "value=\"" + rate + "\"");
        }
        assertThat(back("custodian", page, pace().param("opens", "22:00"), "closes"))
                .contains("Write both hours", "value=\"22:00\"");
        assertThat(back("custodian", page, pace().param("opens", "10:00").param("closes", "10:00"), "closes"))
                .contains("nothing would ever travel", "value=\"10:00\"");
        redirected("custodian", pace());
    }

    private static MockHttpServletRequestBuilder pace() {
        return post("/evidence/transfers/pace").param("participant", "XB-1");
    }

    @Test
    void lines_of_the_treaty_of_which_none_is_ticked_and_a_file_that_is_no_sheet() throws Exception {
        var rows = "state,name,action,day,notification,source\nXK,Kand,signature,2026-02-03,P.C.N.611.2026,list\n";
        var sheet = redirected("duty-officer", multipart("/treaty/lines/import").file(file("file", "list.csv", rows)));
        assertThat(back("duty-officer", sheet, post(sheet), "row")).contains("Nothing was chosen that can be taken.");
        redirected("duty-officer", post(sheet).param("all", "yes"));

        assertThat(back("second-officer", "/treaty/lines", post("/treaty/lines"), "line"))
                .contains("Nothing was chosen that can be taken.");
        assertThat(answered(
                        200,
                        "duty-officer",
                        multipart("/treaty/lines/import").file(file("file", "list.xlsx", "PK\u0003\u0004 no sheet"))))
                .contains("id=\"f-file-problem\"");
    }

    /** Whoever says from which page it came is led there and nowhere else. */
    @Test
    void a_form_from_nowhere_has_the_page_of_errors() throws Exception {
        var request = "/requests/" + sent("XB-1", emergency(), "maren").reference();
        answered(409, "duty-officer", post(request + "/messages").param("text", " "));
        assertThat(redirected(
                        "duty-officer",
                        post(request + "/messages")
                                .param("text", " ")
                                .header("Referer", "https://elsewhere.example/desk")))
                .isEqualTo("/desk#f-text");
    }

    /** The page to which it leads, with the problem in its list and at its field. */
    private String back(String chair, String page, AbstractMockHttpServletRequestBuilder<?> form, String field)
            throws Exception {
        assertThat(redirected(chair, form.header("Referer", "http://localhost" + page)))
                .isEqualTo(page + "#f-" + field);
        var shown = page(chair, page, "en");
        assertThat(shown).contains("href=\"#f-" + field + "\"", "id=\"f-" + field + "-problem\"");
        return shown;
    }

    private static MockMultipartFile file(String field, String name, String content) {
        return new MockMultipartFile(field, name, "application/pdf", content.getBytes());
    }
}
