package org.comity.thread.joint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.comity.database.PracticeDatabase;
import org.comity.proof.act.Act;
import org.comity.proof.act.Envelope;
import org.comity.proof.act.JointThread;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.register.Entry;
import org.comity.proof.register.SignedEntry;
import org.comity.thread.JointThreads;
import org.comity.thread.JointThreads.Brought;
import org.comity.thread.JointThreads.Found;
import org.comity.thread.JointThreads.OurPart;
import org.comity.thread.JointThreads.Page;
import org.comity.thread.SealedAct;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a party or a stranger signs to be in the way of others, and an act of our own that does not fit any more. */
class DishonestPartiesTest extends ThreeJointNodes {

    @BeforeEach
    void open() {
        joins(member);
    }

    @Test
    void a_new_keeper_goes_on_without_its_own_act_that_does_not_fit_any_more() {
        var unfit = member.say(thread, "say", "unfit", "yes").act();
        var fits = member.say(thread, "say").act();
        host.say(thread, "hand-over", "party", "XB-1");
        tell(member);
        bring(member, member.say(thread, "take-over").act());
        tell(member);

        assertThat(member.threads.find(thread).orElseThrow().weKeep()).isTrue();
        assertThat(member.register(thread).getLast().entry().act()).isEqualTo(fits);
        assertThat(member.threads.waiting(thread))
                .extracting(it -> it.act().id())
                .containsExactly(unfit);
    }

    @Test
    void a_second_sender_does_not_take_the_place_of_the_first_before_it_is_answered() {
        asks(late, "member", "all");
        var right = hears(late);
        var seen = late.threads.seen(thread);

        late.run(it -> it.take(byMember(right), "XB-1"));

        assertThat(late.threads.find(thread).orElseThrow().keeper()).isEqualTo("XA-1");
        assertThat(late.threads.seen(thread)).isEqualTo(seen);
        bring(late, late.say(thread, "join").act());
        tell(late);
        assertThat(late.threads.find(thread).orElseThrow().standing()).isEqualTo(OurPart.PARTY);
    }

    @Test
    void who_keeps_a_register_that_is_here_is_read_from_it_and_not_from_an_invitation() {
        joins(late);
        host.say(thread, "remove", "party", "XC-1");
        tell(late);
        host.say(thread, "invite", "party", "XC-1", "as", "member", "shown", "all");
        var again = host.threads.invitation(thread, "XC-1").orElseThrow();

        late.run(it -> it.take(byMember(again), "XB-1"));

        var joint = late.threads.find(thread).orElseThrow();
        assertThat(joint.standing()).isEqualTo(OurPart.INVITED);
        assertThat(joint.keeper()).isEqualTo("XA-1");
    }

    private static JointThreads.Invitation byMember(JointThreads.Invitation right) {
        var asked = right.asked().entry();
        var invented = new Entry(
                asked.network(),
                asked.thread(),
                1_000,
                asked.previous(),
                asked.act(),
                asked.container(),
                asked.time(),
                asked.effect(),
                asked.state());
        return new JointThreads.Invitation(
                right.first(), JointNode.sign("XB-1", invented), right.opening(), right.invite());
    }

    @Test
    void invented_heads_of_one_sender_leave_room_for_those_of_others() {
        joins(late);
        tell(member);
        var last = member.register(thread).getLast().entry();
        for (int i = 0; i < 20; i++) {
            var invented = head("XC-1", last, last.n() + 100 + i);
            assertThat(found(invented, "XC-1")).isEqualTo(Found.AHEAD);
        }
        assertThat(claims()).containsExactly(last.n() + 119);

        var act = host.act(thread, "say");
        assertThat(found(member.next(thread, host.act(thread, "say")), "XA-1")).isEqualTo(Found.AHEAD);
        anotherEntryDisputes(last.n(), act);
    }

