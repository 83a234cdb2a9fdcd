package org.comity.thread.joint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.comity.proof.act.Act;
import org.comity.thread.JointThreadKeeping;
import org.comity.thread.JointThreadKeeping.DeletedBefore;
import org.comity.thread.JointThreads.Brought;
import org.comity.thread.JointThreads.OurPart;
import org.comity.thread.JointThreads.Page;
import org.comity.thread.SealedAct;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** R147: each party deletes by its own rule what a joint thread says that has ended for it; what it is proven by stays. */
class ForgottenJointTextsTest extends ThreeJointNodes {

    @BeforeEach
    void said() {
        joins(member);
        bring(member, member.say(thread, "say").act());
        tell(member);
    }

    @Test
    void r147_each_party_forgets_its_own_texts_and_the_register_stays_as_it_was() {
        assertThat(host.texts.ended(thread)).as("it is open").isEmpty();
        closed();
        var before = member.register(thread);
        assertThat(host.texts.saidBefore(JointNode.NOON.plusSeconds(1), "")).containsExactly(thread);
        assertThat(host.texts.saidBefore(JointNode.NOON, ""))
                .as("it moved just now")
                .isEmpty();

        forgets(member);

        assertThat(member.bodies(thread)).isEmpty();
        assertThat(member.threads.acts(thread)).isNotEmpty().allSatisfy(it -> {
            assertThat(it.body()).isNull();
            assertThat(it.forgottenAt()).isEqualTo(JointNode.NOON);
        });
        assertThat(member.db
                        .sql(
                                "select count(*) from thread.joint_act where seal is not null and container_hash is not null")
                        .query(Long.class)
                        .single())
                .isEqualTo(before.size());
        assertThat(member.texts.forgottenAt(thread)).hasValue(JointNode.NOON);
        assertThat(member.texts.saidBefore(JointNode.NOON.plusSeconds(1), "")).isEmpty();
        assertThat(member.register(thread)).isEqualTo(before).isEqualTo(host.register(thread));
        assertThat(host.threads.acts(thread)).isNotEmpty().allMatch(it -> it.body() != null);
        assertThat(host.texts.forgottenAt(thread)).isEmpty();
        boolean again = member.in(
                it -> member.texts.forgetBody(before.getFirst().entry().act()));
        assertThat(again).as("nothing is left").isFalse();
    }

    @Test
    void r147_for_who_left_it_has_ended_and_for_nobody_else() {
        joins(late);
        tell(member);
        bring(late, late.say(thread, "leave").act());
        tell(late);
        tell(member);

        assertThat(late.texts.ended(thread)).hasValue(JointNode.NOON);
        assertThat(List.of(host, member))
                .allSatisfy(it -> assertThat(it.texts.ended(thread)).isEmpty());
    }

    @Test
    void r147_what_was_deleted_nobody_brings_here_again() {
        closed();
        forgets(member);
        host.run(it -> it.refused(thread, member.id));
        var whole = host.threads.page(thread, member.id, 0, Long.MAX_VALUE);
        assertThat(whole.acts()).isNotEmpty();

        take(member, whole);
        member.in(it -> it.take(opening(), host.id));

        assertThat(member.bodies(thread)).isEmpty();
    }

    /** A keeper says no more than what it has; who lacks a text asks whoever has it. */
    @Test
    void r147_a_keeper_serves_envelopes_and_who_lacks_a_text_asks_another_party() {
        joins(late);
        tell(member);
        closed();
        forgets(host);
        assertThat(late.register(thread)).hasSizeLessThan(host.register(thread).size());

        var page = host.threads.page(thread, late.id).orElseThrow();
        assertThat(page.entries()).isNotEmpty();
        refused("act-withheld", () -> taken(page, host.id));
        take(late, member.in(it -> it.fetch(thread, page.after(), late.id)), member.id);

        assertThat(late.register(thread)).isEqualTo(host.register(thread));
        assertThat(late.bodies(thread)).hasSameSizeAs(late.register(thread));
    }

    /** It had no entry while the thread went on, and got one behind its end, when its words were gone here. */
    @Test
    void r147_an_act_of_ours_that_we_deleted_is_no_act_that_is_kept_back() {
        var ours = member.say(thread, "say").act();
        var sealed = waiting(member, ours);
        closed();
        forgets(member);
        assertThat(member.threads.waiting(thread)).isEmpty();

        host.in(it -> it.take(sealed, member.id));
        tell(member);

        assertThat(member.register(thread)).isEqualTo(host.register(thread));
        assertThat(member.register(thread).getLast().entry())
                .satisfies(it -> assertThat(it.act()).isEqualTo(ours))
                .satisfies(it -> assertThat(it.effective()).isFalse());
        assertThat(member.bodies(thread)).isEmpty();
    }

