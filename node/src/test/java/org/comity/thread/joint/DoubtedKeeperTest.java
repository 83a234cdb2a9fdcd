package org.comity.thread.joint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.comity.proof.act.Act;
import org.comity.proof.act.Envelope;
import org.comity.proof.register.Entry;
import org.comity.proof.register.SignedEntry;
import org.comity.thread.JointThreads.Brought;
import org.comity.thread.JointThreads.Found;
import org.comity.thread.JointThreads.Page;
import org.comity.thread.SealedAct;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rules R130 to R137 of docs/protocol at three nodes: what a keeper did not sign proves nothing, and what it signed twice is found. */
class DoubtedKeeperTest extends ThreeJointNodes {

    @BeforeEach
    void open() {
        joins(member);
    }

    @Test
    void an_entry_that_its_keeper_did_not_sign_proves_nothing() {
        host.say(thread, "say");
        var page = host.threads.page(thread, "XB-1").orElseThrow();
        var forged = JointNode.sign("XC-1", page.entries().getFirst().entry());
        for (var from :
                Map.of("XA-1", "foreign-signature", "XC-1", "unknown-thread").entrySet()) {
            refused(
                    from.getValue(),
                    () -> member.in(it -> {
                        it.take(
                                new Page(thread, 3, List.of(forged), 4, page.acts()),
                                from.getKey(),
                                JointNode::sealedRight);
                        return "";
                    }));
        }
        assertThat(found(member, forged, "XA-1")).isEqualTo(Found.NOTHING);
        tell(member);
        assertThat(found(
                        member,
                        JointNode.sign("XC-1", other(page.entries().getFirst().entry())),
                        "XA-1"))
                .isEqualTo(Found.NOTHING);
        assertThat(member.threads.find(thread).orElseThrow().disputed()).isNull();
    }

    @Test
    void what_the_keeper_signed_and_our_fold_does_not_give_is_a_dispute() {
        var act = host.act(thread, "say");
        var wrong = List.of("effect", "state", "chain", "seen", "container", "act-not-right");
        for (var each : wrong) {
            var node = member;
            take(node, page(lie(node, act, each), lied(act, each)));
            assertThat(node.threads.find(thread).orElseThrow().disputed()).isEqualTo(each);
            assertThat(node.proofs(thread)).hasSize(1);
            refused("disputed", () -> node.in(it -> it.say(node.act(thread, "say"))));
            node.db.sql("delete from thread.joint_proof").update();
            node.db.sql("update thread.joint set disputed = null").update();
        }
    }

    @Test
    void a_keeper_with_two_faces_is_found_by_a_head_and_both_signatures_are_kept() {
        joins(late, "member", "all");
        tell(member);
        var one = host.act(thread, "say");
        var other = host.act(thread, "say");
        take(member, page(member.next(thread, one), new Brought.Whole(one)));
        take(late, page(late.next(thread, other), new Brought.Whole(other)));

        var head = member.register(thread).getLast();
        assertThat(member.threads.neighbours(thread, new Random(1))).containsExactly("XC-1");
        assertThat(found(late, head, "XB-1")).isEqualTo(Found.FORK);
        assertThat(late.threads.find(thread).orElseThrow().disputed()).isEqualTo("two-entries");
        assertThat(late.proofs(thread)).containsExactly(head);
        assertThat(found(member, late.register(thread).getLast(), "XC-1")).isEqualTo(Found.FORK);
    }

    @Test
    void a_head_above_ours_is_remembered_and_compared_when_we_get_there() {
        joins(late, "member", "all");
        tell(member);
        var one = host.act(thread, "say");
        var shown = member.next(thread, one);
        var other = member.next(thread, host.act(thread, "say"));

        assertThat(found(member, other, "XC-1")).isEqualTo(Found.AHEAD);
        take(member, page(shown, new Brought.Whole(one)));
        assertThat(member.threads.find(thread).orElseThrow().disputed()).isEqualTo("two-entries");
    }

    private static Found found(JointNode node, SignedEntry head, String from) {
        return node.in(it -> it.head(head, from));
    }

    private static Brought lied(SealedAct act, String what) {
        return switch (what) {
            case "container" -> new Brought.Whole(new SealedAct(act.act(), new byte[] {1}));
            case "act-not-right" -> new Brought.Whole(unsealed(act));
            case "seen" -> new Brought.Whole(blind(act));
            default -> new Brought.Whole(act);
        };
    }

    private static SealedAct unsealed(SealedAct act) {
        return new SealedAct(act.act(), new byte[] {2});
    }

    private static SealedAct blind(SealedAct act) {
        return JointNode.sealed(new Act(unseen(act), act.act().body()));
    }

    private static Envelope unseen(SealedAct act) {
        var json = new HashMap<>(act.act().envelope().json());
        json.put("facts", java.util.Map.of("seen", "1 " + "0".repeat(64)));
        return Envelope.read(org.comity.proof.form.CanonicalJson.write(json));
    }

    private SignedEntry lie(JointNode node, SealedAct act, String what) {
        if (what.equals("act-not-right")) return node.next(thread, unsealed(act));
        if (what.equals("seen")) {
            return node.next(thread, blind(act));
        }
        var right = node.next(thread, act).entry();
        return JointNode.sign(
                "XA-1",
                new Entry(
                        right.network(),
                        right.thread(),
                        right.n(),
                        what.equals("chain") ? "0".repeat(64) : right.previous(),
                        right.act(),
                        right.container(),
                        right.time(),
                        what.equals("effect") ? "ended" : right.effect(),
                        what.equals("state") ? "0".repeat(64) : right.state()));
    }

    private static Entry other(Entry entry) {
        return new Entry(
                entry.network(),
                entry.thread(),
                entry.n(),
                entry.previous(),
                entry.act(),
                "0".repeat(64),
                entry.time(),
                entry.effect(),
                entry.state());
    }
}