    /** R132: of two that contradict each other either may be the right one; a third says nothing more. */
    @Test
    void of_two_heads_of_one_number_both_wait_and_whichever_differs_disputes() {
        joins(late);
        tell(member);
        var last = member.register(thread).getLast().entry();
        var act = host.act(thread, "say");
        var right = member.next(thread, act);
        var third = member.next(thread, host.act(thread, "say"));
        for (var head : List.of(head("XA-1", last, last.n() + 1), right, third)) {
            assertThat(found(head, "XC-1")).isEqualTo(Found.AHEAD);
        }
        assertThat(claims()).containsExactly(last.n() + 1, last.n() + 1);

        take(member, page(right, new Brought.Whole(act)));

        assertThat(member.threads.find(thread).orElseThrow().disputed()).isEqualTo("two-entries");
        assertThat(claims()).isEmpty();
    }

    @Test
    void invented_heads_of_many_senders_leave_room_for_those_of_the_parties() {
        joins(late);
        tell(member);
        var last = member.register(thread).getLast().entry();
        for (int i = 0; i < 20; i++) found(head("XA-1", last, last.n() + 100 + i), "XS-" + i);
        assertThat(claims()).hasSize(16);

        var act = host.act(thread, "say");
        assertThat(found(member.next(thread, host.act(thread, "say")), "XA-1")).isEqualTo(Found.AHEAD);
        assertThat(claims()).hasSize(17);
        anotherEntryDisputes(last.n(), act);
    }

    /** R130: whether it is here, and how far, is told to nobody who has nothing to do with it. */
    @Test
    void a_stranger_does_not_learn_whether_a_thread_is_here() {
        joins(late);
        tell(member);
        var last = member.register(thread).getLast().entry();
        for (var entry : List.of(
                JointNode.sign("XC-1", last), head("XC-1", last, last.n() + 1), head("XD-1", last, last.n() + 1))) {
            refused("unknown-thread", () -> found(entry, "XD-1"));
        }
        assertThat(claims()).isEmpty();

        assertThat(found(head("XC-1", last, last.n() + 1), "XC-1")).isEqualTo(Found.AHEAD);
        var hidden = host.act(thread, "say");
        assertThat(found(member.next(thread, hidden), "XD-1"))
                .as("the keeper signed it")
                .isEqualTo(Found.AHEAD);
    }

    /** R110: neither its own act nor somebody else's, nor entries of its own, tell it more than those of a thread that is nowhere. */
    @Test
    void a_strangers_act_or_page_is_answered_as_if_the_thread_were_not_here() {
        joins(late);
        tell(member);
        var said = member.act(thread, "say");
        host.in(it -> it.take(said, "XB-1"));
        var last = host.register(thread).getLast().entry();
        var nowhere = "00000000-0000-8000-8000-00000000000f";
        for (var node : List.of(host, member)) {
            for (var in : List.of(thread, nowhere)) {
                for (var type : List.of("say", "join", "open", "no-such-type")) {
                    unknown(node, by("XD-1", in, said, type, Map.of()));
                    unknown(node, by("XD-1", in, said, type, Map.of("invitation", "\u0000")));
                    unknown(
                            node,
                            by(
                                    "XD-1",
                                    in,
                                    said,
                                    type,
                                    Map.of("invitation", said.act().id())));
                }
            }
            unknown(node, said);
            unknown(node, new SealedAct(said.act(), new byte[] {1}));
            for (var entries : List.of(List.<SignedEntry>of(), List.of(head("XD-1", last, last.n() + 7)))) {
                var page = new Page(thread, last.n(), entries, last.n() + 7, List.of());
                refused(
                        "unknown-thread",
                        () -> node.in(it -> {
                            it.take(page, "XD-1", JointNode::sealedRight);
                            return "";
                        }));
            }
            assertThat(node.threads.concerns(thread, "XD-1")).isFalse();
            assertThat(node.threads.concerns(thread, "XC-1")).isTrue();
        }
        assertThat(claims()).isEmpty();
    }

