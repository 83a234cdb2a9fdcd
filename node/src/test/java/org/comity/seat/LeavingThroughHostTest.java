package org.comity.seat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.Objects;
import org.junit.jupiter.api.Test;

/** R102, R158: who has no seat at its host any more is taken out of a joint thread by two officers of the host, on record. */
class LeavingThroughHostTest extends JointFromASeat {

    @Test
    void who_adopted_before_it_left_is_written_out_by_its_host_and_nobody_waits_for_it() throws Exception {
        twoSit();
        var thread = jointThread();
        asks(thread);
        bothSay(post("/seat/joint/" + thread + "/join"));
        var adopt = said(post("/seat/records").param("say", "adopt")).getRedirectedUrl();
        approved(adopt);
        passkey = persons[0];
        cookie = cookies[0];
        assertThat(approved(adopt).getRedirectedUrl()).isEqualTo("/seat");
        var leaves = "/joint/" + thread + "/leaves/XD-1";

        assertThat(page("duty-officer", "/joint/" + thread, "en")).contains(leaves, "Leaves through us");
        assertThat(answered(200, "duty-officer", post(leaves).param("channel", "seat")))
                .contains("Choose how it came.", "Write what it said");
        assertThat(answered(
                        409,
                        "duty-officer",
                        post(leaves.replace("XD-1", "XA-1"))
                                .param("channel", "phone")
                                .param("text", "x")))
                .contains("cannot");
        var draft = redirected(
                "duty-officer",
                post(leaves).param("channel", "phone").param("text", "Its duty room rang: it works on its own node."));
        assertThat(page("second-officer", draft, "en")).contains("In the name of", "Dorvane", "Phone");
        redirected(
                "second-officer",
                post(draft + "/approve").param("method", "practice").param("once", token()));

        var left = joint.acts(thread).getLast();
        assertThat(left.envelope().facts()).containsEntry("recorded", "phone").containsEntry("speaker", "XD-1");
        assertThat(left.envelope().role()).isEqualTo("member");
        assertThat(Objects.requireNonNull(left.entry()).entry().effect()).isEqualTo("effective");
        assertThat(joint.find(thread).orElseThrow().state().parties()).doesNotContainKey("XD-1");
        assertThat(page("duty-officer", "/joint/" + thread, "en")).doesNotContain(leaves);
    }

    /** Who is only asked waits in the thread as a party does, and could go by no other way once it adopted. */
    @Test
    void who_was_only_asked_and_adopted_is_written_down_as_declining() throws Exception {
        twoSit();
        var thread = jointThread();
        asks(thread);
        passkey = persons[0];
        cookie = cookies[0];
        var adopt = said(post("/seat/records").param("say", "adopt")).getRedirectedUrl();
        approved(adopt);
        passkey = persons[1];
        cookie = cookies[1];
        assertThat(approved(adopt).getRedirectedUrl()).isEqualTo("/seat");
        var leaves = "/joint/" + thread + "/leaves/XD-1";

        assertThat(page("duty-officer", "/joint/" + thread, "en")).contains(leaves);
        var draft = redirected(
                "duty-officer", post(leaves).param("channel", "phone").param("text", "It does not come."));
        redirected(
                "second-officer",
                post(draft + "/approve").param("method", "practice").param("once", token()));

        var declined = joint.acts(thread).getLast();
        assertThat(declined.envelope().type()).isEqualTo("decline");
        assertThat(declined.envelope().facts())
                .containsEntry("recorded", "phone")
                .containsEntry("speaker", "XD-1");
        assertThat(Objects.requireNonNull(declined.entry()).entry().effect()).isEqualTo("effective");
        assertThat(joint.find(thread).orElseThrow().state().invited()).doesNotContainKey("XD-1");
        assertThat(page("duty-officer", "/joint/" + thread, "en")).doesNotContain(leaves);
    }

    @Test
    void a_double_press_writes_one_departure_down() throws Exception {
        twoSit();
        var thread = jointThread();
        asks(thread);
        var once = token();
        var leaves = post("/joint/" + thread + "/leaves/XD-1")
                .param("channel", "mail")
                .param("text", "It wrote.")
                .param("once", once);
        var draft = redirected("duty-officer", leaves);
        assertThat(redirected("duty-officer", leaves)).isEqualTo(draft);
    }

    /** What another said is not changed into a word of our own. */
    @Test
    void what_was_given_back_is_written_down_again_and_not_as_our_own() throws Exception {
        twoSit();
        var thread = jointThread();
        asks(thread);
        bothSay(post("/seat/joint/" + thread + "/join"));
        var draft = redirected(
                "duty-officer",
                post("/joint/" + thread + "/leaves/XD-1")
                        .param("channel", "mail")
                        .param("text", "It wrote."));
        redirected("second-officer", post(draft + "/return").param("why", "Ring them."));
        var id = draft.substring(draft.length() - 8);

        var again = "/joint/" + thread + "/leaves/XD-1?draft=" + id;
        assertThat(page("duty-officer", draft, "en")).contains(again);
        assertThat(page("duty-officer", again, "en")).contains("It wrote.</textarea>", "value=\"" + id + "\"");
        assertThat(code("duty-officer", again.replace("XD-1", "XB-1"))).isNotEqualTo(200);
        assertThat(code("duty-officer", "/joint/" + thread + "/leave?draft=" + id))
                .isNotEqualTo(200);
        assertThat(redirected(
                        "duty-officer",
                        post("/joint/" + thread + "/leaves/XD-1")
                                .param("channel", "phone")
                                .param("text", "It said so by phone.")
                                .param("draft", id)))
                .isEqualTo(draft);
        assertThat(page("second-officer", draft, "en")).contains("Phone", "It said so by phone.");
        redirected("second-officer", post(draft + "/return").param("why", "Not now."));
        redirected("duty-officer", post(draft + "/discard"));
    }
}
