package org.comity.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import org.comity.identity.Approvals.Proof;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What an emergency leaves out is listed until it is filled in; the call before the request is kept with it. */
class EmergencyRequestTest extends Officers {

    @Autowired
    private DomesticFile file;

    @Autowired
    private org.springframework.jdbc.core.simple.JdbcClient db;

    @Test
    void what_an_emergency_left_out_is_listed_until_acts_of_completion_fill_it() throws Exception {
        var sent = sent("XD-1", emergency(), "maren");
        var path = "/requests/" + sent.reference();
        assertThat(page("duty-officer", path, "en"))
                .contains("Left out in the emergency", "<li>Why it is necessary</li>");
        assertThat(page("duty-officer", path + "/complete", "en")).contains("value=\"necessity\"", "value=\"link\"");

        complete(path, List.of("necessity", "link"));

        assertThat(page("duty-officer", path, "en"))
                .contains("Left out in the emergency", "<li>The facts</li>")
                .doesNotContain("<li>Why it is necessary</li>");
        assertThat(page("duty-officer", path, "ar")).contains("ما تُرك في حالة الطوارئ");
        complete(path, List.of("offence", "facts", "data-classes", "intent"));
        assertThat(page("duty-officer", path, "en")).doesNotContain("Left out in the emergency");
        assertThat(page("duty-officer", path + "/complete", "en")).doesNotContain("name=\"completes\"");
    }

    @Test
    void a_call_before_the_request_is_kept_on_the_draft_and_stands_in_the_domestic_file_once_it_is_sent()
            throws Exception {
        var maren = official("maren");
        var draft = drafts.start("preservation/1", "request", Role.REQUESTING, "XD-1", null, emergency(), maren);
        var step = "/drafts/" + draft.id() + "/custodian";
        assertThat(page("duty-officer", step, "en"))
                .contains("Never tested by us.")
                .doesNotContain("name=\"callWith\"");

        var ticked = redirected("duty-officer", typed(step, draft.id()));
        assertThat(ticked).startsWith(step + "#");
        assertThat(page("duty-officer", step, "ar")).contains("name=\"callWith\"", "name=\"call.date\"");
        assertThat(page("duty-officer", "/drafts/" + draft.id() + "/preview", "en"))
                .contains("not when you called");
        redirected("duty-officer", call(typed(step, draft.id()), "2999-01-01"));
        assertThat(page("duty-officer", step + "?check=true", "en")).contains("It cannot be in the future.");
        redirected("duty-officer", call(typed(step, draft.id()), "2026-11-20"));
        assertThat(page("duty-officer", step, "en")).contains("2026-11-20", "Officer on duty");
        assertThat(page("duty-officer", "/drafts/" + draft.id() + "/preview", "en"))
                .contains("The requesting State phoned the duty contact")
                .doesNotContain("Officer on duty", "not when you called");

        var now = drafts.get(draft.id());
        drafts.submit(now.id(), now.version(), maren);
        var sent = drafts.approve(now.id(), new Proof.Practice(), null, maren);
        drafts.approve(now.id(), new Proof.Practice(), null, maren);

        assertThat(file.lines(java.util.Objects.requireNonNull(sent.thread())))
                .filteredOn(it -> it.kind() == DomesticFile.Kind.CALL)
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.text())
                            .isEqualTo(
                                    "Phone first, before the written request. Spoke with: Officer on duty. Said: They look at once.");
                    assertThat(it.time()).isEqualTo("2026-11-20T08:30:00Z");
                    assertThat(it.number()).isNotEmpty();
                });
        assertThat(db.sql("select count(*) from cooperation.draft_call where draft = :draft")
                        .param("draft", draft.id())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void a_call_stays_with_whoever_told_it_and_no_time_is_said_that_nobody_typed() throws Exception {
        var draft = drafts.start(
                "preservation/1", "request", Role.REQUESTING, "XD-1", null, emergency(), official("maren"));
        var step = "/drafts/" + draft.id() + "/custodian";
        redirected("lawyer", typed(step, draft.id()));
        assertThat(page("lawyer", step, "en"))
                .contains("name=\"call.date\"")
                .doesNotContain("name=\"call.date\" value=\"2");
        redirected(
                "lawyer",
                typed(step, draft.id())
                        .param("call.date", "")
                        .param("call.time", "")
                        .param("call.zone", "Z"));
        assertThat(tellers(draft.id())).isEmpty();

        redirected("duty-officer", call(typed(step, draft.id()), "2026-11-20"));
        assertThat(tellers(draft.id())).containsExactly("maren");
        redirected("lawyer", call(typed(step, draft.id()), "2026-11-20"));
        assertThat(tellers(draft.id())).as("nothing new").containsExactly("maren");
        redirected("lawyer", call(typed(step, draft.id()), "2026-11-19"));
        assertThat(tellers(draft.id())).as("another day").containsExactly("okell");
    }

    private List<String> tellers(String draft) {
        return db.sql("select official from cooperation.draft_call where draft = :draft")
                .param("draft", draft)
                .query(String.class)
                .list();
    }

    private MockHttpServletRequestBuilder typed(String step, String draft) {
        return post(step)
                .param("version", Long.toString(drafts.get(draft).version()))
                .param("emergency", "yes")
                .param("phonedFirst", "yes");
    }

    private static MockHttpServletRequestBuilder call(MockHttpServletRequestBuilder form, String day) {
        return form.param("call.date", day)
                .param("call.time", "08:30")
                .param("call.zone", "Z")
                .param("callWith", "Officer on duty")
                .param("callSaid", "They look at once.");
    }

    private void complete(String path, List<String> gaps) throws Exception {
        var form = post(path + "/complete").param("text", "Now known.").param("then", "preview");
        gaps.forEach(it -> form.param("completes", it));
        var preview = redirected("duty-officer", form);
        var draft = drafts.get(preview.replaceAll("/drafts/(.*)/preview", "$1"));
        drafts.submit(draft.id(), draft.version(), official("maren"));
        drafts.approve(draft.id(), new Proof.Practice(), null, official("maren"));
    }
}