    /** It could have that invitation from this thread alone, and hears why it is not let in. */
    @Test
    void who_was_asked_once_is_told_that_it_is_not_asked_any_more() {
        asks(late, "member", "all");
        hears(late);
        var join = late.say(thread, "join").act();
        var declined = late.act(thread, "decline");
        host.in(it -> it.take(declined, "XC-1"));

        assertThat(host.in(it -> it.take(declined, "XC-1")).isNew()).isFalse();
        refused("not-a-party", () -> host.in(it -> it.take(waiting(late, join), "XC-1")));
    }

    private static void unknown(JointNode node, SealedAct act) {
        refused("unknown-thread", () -> node.in(it -> it.take(act, "XD-1")));
    }

    private static SealedAct by(String author, String thread, SealedAct like, String type, Map<String, String> more) {
        var it = like.act().envelope();
        var facts = new HashMap<>(it.facts());
        facts.putAll(more);
        var envelope = new Envelope(
                it.network(),
                thread,
                it.procedure(),
                it.convention(),
                type,
                author,
                it.addressee(),
                it.role(),
                it.time(),
                it.after(),
                it.drill(),
                facts,
                it.body(),
                it.attachments());
        return JointNode.sealed(new Act(envelope, like.act().body()));
    }

    /** The thread's name says who opened it: a first entry that another signed is nobody's word against the keeper. */
    @Test
    void a_first_entry_that_the_opener_did_not_sign_disputes_nothing() {
        asks(late, "member", "all");
        hears(late);
        var act = member.act(thread, "say");
        var entry = new Entry(
                JointNode.NETWORK,
                thread,
                1,
                Entry.NOTHING_BEFORE,
                act.act().id(),
                act.containerHash(),
                JointNode.NOON,
                "effective",
                "0".repeat(64));
        var page = page(JointNode.sign("XB-1", entry), new Brought.Whole(act));

        refused(
                "foreign-signature",
                () -> late.in(it -> {
                    it.take(page, "XA-1", JointNode::sealedRight);
                    return "";
                }));
        refused(
                "unknown-thread",
                () -> late.in(it -> {
                    it.take(page, "XB-1", JointNode::sealedRight);
                    return "";
                }));

        assertThat(late.threads.find(thread).orElseThrow().disputed()).isNull();
        bring(late, late.say(thread, "join").act());
        tell(late);
        assertThat(late.register(thread)).isEqualTo(host.register(thread));
    }

    @Test
    void who_left_and_who_is_asked_may_bring_a_head() {
        joins(late);
        host.say(thread, "remove", "party", "XC-1");
        host.say(thread, "invite", "party", "XD-1", "as", "member", "shown", "all");
        tell(member);
        var last = member.register(thread).getLast().entry();

        for (var from : List.of("XC-1", "XD-1")) {
            assertThat(found(JointNode.sign("XB-1", last), from)).isEqualTo(Found.EQUAL);
        }
    }

    @Test
    void of_an_invitation_only_who_is_named_in_it_learns() {
        asks(late, "member", "all");
        hears(late);
        var last = host.register(thread).getLast().entry();

        refused("unknown-thread", () -> late.in(it -> it.head(JointNode.sign("XB-1", last), "XB-1")));
        refused("joining", () -> late.in(it -> it.head(JointNode.sign("XB-1", last), "XA-1")));
        refused("joining", () -> late.in(it -> it.head(JointNode.sign("XA-1", last), "XB-1")));
    }

    /** The host's next entry is of this act, and not of that whose head was told. */
    private void anotherEntryDisputes(long last, SealedAct act) {
        take(
                member,
                new Page(thread, last, List.of(member.next(thread, act)), last + 1, List.of(new Brought.Whole(act))));
        assertThat(member.threads.find(thread).orElseThrow().disputed()).isEqualTo("two-entries");
    }

