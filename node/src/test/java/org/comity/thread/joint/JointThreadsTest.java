package org.comity.thread.joint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.stream.LongStream;
import org.comity.proof.Verdict;
import org.comity.proof.act.Envelope;
import org.comity.proof.register.Register;
import org.comity.thread.JointThreads;
import org.comity.thread.JointThreads.Brought;
import org.comity.thread.JointThreads.OurPart;
import org.comity.thread.JointThreads.Page;
import org.comity.thread.SealedAct;
import org.comity.vocabulary.ParticipantKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rules R90 to R143 of docs/protocol at three nodes: the keeper's door, pages, invitations, what is shown, heads. */
class JointThreadsTest extends ThreeJointNodes {

    @BeforeEach
    void open() {
        joins(member);
    }

    @Test
    void who_is_invited_gets_the_invitation_alone_and_the_register_once_it_joined() {
        host.say(thread, "say");
        host.say(thread, "invite", "party", "XC-1", "as", "observer", "shown", "all");
        hears(late);

        assertThat(late.threads.find(thread).orElseThrow().standing()).isEqualTo(OurPart.INVITED);
        assertThat(late.register(thread)).isEmpty();
        assertThat(host.threads.page(thread, "XC-1")).isEmpty();
        refused("not-a-party", () -> host.in(it -> it.fetch(thread, 0, "XC-1")));

        bring(late, late.say(thread, "join").act());
        tell(late);
        assertThat(late.threads.find(thread).orElseThrow().standing()).isEqualTo(OurPart.PARTY);
        assertThat(late.register(thread)).isEqualTo(host.register(thread));
        assertThat(host.threads.invited(thread)).isEmpty();
    }

    @Test
    void nobody_is_invited_into_a_role_that_is_not_for_its_kind() {
        host.kinds.put("XC-1", ParticipantKind.SECRETARIAT);
        var before = host.register(thread);

        refused("wrong-kind", () -> host.say(thread, "invite", "party", "XC-1", "as", "observer", "shown", "all"));
        assertThat(host.register(thread)).isEqualTo(before);
    }

    /** The keeper may know another kind, or none; who is asked knows what it is itself. */
    /** Its node would refuse the invitation, and nobody could take that back. */
    @Test
    void r110_nobody_is_invited_whose_node_does_not_carry_the_procedure_out() {
        host.older.add("XC-1");

        refused("unknown-procedure", () -> host.say(thread, "invite", "party", "XC-1", "as", "member", "shown", "all"));
        assertThat(host.state(thread).invited()).isEmpty();
    }

    @Test
    void an_invitation_that_is_not_for_our_kind_is_refused_here_too() {
        late.kinds.put("XC-1", ParticipantKind.SECRETARIAT);
        host.say(thread, "invite", "party", "XC-1", "as", "observer", "shown", "all");

        refused("wrong-kind", () -> {
            hears(late);
            return "";
        });
        assertThat(late.threads.find(thread)).isEmpty();
    }