    @Test
    void r146_an_act_of_ours_under_another_container_is_a_dispute_though_we_deleted_it() {
        var sealed = waiting(member, member.say(thread, "say").act());
        closed();
        forgets(member);
        var another = new SealedAct(sealed.act(), "sealed by XB-1: something else".getBytes(UTF_8));
        var entry = member.next(thread, another);

        take(member, page(entry, new Brought.Thin(another.act().envelope())));

        assertThat(member.threads.find(thread).orElseThrow().disputed()).isEqualTo("container");
        assertThat(member.proofs(thread)).containsExactly(entry);
    }

    @Test
    void while_registers_differ_it_has_ended_for_nobody_until_somebody_goes_on() {
        closed();
        new JointRows(member.db).dispute(thread, "two-entries", JointNode.NOON.minus(Duration.ofDays(3)));
        assertThat(member.texts.ended(thread)).isEmpty();

        var another = member.goOn(thread);

        assertThat(member.texts.ended(thread)).as("as of when it went on").hasValue(JointNode.NOON);
        assertThat(member.texts.followers(thread, 9)).containsExactly(another);
    }

    @Test
    void while_others_can_speak_in_it_it_has_not_ended_for_who_went_on() {
        var another = member.goOn(thread);
        assertThat(member.texts.followers(thread, 9)).containsExactly(another);
        assertThat(member.texts.ended(thread)).as("it is open").isEmpty();
        host.say(thread, "say");
        tell(member);
        assertThat(member.register(thread)).isEqualTo(host.register(thread));

        closed();
        assertThat(member.texts.ended(thread)).isPresent();
    }

    @Test
    void each_thread_in_which_we_went_on_stands_beside_the_one_before() {
        var all = List.of(member.goOn(thread, 9), member.goOn(thread, 10));

        assertThat(member.texts.followers(thread, 9)).containsExactlyInAnyOrderElementsOf(all);
        assertThat(member.texts.followers(thread, 1)).hasSize(1);
        assertThat(member.texts.followers(all.getFirst(), 9)).isEmpty();
    }

    /** R136: whoever keeps the register has fallen silent, and no dispute is proven. */
    @Test
    void who_says_that_it_leaves_and_gets_no_entry_has_left_for_itself() {
        var days = JointNode.NOON.minus(Duration.ofDays(400));
        member.db
                .sql("update thread.joint set changed_at = :at")
                .param("at", days.atOffset(UTC))
                .update();
        member.say(thread, "say");
        assertThat(member.texts.leaving(thread))
                .as("that an act waits says nothing of leaving")
                .isEmpty();

        var leave = member.say(thread, "leave").act();

        var leaving = new JointThreadKeeping.Leaving(leave, host.id, JointNode.NOON);
        assertThat(member.texts.leaving(thread)).as("as of when it said so").hasValue(leaving);
        assertThat(member.texts.ended(thread))
                .as("whether it is refused is asked elsewhere")
                .isEmpty();
        assertThat(host.texts.leaving(thread)).isEmpty();
        forgets(member);
        assertThat(member.texts.leaving(thread)).as("without its words, too").hasValue(leaving);
        assertThat(member.texts.saidBefore(JointNode.NOON.plusSeconds(1), "")).isEmpty();
        host.say(thread, "say");
        tell(member);
        assertThat(member.register(thread)).isEqualTo(host.register(thread));
        assertThat(member.texts.saidBefore(JointNode.NOON.plusSeconds(1), "")).containsExactly(thread);

        new JointRows(member.db).dispute(thread, "two-entries", JointNode.NOON);
        assertThat(member.texts.leaving(thread)).isEmpty();
    }

    /** The keeper refused its leaving, it spoke on, and that has an entry: it is a party as before. */
    @Test
    void who_speaks_on_after_saying_that_it_leaves_has_not_left_once_that_has_an_entry() {
        var before = member.say(thread, "say").act();
        var leave = member.say(thread, "leave").act();
        var later = member.say(thread, "say").act();
        kept(leave, 1);
        kept(later, 2);
        assertThat(member.texts.leaving(thread)).isPresent();

        bring(member, before);
        tell(member);
        assertThat(member.texts.leaving(thread))
                .as("what it said before is no word that it stays")
                .isPresent();

        bring(member, later);
        tell(member);
        assertThat(member.texts.leaving(thread)).isEmpty();
    }

    private void kept(String act, int seconds) {
        member.db
                .sql("update thread.joint_act set kept_at = kept_at + make_interval(secs => :s) where id = :act")
                .param("s", seconds)
                .param("act", act)
                .update();
    }

    @Test
    void who_comes_back_after_deleting_is_told_up_to_which_entry_it_reads_nothing() {
        bring(member, member.say(thread, "leave").act());
        tell(member);
        forgets(member);
        var last = member.register(thread).getLast().entry().n();
        assertThat(member.texts.deletedBefore(thread)).as("all is gone").isEmpty();

        joins(member);
        host.say(thread, "say");
        tell(member);

        assertThat(member.texts.forgottenAt(thread)).isEmpty();
        assertThat(member.texts.deletedBefore(thread)).hasValue(new DeletedBefore(last, JointNode.NOON));
        assertThat(member.bodies(thread)).isNotEmpty().allMatch(it -> it > last);
        assertThat(host.texts.deletedBefore(thread)).isEmpty();
    }