    /** R122: who left gets nothing behind, whatever head it brings; who is only invited, nothing but the dispute. */
    @Test
    void r132_a_dispute_opens_the_register_to_nobody_who_is_not_in() throws Exception {
        joins(late);
        tell(member);
        asks(new JointNode("XD-1", PracticeDatabase.emptied("thread", 4), NOON), "member", "all");
        host.say(thread, "remove", "party", "XC-1");
        tell(member);
        long until = member.register(thread).getLast().entry().n();
        for (int i = 0; i < 3; i++) host.say(thread, "say");
        tell(member);
        var register = member.register(thread);
        var last = register.getLast().entry();
        var face = head("XA-1", register.get(register.size() - 2).entry(), last.n());
        assertThat(found(face, "XB-1")).isEqualTo(Found.FORK);
        var two = List.of(face, register.getLast());
        var further = head("XA-1", last, last.n() - 1);

        assertThat(shown("XA-1", further)).containsExactly(face, register.get((int) last.n() - 2));
        assertThat(shown("XA-1", head("XD-1", last, last.n() - 1))).containsExactly(face);
        assertThat(shown("XD-1", further)).isEqualTo(two);
        assertThat(shown("XC-1", further)).containsExactly(face, register.getLast(), register.get((int) until - 1));
    }

    private List<SignedEntry> shown(String to, SignedEntry head) {
        return member.threads.proofs(thread, to, head);
    }

    @Test
    void an_invented_invitation_takes_no_place_of_the_one_who_opened_the_thread() {
        var right = asks(late, "member", "all");
        late.run(it -> it.take(byMember(right), "XB-1"));
        assertThat(late.threads.find(thread).orElseThrow().keeper()).isEqualTo("XB-1");

        late.run(it -> it.take(right, "XA-1"));

        assertThat(late.threads.find(thread).orElseThrow().keeper()).isEqualTo("XA-1");
        assertThat(late.threads.seen(thread).orElseThrow().n())
                .isEqualTo(right.asked().entry().n());
        bring(late, late.say(thread, "join").act());
        tell(late);
        assertThat(late.threads.find(thread).orElseThrow().standing()).isEqualTo(OurPart.PARTY);
    }

    @Test
    void who_asks_by_an_opening_act_that_cannot_be_read_here_is_refused() {
        var right = asks(late, "member", "all");
        var facts = new HashMap<String, Object>(right.opening().act().envelope().facts());
        facts.put("unfit", "yes");
        var opening = changed(right.opening().act(), Map.of("facts", facts));
        opening = JointNode.sealed(new Act(
                JointThread.opening(opening.act().envelope()), opening.act().body()));
        var invite = changed(
                right.invite().act(), Map.of("thread", opening.act().envelope().thread()));
        var asked = new JointThreads.Invitation(
                entry(right.first().entry(), opening), entry(right.asked().entry(), invite), opening, invite);

        assertThatThrownBy(() -> late.run(it -> it.take(asked, "XA-1"))).hasMessageContaining("unfit");
        assertThat(late.threads.list(null).threads()).isEmpty();
    }

    private static SealedAct changed(Act act, Map<String, Object> with) {
        var json = new HashMap<>(act.envelope().json());
        json.putAll(with);
        return JointNode.sealed(new Act(Envelope.read(CanonicalJson.write(json)), act.body()));
    }

    private static SignedEntry entry(Entry like, SealedAct of) {
        return JointNode.sign(
                "XA-1",
                new Entry(
                        like.network(),
                        of.act().envelope().thread(),
                        like.n(),
                        like.previous(),
                        of.act().id(),
                        of.containerHash(),
                        like.time(),
                        like.effect(),
                        like.state()));
    }

