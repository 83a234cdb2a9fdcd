package org.comity.thread.joint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.comity.proof.act.Act;
import org.comity.thread.JointThreads.Brought;
import org.comity.thread.JointThreads.Page;
import org.comity.thread.SealedAct;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** R121: a page fits through the door of its receiver, and the next one goes on where it ended. */
class BoundedPagesTest extends ThreeJointNodes {

    /** The door takes 16, and its first says what follows. */
    private static final int MOST_ACTS = 15;

    @BeforeEach
    void open() {
        joins(member);
    }

    @Test
    void sixteen_acts_go_in_two_pages() {
        for (int i = 0; i < MOST_ACTS + 1; i++) host.say(thread, "say");

        assertThat(told()).extracting(it -> it.acts().size()).containsExactly(MOST_ACTS, 1);
    }

    /** Also where the receiver has lost them, and its own acts come with them. */
    @Test
    void entries_of_the_receivers_own_acts_go_a_hundred_at_a_time() {
        for (int i = 0; i < 101; i++) {
            bring(member, member.say(thread, "say").act());
            if (i % 50 == 0) anHourPasses();
        }
        var own = host.threads.page(thread, "XB-1").orElseThrow();
        assertThat(own.entries()).hasSize(100);
        assertThat(own.acts()).isEmpty();

        host.run(it -> it.refused(thread, "XB-1"));
        var whole = host.threads.page(thread, "XB-1").orElseThrow();
        assertThat(whole.acts()).hasSize(MOST_ACTS);
        assertThat(whole.entries()).hasSize(MOST_ACTS);
        // What was queued before is made as it is now, and no longer than it may be.
        assertThat(host.threads.page(thread, "XB-1", own.after(), own.to()).acts())
                .hasSize(MOST_ACTS);

        assertThat(told()).hasSize(101 / MOST_ACTS + 1);
    }

    @Test
    void five_acts_of_a_mebibyte_go_in_two_pages() {
        for (int i = 0; i < 5; i++) {
            var act = large(host.act(thread, "say").act());
            host.in(it -> it.say(act));
        }

        assertThat(told()).extracting(it -> it.acts().size()).containsExactly(4, 1);
    }

    private List<Page> told() {
        var pages = new ArrayList<Page>();
        for (var page = host.threads.page(thread, member.id);
                page.isPresent();
                page = host.threads.page(thread, member.id)) {
            var brought = page.get();
            assertThat(brought.entries()).hasSizeLessThanOrEqualTo(100);
            assertThat(brought.acts()).hasSizeLessThanOrEqualTo(MOST_ACTS);
            assertThat(brought.acts().stream()
                            .mapToLong(BoundedPagesTest::bytes)
                            .sum())
                    .isLessThan(5_000_000);
            take(member, brought);
            host.run(it -> it.delivered(thread, member.id, brought.after(), brought.to()));
            pages.add(brought);
        }
        assertThat(member.register(thread)).isEqualTo(host.register(thread));
        return pages;
    }

    private static long bytes(Brought act) {
        return act instanceof Brought.Whole(var sealed) ? sealed.container().length : 0;
    }

    private static SealedAct large(Act act) {
        var start = JointNode.sealed(act).container();
        assertThat(new String(start, UTF_8)).startsWith("sealed by XA-1: ");
        return new SealedAct(act, Arrays.copyOf(start, AdmittingJointAct.LARGEST_CONTAINER));
    }

    /** An author brings sixty acts an hour at most. */
    private void anHourPasses() {
        host.db
                .sql("update thread.joint_act set kept_at = kept_at - interval '1 hour'")
                .update();
    }
}
