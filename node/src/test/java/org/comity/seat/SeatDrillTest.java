package org.comity.seat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.Objects;
import org.comity.casework.Drills;
import org.comity.identity.Approvals.Proof;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An authority that reads at its seat sees that it is a drill, and its answer says so by itself. */
class SeatDrillTest extends PersonInASeat {

    @Autowired
    private Drills drills;

    @Test
    void a_drill_is_one_at_a_seat_too() throws Exception {
        confirmed();
        var maren = official("maren");
        var draft = drafts.start("preservation/1", "request", Role.REQUESTING, "XD-1", null, ordinary(), maren);
        drills.mark(draft.id(), true, maren);
        var submitted = drafts.submit(draft.id(), draft.version(), maren);
        drafts.approve(draft.id(), new Proof.Practice(), null, official("okell"));
        var thread = Objects.requireNonNull(submitted.thread());

        var path = "/seat/threads/" + thread;
        assertThat(allThreads()).contains(">Drill</span>");
        assertThat(seen(path).getContentAsString()).contains(">Drill</span>");
        var preview = said(post(path + "/acknowledge")).getRedirectedUrl();
        var act = act(preview);
        approved(preview);

        assertThat(threads.act(act).orElseThrow().envelope().drill()).isTrue();
    }
}