    @Test
    void while_registers_differ_it_has_not_ended_for_who_left_it() {
        bring(member, member.say(thread, "leave").act());
        tell(member);
        assertThat(member.texts.ended(thread)).isPresent();

        new JointRows(member.db).dispute(thread, "two-entries", JointNode.NOON);
        assertThat(member.texts.ended(thread)).isEmpty();
        member.goOn(thread);
        assertThat(member.texts.ended(thread)).isPresent();
    }

    @Test
    void what_we_were_asked_by_and_declined_goes_too() {
        asks(late, "member", "all");
        hears(late);
        var declined = late.say(thread, "decline").act();
        assertThat(late.texts.ended(thread)).as("its answer is on its way").isEmpty();
        bring(late, declined);
        var entry = host.register(thread).getLast();
        late.in(it -> it.head(entry, host.id));
        assertThat(late.texts.ended(thread)).isPresent();
        assertThat(late.texts.saidBefore(JointNode.NOON.plusSeconds(1), "")).containsExactly(thread);

        forgets(late);

        assertThat(late.db
                        .sql("select count(*) from thread.invitation where opening is not null or invite is not null")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(late.texts.saidBefore(JointNode.NOON.plusSeconds(1), "")).isEmpty();
    }

    /** Until then it can still answer. */
    @Test
    void what_we_were_asked_by_and_never_answered_goes_by_when_we_were_asked() {
        asks(late, "member", "all");
        hears(late);
        var days = JointNode.NOON.minus(Duration.ofDays(400));
        late.db
                .sql("update thread.joint set opened_at = :at, changed_at = :at")
                .param("at", days.atOffset(UTC))
                .update();
        assertThat(late.texts.ended(thread)).hasValue(JointNode.NOON);
        assertThat(late.texts.saidBefore(JointNode.NOON, "")).isEmpty();
        assertThat(late.texts.saidBefore(JointNode.NOON.plusSeconds(1), "")).containsExactly(thread);
        assertThat(late.threads.toLookAt()).hasSize(1);

        forgets(late);

        assertThat(late.threads.asked(thread).orElseThrow().opening()).isNull();
        assertThat(late.threads.find(thread).orElseThrow().standing()).isEqualTo(OurPart.LEFT);
        assertThat(late.threads.toLookAt()).isEmpty();
        assertThat(late.texts.saidBefore(JointNode.NOON.plusSeconds(1), "")).isEmpty();
    }

    /** Nobody keeps our copy for longer by asking us again and again. */
    @Test
    void what_we_heard_until_we_left_goes_though_we_are_asked_back_in() {
        bring(member, member.say(thread, "leave").act());
        tell(member);
        var days = JointNode.NOON.minus(Duration.ofDays(400));
        member.db
                .sql("update thread.joint set changed_at = :at")
                .param("at", days.atOffset(UTC))
                .update();
        asks(member, "member", "all");
        hears(member);
        var before = JointNode.NOON.minus(Duration.ofDays(365));
        assertThat(member.threads.find(thread).orElseThrow().standing()).isEqualTo(OurPart.INVITED);
        assertThat(member.texts.ended(thread)).hasValue(days);
        assertThat(member.texts.saidBefore(before, "")).containsExactly(thread);

        forgets(member, before);

        assertThat(member.bodies(thread)).isEmpty();
        assertThat(member.threads.asked(thread).orElseThrow().opening())
                .as("it can still answer")
                .isNotNull();
        assertThat(member.threads.find(thread).orElseThrow().standing()).isEqualTo(OurPart.INVITED);
        assertThat(member.texts.saidBefore(before, "")).isEmpty();
        member.say(thread, "join");
        assertThat(member.texts.ended(thread)).as("it comes back").isEmpty();
    }

    private void closed() {
        host.say(thread, "close");
        tell(member);
    }

    private void forgets(JointNode node) {
        forgets(node, JointNode.NOON.plusSeconds(1));
    }

    private void forgets(JointNode node, Instant before) {
        node.run(threads -> {
            node.texts.lock(thread);
            for (var act : threads.acts(thread, 0, 100)) {
                if (act.body() != null) {
                    assertThat(node.texts.forgetBody(act.envelope().id())).isTrue();
                }
            }
            node.texts.forgetInvitations(thread, before);
        });
    }

    private SealedAct opening() {
        var first = host.threads.opening(thread).orElseThrow();
        return JointNode.sealed(new Act(first.envelope(), Objects.requireNonNull(first.body())));
    }

    private String taken(Page page, String from) {
        take(late, page, from);
        return "";
    }
}
