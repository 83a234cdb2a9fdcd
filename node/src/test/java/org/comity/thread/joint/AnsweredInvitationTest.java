package org.comity.thread.joint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.comity.proof.register.SignedEntry;
import org.comity.thread.JointThreads.Found;
import org.comity.thread.JointThreads.KeptAct;
import org.comity.thread.JointThreads.Standing;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** R121: who answers an invitation and is no party by it has the one entry of its answer, and nothing else of the register. */
class AnsweredInvitationTest extends ThreeJointNodes {

    @BeforeEach
    void open() {
        joins(member);
        asks(late, "member", "all");
        hears(late);
    }

    @Test
    void r121_who_declines_gets_that_one_entry() {
        var declined = late.say(thread, "decline").act();
        bring(late, declined);
        var entry = host.register(thread).getLast();

        assertThat(found(entry, "XA-1")).isEqualTo(Found.EQUAL);

        assertThat(late.threads.find(thread).orElseThrow().standing()).isEqualTo(Standing.LEFT);
        assertThat(late.threads.waiting(thread)).isEmpty();
        assertThat(late.threads.acts(thread)).extracting(KeptAct::entry).containsExactly(entry);
        assertThat(late.register(thread)).isEmpty();
    }

    @Test
    void r121_a_join_without_effect_is_known_with_its_reason() {
        var join = late.say(thread, "join").act();
        host.say(thread, "close");
        bring(late, join);
        var entry = host.register(thread).getLast();
        assertThat(entry.entry().effect()).isEqualTo("ended");

        assertThat(found(entry, "XA-1")).isEqualTo(Found.EQUAL);

        assertThat(late.threads.find(thread).orElseThrow().standing()).isEqualTo(Standing.LEFT);
        assertThat(late.threads.acts(thread).getLast().entry()).isEqualTo(entry);
    }

    @Test
    void r121_who_declined_may_be_asked_again_and_join() {
        bring(late, late.say(thread, "decline").act());
        found(host.register(thread).getLast(), "XA-1");

        joins(late);

        assertThat(late.threads.find(thread).orElseThrow().standing()).isEqualTo(Standing.PARTY);
        assertThat(late.register(thread)).isEqualTo(host.register(thread));
        assertThat(late.threads.find(thread).orElseThrow().disputed()).isNull();
    }

    /** A later invitation waits for an answer of its own. */
    @Test
    void r121_the_answer_to_an_older_invitation_closes_no_newer_one() {
        var declined = late.say(thread, "decline").act();
        bring(late, declined);
        var entry = host.register(thread).getLast();
        asks(late, "member", "from-here");
        hears(late);

        assertThat(found(entry, "XA-1")).isEqualTo(Found.EQUAL);

        assertThat(late.threads.find(thread).orElseThrow().standing()).isEqualTo(Standing.INVITED);
    }

    @Test
    void r121_nobody_else_says_that_our_answer_is_registered() {
        var declined = late.say(thread, "decline").act();
        bring(late, declined);
        var right = host.register(thread).getLast();
        for (var from : List.of("XB-1", "XA-1")) {
            var byMember = JointNode.sign("XB-1", right.entry());
            refused(from.equals("XA-1") ? "joining" : "unknown-thread", () -> found(byMember, from));
        }
        assertThat(late.threads.waiting(thread)).hasSize(1);
    }

    private Found found(SignedEntry entry, String from) {
        return late.in(it -> it.head(entry, from));
    }
}