    @Test
    void who_is_shown_from_here_checks_the_whole_register_and_reads_no_text_of_before() {
        host.say(thread, "say");
        joins(late, "member", "from-here");
        host.say(thread, "say");
        tell(late);

        long from = late.state(thread).parties().get("XC-1").from();
        assertThat(late.register(thread)).isEqualTo(host.register(thread));
        assertThat(late.bodies(thread))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(from, from + 1).boxed().toList());
        assertThat(late.in(it -> it.fetch(thread, 0, "XB-1")).acts().getFirst()).isInstanceOf(Brought.Thin.class);
        // Nor from another party, which holds it all.
        tell(member);
        assertThat(member.in(it -> it.fetch(thread, 0, "XC-1")).acts())
                .filteredOn(Brought.Whole.class::isInstance)
                .hasSize(2);
    }

    @Test
    void who_left_or_was_removed_gets_all_up_to_that_entry_and_nothing_behind() {
        joins(late, "observer", "all");
        host.say(thread, "remove", "party", "XC-1");
        host.say(thread, "say");
        tell(late);

        assertThat(late.threads.find(thread).orElseThrow().standing()).isEqualTo(OurPart.LEFT);
        assertThat(late.register(thread)).hasSize(host.register(thread).size() - 1);
        assertThat(host.threads.page(thread, "XC-1")).isEmpty();
        var again = host.in(it -> it.fetch(thread, 0, "XC-1"));
        assertThat(again.to()).isEqualTo(late.register(thread).size());
        var said = late.act(thread, "say");
        refused("not-a-party", () -> host.in(it -> it.take(said, "XC-1")));
    }

    @Test
    void the_keepers_door_refuses_before_anything_is_stored() {
        joins(late);
        tell(member);
        int before = host.register(thread).size();
        var right = member.act(thread, "say");
        refused(
                "other-register",
                () -> host.in(it -> it.take(member.act(thread, "say", "seen", "1 " + "0".repeat(64)), "XB-1")));
        refused("other-register", () -> host.in(it -> it.take(member.act(thread, "say", "seen", "no"), "XB-1")));
        refused("already-opened", () -> host.in(it -> it.take(member.act(thread, "open"), "XB-1")));
        refused(
                "recorded-by-another",
                () -> host.in(it -> it.take(member.act(thread, "say", "recorded", "seat", "speaker", "XS-1"), "XC-1")));
        refused(
                "not-a-party",
                () -> host.in(it -> it.take(member.act(thread, "say", "recorded", "seat", "speaker", "XS-1"), "XB-1")));
        refused("oversized", () -> host.in(it -> it.take(new SealedAct(right.act(), new byte[(1 << 20) + 1]), "XB-1")));
        refused("oversized", () -> host.in(it -> it.take(member.saying("x".repeat(8_001), thread, "leave"), "XB-1")));
        assertThat(host.register(thread)).hasSize(before);

        // Any party may bring it: it proves itself.
        assertThat(host.in(it -> it.take(right, "XC-1")).entry()).isNotNull();
        assertThat(host.in(it -> it.take(right, "XB-1")).isNew()).isFalse();
        refused("second-container", () -> host.in(it -> it.take(new SealedAct(right.act(), new byte[] {1}), "XB-1")));
        assertThat(host.register(thread)).hasSize(before + 1);
    }

    /** R102, R110: what a party says is written down by the one that was named for it, and by nobody else. */
    @Test
    void nobody_writes_into_the_register_in_the_name_of_a_party() {
        joins(late);
        host.say(thread, "invite", "party", "XS-1", "as", "member", "shown", "all", "at", "XC-1");
        tell(late);
        tell(member);
        var before = host.register(thread);
        var invitation = new String[] {
            "recorded",
            "seat",
            "speaker",
            "XS-1",
            "invitation",
            before.getLast().entry().act()
        };
        refused("not-a-party", () -> host.in(it -> it.take(member.act(thread, "join", invitation), "XB-1")));
        assertThat(host.register(thread)).isEqualTo(before);

        host.say(thread, "remove", "party", "XC-1");
        before = host.register(thread);
        var names = new String[] {"recorded", "seat", "speaker", "XB-1"};

        refused("not-a-party", () -> host.in(it -> it.take(late.act(thread, "remark", names), "XC-1")));
        refused("not-a-party", () -> host.say(thread, "say", names));
        assertThat(host.register(thread)).isEqualTo(before);
    }

    @Test
    void what_is_written_down_for_a_party_names_one_of_the_known_channels() {
        seated("XS-1");
        var before = host.register(thread);

        refused("unknown-channel", () -> host.say(thread, "say", "recorded", "pigeon", "speaker", "XS-1"));
        refused("not-a-party", () -> host.in(it -> it.take(asXs1(member), "XB-1")));
        assertThat(host.register(thread)).isEqualTo(before);
        assertThat(host.in(it -> it.say(host.actAs("member", thread, "say", "recorded", "mail", "speaker", "XS-1")))
                        .entry()
                        .entry()
                        .effective())
                .isTrue();
    }

    private SealedAct asXs1(JointNode author) {
        tell(author);
        return author.act(thread, "say", "recorded", "mail", "speaker", "XS-1");
    }

    /** It joins in the host's words, as a member. */
    private void seated(String authority) {
        var invite = host.say(thread, "invite", "party", authority, "as", "member", "shown", "all", "at", "XA-1")
                .act();
        host.in(it -> it.say(
                host.actAs("member", thread, "join", "invitation", invite, "recorded", "seat", "speaker", authority)));
        assertThat(host.state(thread).parties()).containsKey(authority);
    }

    /** R158: it speaks for itself; a voice that it was given before it had a node can only leave. */
    @Test
    void nobody_is_asked_in_or_spoken_for_who_has_a_node() {
        refused(
                "counterpart-has-a-node",
                () -> host.say(thread, "invite", "party", "XC-1", "as", "member", "shown", "all", "at", "XA-1"));
        seated("XS-1");
        var before = host.register(thread);
        host.nodes.add("XS-1");

        refused(
                "counterpart-has-a-node",
                () -> host.in(
                        it -> it.say(host.actAs("member", thread, "say", "recorded", "mail", "speaker", "XS-1"))));
        assertThat(host.register(thread)).isEqualTo(before);
        host.in(it -> it.say(host.actAs("member", thread, "leave", "recorded", "mail", "speaker", "XS-1")));
        assertThat(host.state(thread).parties()).doesNotContainKey("XS-1");
    }

    @Test
    void an_act_without_effect_is_registered_with_its_reason() {
        bring(
                member,
                member.say(thread, "invite", "party", "XC-1", "as", "member", "shown", "all")
                        .act());
        assertThat(host.register(thread).getLast().entry().effect()).isEqualTo("may-not-invite");
        tell(member);
        assertThat(member.register(thread)).isEqualTo(host.register(thread));
    }

    @Test
    void a_page_that_does_not_follow_leaves_nothing_and_the_next_one_is_whole() {
        for (int i = 0; i < 3; i++) bring(member, member.say(thread, "say").act());
        var page = host.threads.page(thread, "XB-1").orElseThrow();
        var end = new Page(page.thread(), 5, page.entries().subList(1, 3), page.last(), page.acts());

        refused(
                "page-behind",
                () -> member.in(it -> {
                    it.take(end, "XA-1", JointNode::sealedRight);
                    return "";
                }));
        assertThat(member.register(thread)).hasSize(3);
        host.run(it -> it.refused(thread, "XB-1"));
        tell(member);
        assertThat(member.register(thread)).isEqualTo(host.register(thread));
    }

    /** R120: a receipt that comes late, or comes for a page that ended sooner, moves the cursor over nothing. */
    @Test
    void what_was_asked_for_while_a_page_was_under_way_is_not_skipped() {
        for (int i = 0; i < 3; i++) host.say(thread, "say");
        var late = host.threads.page(thread, "XB-1").orElseThrow();
        host.in(it -> it.fetch(thread, 1, "XB-1"));

        host.run(it -> it.delivered(thread, "XB-1", late.after(), late.to()));

        assertThat(host.threads.page(thread, "XB-1").orElseThrow().after()).isEqualTo(1);
        var next = host.threads.page(thread, "XB-1").orElseThrow();
        host.run(it -> it.delivered(thread, "XB-1", next.after(), next.to()));
        assertThat(host.threads.page(thread, "XB-1")).isEmpty();
    }

    @Test
    void the_register_goes_to_another_keeper_who_registers_what_waits_with_it() {
        joins(late, "member", "all");
        host.say(thread, "hand-over", "party", "XB-1");
        tell(member);
        var waits = late.say(thread, "say").act();
        member.in(it -> it.take(waiting(late, waits), "XC-1"));
        bring(member, member.say(thread, "take-over").act());
        tell(member);

        assertThat(member.threads.find(thread).orElseThrow().weKeep()).isTrue();
        assertThat(host.threads.find(thread).orElseThrow().weKeep()).isFalse();
        assertThat(member.register(thread)).hasSize(host.register(thread).size() + 1);
        assertThat(host.say(thread, "say").entry()).isNull();
        long before = host.register(thread).size();
        for (var node : List.of(host, late)) {
            member.run(it -> it.delivered(thread, node.id, 0, before));
            if (node == late)
                take(late, host.in(it -> it.fetch(thread, late.register(thread).size(), "XC-1")));
            take(node, member.threads.page(thread, node.id).orElseThrow());
            assertThat(node.register(thread)).isEqualTo(member.register(thread));
        }
        assertThat(late.threads.waiting(thread)).isEmpty();
        assertThat(verdict(late).failed()).isEmpty();
    }

    @Test
    void others_give_what_the_keeper_does_not() {
        joins(late, "member", "all");
        host.say(thread, "say");
        tell(member);
        take(late, member.in(it -> it.fetch(thread, late.register(thread).size(), "XC-1")));
        assertThat(late.register(thread)).isEqualTo(host.register(thread));
        assertThat(late.bodies(thread)).hasSize(host.register(thread).size());
    }

    @Test
    void side_copies_wait_with_others_sixteen_of_one_author() {
        joins(late, "member", "all");
        tell(member);
        for (int i = 0; i < 16; i++) {
            var act = waiting(late, late.say(thread, "say").act());
            assertThat(member.in(it -> it.take(act, "XC-1")).entry()).isNull();
        }
        var more = waiting(late, late.say(thread, "say").act());
        refused("too-many-open", () -> member.in(it -> it.take(more, "XC-1")));
        for (var each : member.threads.waiting(thread)) host.in(it -> it.take(each, "XB-1"));
        assertThat(host.register(thread).size())
                .isEqualTo(member.register(thread).size() + 16);
    }

    /** Whatever one party says leaves for all others. */
    @Test
    void one_party_says_sixty_acts_an_hour_and_two_gibibytes_a_day_over_all_parties() {
        // Its joining is the first.
        for (int i = 0; i < 59; i++) bring(member, member.say(thread, "say").act());
        var more = member.say(thread, "say").act();
        refused("too-fast", () -> host.in(it -> it.take(waiting(member, more), "XB-1")));
        host.db
                .sql("update thread.joint_act set kept_at = kept_at - interval '61 minutes'")
                .update();
        bring(member, more);

        host.db
                .sql("update thread.joint_act set kept_at = kept_at + interval '3 hours'")
                .update();
        var fetched = new JointActCounts(host.db, Clock.offset(NOON, Duration.ofHours(2)));
        fetched.mustHaveRoom(thread, "XB-1", 1, 4);

        var counts = new JointActCounts(host.db, NOON);
        long half = 1L << 29;
        counts.mustHaveRoom(thread, "XC-1", half, 4);
        refused("too-fast", () -> {
            counts.mustHaveRoom(thread, "XB-1", half, 4);
            return "";
        });
    }

    @Test
    void an_invitation_that_is_not_what_it_says_is_refused() {
        host.say(thread, "invite", "party", "XC-1", "as", "observer", "shown", "all");
        var right = host.threads.invitation(thread, "XC-1").orElseThrow();
        refused(
                "not-invited",
                () -> member.in(it -> {
                    it.take(right, "XA-1");
                    return "";
                }));
        var wrong = List.of(
                new JointThreads.Invitation(right.first(), right.first(), right.opening(), right.invite()),
                new JointThreads.Invitation(right.first(), right.asked(), right.opening(), right.opening()),
                new JointThreads.Invitation(right.asked(), right.asked(), right.opening(), right.invite()));
        for (var each : wrong)
            refused(
                    "not-invited",
                    () -> late.in(it -> {
                        it.take(each, "XA-1");
                        return "";
                    }));
        refused(
                "foreign-signature",
                () -> late.in(it -> {
                    it.take(right, "XB-1");
                    return "";
                }));
        assertThat(late.threads.find(thread)).isEmpty();
    }

    private Verdict verdict(JointNode node) {
        var acts = new HashMap<String, Envelope>();
        var keepers = new HashMap<Long, String>();
        node.db
                .sql("select envelope from thread.joint_act where thread = :t")
                .param("t", thread)
                .query(byte[].class)
                .list()
                .forEach(it -> acts.put(Envelope.read(it).id(), Envelope.read(it)));
        node.db
                .sql("select n, keeper from thread.joint_entry where thread = :t")
                .param("t", thread)
                .query(row -> {
                    keepers.put(row.getLong("n"), row.getString("keeper"));
                });
        return Register.verify(
                JointNode.NETWORK, thread, node.register(thread), acts, n -> JointNode.key(keepers.get(n)));
    }
}
