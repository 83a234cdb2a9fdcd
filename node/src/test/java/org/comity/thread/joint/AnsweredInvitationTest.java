package org.comity.thread.joint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.comity.proof.register.Entry;
import org.comity.proof.register.SignedEntry;
import org.comity.thread.JointThreads.Found;
import org.comity.thread.JointThreads.Invitation;
import org.comity.thread.JointThreads.KeptAct;
import org.comity.thread.JointThreads.OurPart;
import org.comity.thread.SealedAct;
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

        assertThat(late.threads.find(thread).orElseThrow().standing()).isEqualTo(OurPart.LEFT);
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

        assertThat(late.threads.find(thread).orElseThrow().standing()).isEqualTo(OurPart.LEFT);
        assertThat(late.threads.acts(thread).getLast().entry()).isEqualTo(entry);
    }

    @Test
    void r121_who_declined_may_be_asked_again_and_join() {
        bring(late, late.say(thread, "decline").act());
        found(host.register(thread).getLast(), "XA-1");

        joins(late);

        assertThat(late.threads.find(thread).orElseThrow().standing()).isEqualTo(OurPart.PARTY);
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

        assertThat(late.threads.find(thread).orElseThrow().standing()).isEqualTo(OurPart.INVITED);
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

    /** XD-1 was let into the thread, handed the register over, and copies what the new keeper asks us with. */
    @Test
    void r121_who_copies_our_invitation_does_not_say_that_our_answer_is_registered() {
        var right = keptByMember();
        late.run(it -> it.take(right, "XB-1"));
        var declined = late.say(thread, "decline").act();
        var waiting = waiting(late, declined);

        late.run(it -> it.take(signedAnew(right, "XD-1"), "XD-1"));

        var asked = right.asked().entry();
        var invented = JointNode.sign("XD-1", ended(asked, 7, waiting));
        refused("unknown-thread", () -> found(invented, "XD-1"));
        var joint = late.threads.find(thread).orElseThrow();
        assertThat(joint.standing()).isEqualTo(OurPart.INVITED);
        assertThat(joint.keeper()).isEqualTo("XB-1");
        assertThat(late.threads.waiting(thread)).hasSize(1);

        member.in(it -> it.take(waiting, "XC-1"));
        assertThat(found(member.register(thread).getLast(), "XB-1")).isEqualTo(Found.EQUAL);
        assertThat(late.threads.find(thread).orElseThrow().standing()).isEqualTo(OurPart.LEFT);
    }

    /** Whoever makes an invitation of its own is no keeper of the answer to another's. */
    @Test
    void r121_another_invitation_says_nothing_of_an_answer_that_went_elsewhere() {
        var right = keptByMember();
        late.run(it -> it.take(right, "XB-1"));
        var waiting = waiting(late, late.say(thread, "decline").act());
        var said = host.act(thread, "invite", "party", "XC-1", "as", "member", "shown", "all");
        var asked = right.asked().entry();
        var own =
                new Invitation(right.first(), JointNode.sign("XD-1", entry(asked, 9, said, "")), right.opening(), said);
        late.run(it -> it.take(own, "XD-1"));

        refused("joining", () -> found(JointNode.sign("XD-1", ended(asked, 12, waiting)), "XD-1"));

        assertThat(late.threads.waiting(thread)).hasSize(1);
    }

    @Test
    void r121_no_answer_is_registered_before_what_asked_for_it() {
        var right = keptByMember();
        late.run(it -> it.take(right, "XB-1"));
        var waiting = waiting(late, late.say(thread, "decline").act());
        var asked = right.asked().entry();
        for (long n : List.of(1L, asked.n())) {
            var invented = ended(asked, n, waiting);
            refused("joining", () -> found(JointNode.sign("XA-1", invented), "XA-1"));
        }
        assertThat(late.threads.waiting(thread)).hasSize(1);
    }

    /** Whoever opened it says that our join had no effect; who keeps it by then lets us in, and shows us all from there. */
    @Test
    void r121_who_was_told_that_it_is_not_in_reads_the_register_that_lets_it_in() {
        bring(late, late.say(thread, "decline").act());
        found(host.register(thread).getLast(), "XA-1");
        asks(late, "member", "from-here");
        hears(late);
        var join = waiting(late, late.say(thread, "join").act());
        var asked =
                host.threads.invitation(thread, "XC-1").orElseThrow().asked().entry();
        found(JointNode.sign("XA-1", ended(asked, asked.n() + 5, join)), "XA-1");
        assertThat(late.threads.find(thread).orElseThrow().standing()).isEqualTo(OurPart.LEFT);

        host.in(it -> it.take(join, "XC-1"));
        tell(late);

        assertThat(late.threads.find(thread).orElseThrow().standing()).isEqualTo(OurPart.PARTY);
        assertThat(late.register(thread)).isEqualTo(host.register(thread));
    }

    private Invitation keptByMember() {
        tell(member);
        host.say(thread, "hand-over", "party", "XB-1");
        tell(member);
        bring(member, member.say(thread, "take-over").act());
        tell(member);
        late.db.sql("delete from thread.invitation").update();
        late.db.sql("delete from thread.joint").update();
        return member.threads
                .invitation(thread, "XC-1")
                .map(it -> signedAnew(it, "XB-1"))
                .orElseThrow();
    }

    private static Invitation signedAnew(Invitation it, String by) {
        return new Invitation(it.first(), JointNode.sign(by, it.asked().entry()), it.opening(), it.invite());
    }

    private static Entry ended(Entry like, long n, SealedAct act) {
        return entry(like, n, act, "ended");
    }

    private static Entry entry(Entry like, long n, SealedAct act, String effect) {
        return new Entry(
                like.network(),
                like.thread(),
                n,
                like.previous(),
                act.act().id(),
                act.containerHash(),
                like.time(),
                effect.isEmpty() ? like.effect() : effect,
                like.state());
    }

    private Found found(SignedEntry entry, String from) {
        return late.in(it -> it.head(entry, from));
    }
}
