package org.comity.seat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.Objects;
import org.comity.directory.ListedWithNode;
import org.junit.jupiter.api.Test;

/** R158: an authority whose node the directory lists by now leaves its joint threads from its seats, adopts, and nothing else. */
class SeatTakesLeaveTest extends JointFromASeat {

    @Test
    void who_has_a_node_by_now_leaves_and_adopts_from_its_seats_and_says_nothing_else() throws Exception {
        twoSit();
        var id = seatOfKey();
        var ofTwo = asked("XD-1");
        var written = said(post("/seat/threads/" + ofTwo + "/acknowledge")).getRedirectedUrl();
        var thread = jointThread();
        asks(thread);
        bothSay(post("/seat/joint/" + thread + "/join"));
        var declined = jointThread();
        asks(declined);
        ListedWithNode.during("XD-1", () -> takesLeave(id, ofTwo, written, thread, declined));
    }

    private void takesLeave(String id, String ofTwo, String written, String thread, String declined) throws Exception {
        assertThat(signIn().getRedirectedUrl()).isEqualTo("/seat");
        cookies[1] = cookie;
        assertThat(seen("/seat").getContentAsString()).contains("has a node of its own and speaks there");
        assertThat(seen("/seat/threads/" + ofTwo).getContentAsString()).doesNotContain("/acknowledge");
        assertThat(approved(written).getStatus()).isEqualTo(422);
        assertThat(threads.act(act(written))).isEmpty();
        assertThat(seen("/seat/joint/" + thread).getContentAsString())
                .contains("/seat/joint/" + thread + "/leave")
                .doesNotContain("/seat/joint/" + thread + "/meet", "/seat/joint/" + thread + "/draft");
        assertThat(said(post("/seat/joint/" + declined + "/join")).getStatus()).isEqualTo(409);
        assertThat(said(post("/seat/records")
                                .param(
                                        "acts",
                                        Objects.requireNonNull(giving.get(id).act()))
                                .param("text", "Not ours."))
                        .getStatus())
                .isEqualTo(409);

        bothSay(post("/seat/joint/" + thread + "/leave"));
        bothSay(post("/seat/joint/" + declined + "/decline"));
        assertThat(joint.find(thread).orElseThrow().state().parties()).doesNotContainKey("XD-1");
        assertThat(joint.find(declined).orElseThrow().state().invited()).doesNotContainKey("XD-1");
        passkey = persons[0];
        cookie = cookies[0];
        var adopt = said(post("/seat/records").param("say", "adopt")).getRedirectedUrl();
        approved(adopt);
        passkey = persons[1];
        cookie = cookies[1];
        assertThat(approved(adopt).getRedirectedUrl()).isEqualTo("/seat");
        var seats = Objects.requireNonNull(giving.get(id).thread());
        assertThat(threads.find(seats).orElseThrow().state().name()).isEqualTo("Adopted");
        assertThat(signIn().getStatus()).isEqualTo(401);
    }
}