    @Test
    void one_sender_asks_twenty_times_a_day() {
        for (int i = 0; i < 20; i++) {
            var other = host.open(i + 2);
            host.say(other, "invite", "party", "XC-1", "as", "member", "shown", "all");
            var asked = host.threads.invitation(other, "XC-1").orElseThrow();
            late.run(it -> it.take(asked, "XA-1"));
        }
        var right = asks(late, "member", "all");

        assertThatThrownBy(() -> late.run(it -> it.take(right, "XA-1"))).hasMessageContaining("too-many-invitations");
        assertThat(late.threads.find(thread)).isEmpty();
    }

    @Test
    void a_full_thread_can_still_be_closed_and_left() {
        host.db
                .sql("update thread.joint set last_n = 9900 where id = :t")
                .param("t", thread)
                .update();

        assertThatThrownBy(() -> host.say(thread, "say")).hasMessageContaining("thread-full");
        for (var each : List.of("close", "leave")) {
            // It passes the bound; what this register lacks is told next.
            assertThatThrownBy(() -> host.say(thread, each)).hasMessageContaining("other-register");
        }
    }

    /** However much a party says meanwhile, what the thread began with and what is proposed in it stay readable. */
    @Test
    void many_acts_hide_neither_the_first_nor_the_one_on_the_table() {
        var proposed = host.say(thread, "propose").act();
        host.db.sql("""
                insert into thread.joint_act (id, thread, author, envelope, body, container, container_hash, kept_at, n)
                select lpad(i::text, 64, '0'), thread, author, envelope, body, container, container_hash, kept_at, 1000 + i
                  from thread.joint_act, generate_series(1, 510) i where id = :act
                """).param("act", proposed).update();

        assertThat(host.threads.opening(thread).orElseThrow().envelope().type()).isEqualTo("open");
        var shown = host.threads.acts(thread);
        assertThat(shown).hasSize(501);
        assertThat(shown.getFirst().envelope().type()).isEqualTo("propose");
        assertThat(shown.getFirst().effective()).isTrue();
    }

    @Test
    void invitations_do_not_push_what_we_are_in_off_the_list() {
        member.db.sql("""
                insert into thread.joint (id, procedure, convention, drill, opener, keeper, standing, opened_at, changed_at)
                select 'asked-' || i, procedure, convention, drill, opener, keeper, 'INVITED', opened_at,
                       changed_at + interval '1 hour'
                  from thread.joint, generate_series(1, 210) i where id = :t
                """).param("t", thread).update();

        var listed = new ArrayList<String>();
        String after = null;
        do {
            var page = member.threads.list(after);
            page.threads().forEach(it -> listed.add(it.id()));
            after = page.cursor();
        } while (after != null);

        assertThat(listed).hasSize(211).contains(thread).doesNotHaveDuplicates();
    }

    @Test
    void an_act_of_another_convention_in_the_register_is_a_dispute() {
        var right = host.act(thread, "say").act();
        var json = new HashMap<>(right.envelope().json());
        json.put("convention", "other/1");
        var other = JointNode.sealed(new Act(Envelope.read(CanonicalJson.write(json)), right.body()));
        long after = member.register(thread).size();

        take(
                member,
                new Page(
                        thread,
                        after,
                        List.of(member.next(thread, other)),
                        after + 1,
                        List.of(new Brought.Whole(other))));

        assertThat(member.threads.find(thread).orElseThrow().disputed()).isEqualTo("other-version");
        assertThat(member.register(thread)).hasSize((int) after);
    }

    private Found found(SignedEntry head, String from) {
        return member.in(it -> it.head(head, from));
    }

    private List<Long> claims() {
        return member.db
                .sql("select n from thread.claim where thread = :t")
                .param("t", thread)
                .query(Long.class)
                .list();
    }

    private static SignedEntry head(String signer, Entry last, long n) {
        return JointNode.sign(
                signer,
                new Entry(
                        last.network(),
                        last.thread(),
                        n,
                        last.previous(),
                        last.act(),
                        last.container(),
                        last.time(),
                        last.effect(),
                        last.state()));
    }
}
