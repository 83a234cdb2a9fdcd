package org.comity.thread.joint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.comity.thread.JointThreads.Found;
import org.comity.thread.JointThreads.Unheard;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rules R135 and R145: what a keeper never got, and what it lost, comes to it from the other parties. */
class RestoredKeeperTest extends ThreeJointNodes {

    @BeforeEach
    void open() {
        joins(member);
        joins(late);
        tell(member);
    }

    @Test
    void r145_a_restored_keeper_registers_nothing_until_every_party_has_answered() {
        var before = host.register(thread);
        var theirs = member.act(thread, "say");
        host.closedTo.addAll(List.of("XB-1", "XC-1"));

        closed(() -> host.say(thread, "say"));
        host.closedTo.remove("XB-1");
        closed(() -> host.in(it -> it.take(theirs, "XB-1")));
        assertThat(host.register(thread)).isEqualTo(before);

        host.closedTo.clear();
        host.in(it -> it.take(theirs, "XB-1"));
        assertThat(host.register(thread)).hasSize(before.size() + 1);
    }

    /** Whoever was asked before the backup may have joined behind it: then the keeper's only party is itself. */
    @Test
    void r145_who_is_asked_may_have_joined_since_the_backup_and_is_waited_for() {
        var other = host.open(7);
        host.say(other, "invite", "party", "XB-1", "as", "member", "shown", "all");
        host.closedTo.add("XB-1");

        closed(() -> host.say(other, "say"));
        host.closedTo.clear();
        host.say(other, "say");
    }

    @Test
    void r145_what_a_keeper_has_lost_any_party_gives_back_and_nothing_is_disputed() {
        var backup = new Backup(host, thread);
        host.say(thread, "say");
        host.say(thread, "say");
        tell(member);
        var whole = host.register(thread);
        backup.restore();
        host.closedTo.addAll(List.of("XB-1", "XC-1"));
        assertThat(host.register(thread)).hasSize(whole.size() - 2);

        Found head = host.in(it -> it.head(whole.getLast(), "XB-1"));
        assertThat(head).isEqualTo(Found.AHEAD);
        take(host, member.in(it -> it.fetch(thread, host.register(thread).size(), "XA-1")), "XB-1");

        assertThat(host.register(thread)).isEqualTo(whole);
        assertThat(host.threads.find(thread).orElseThrow().disputed()).isNull();
        assertThat(host.state(thread).json()).isEqualTo(member.state(thread).json());
    }

    /** Who opens without having compared has forked its own register, and sees it. */
    @Test
    void an_entry_of_a_keeper_that_it_does_not_know_is_a_dispute_once_it_is_open() {
        var backup = new Backup(host, thread);
        host.say(thread, "say");
        var lost = host.register(thread).getLast();
        backup.restore();

        Found head = host.in(it -> it.head(lost, "XB-1"));
        assertThat(head).isEqualTo(Found.FORK);
        assertThat(host.threads.find(thread).orElseThrow().disputed()).isEqualTo("entries-lost");
    }

    @Test
    void r145_a_thread_that_began_after_the_backup_comes_back_whole() {
        var whole = host.register(thread);
        host.db.sql("truncate thread.joint cascade").update();
        var page = member.in(it -> it.fetch(thread, 0, "XA-1"));
        assertThatThrownBy(() -> take(host, page, "XB-1")).hasMessageContaining("unknown-thread");
        host.closedTo.add("XB-1");

        take(host, page, "XB-1");

        assertThat(host.register(thread)).isEqualTo(whole);
        assertThat(host.threads.find(thread).orElseThrow().weKeep()).isTrue();
    }

    /** It took the register over after the backup: what waited then must not get a number that it has given away since. */
    @Test
    void r145_who_took_a_register_over_before_it_was_restored_registers_nothing_of_what_waited() {
        var waited = member.say(thread, "say").act();
        var backup = new Backup(member, thread);
        host.say(thread, "hand-over", "party", "XB-1");
        tell(member);
        bring(member, member.say(thread, "take-over").act());
        tell(member);
        assertThat(member.register(thread).getLast().entry().act()).isEqualTo(waited);
        var whole = member.register(thread);
        backup.restore();
        member.closedTo.addAll(List.of("XA-1", "XC-1"));

        var first = host.in(it -> it.fetch(thread, member.register(thread).size(), "XB-1"));
        take(member, first, "XA-1");
        assertThat(member.threads.find(thread).orElseThrow().weKeep()).isTrue();
        assertThat(member.register(thread)).isEqualTo(whole.subList(0, whole.size() - 1));

        member.run(it -> it.resume());
        assertThat(member.register(thread)).as("nobody has answered").hasSize(whole.size() - 1);
        member.closedTo.clear();
        member.run(it -> it.resume());
        assertThat(member.register(thread).getLast().entry().act()).isEqualTo(waited);
    }

    @Test
    void r135_an_act_that_its_keeper_never_got_is_brought_by_another_party() {
        var act = member.say(thread, "say").act();
        assertThat(member.threads.unheard(JointNode.NOON)).isEmpty();
        assertThat(host.threads.unheard(JointNode.NOON.plusSeconds(1))).isEmpty();

        assertThat(member.threads.unheard(JointNode.NOON.plusSeconds(1)))
                .containsExactly(new Unheard(thread, act, List.of("XC-1")));
        var sealed = waiting(member, act);
        late.in(it -> it.take(sealed, "XB-1"));
        var brought = waiting(late, act);
        host.in(it -> it.take(brought, "XC-1"));

        assertThat(host.register(thread).getLast().entry().act()).isEqualTo(act);
        tell(member);
        assertThat(member.threads.unheard(JointNode.NOON.plusSeconds(1))).isEmpty();
    }

    @Test
    void r135_another_party_keeps_sixteen_of_one_author() {
        for (int i = 0; i < 16; i++) {
            var act = member.act(thread, "say");
            late.in(it -> it.take(act, "XB-1"));
        }
        var more = member.act(thread, "say");

        assertThatThrownBy(() -> late.in(it -> it.take(more, "XB-1"))).hasMessageContaining("too-many-open");
    }

    private static void closed(Runnable says) {
        assertThatThrownBy(says::run).hasMessageContaining("closed-after-restore");
    }

    /** The thread of one node as it stood, and the database as it is again. */
    private record Backup(
            JointNode node,
            String thread,
            String state,
            long lastN,
            String lastHash,
            String keeper,
            List<String> waiting) {

        Backup(JointNode node, String thread) {
            this(
                    node,
                    thread,
                    text(node, thread, "state"),
                    node.register(thread).size(),
                    text(node, thread, "last_hash"),
                    text(node, thread, "keeper"),
                    node.threads.waiting(thread).stream()
                            .map(it -> it.act().id())
                            .toList());
        }

        private static String text(JointNode node, String thread, String column) {
            return node.db
                    .sql("select %s from thread.joint where id = :t".formatted(column))
                    .param("t", thread)
                    .query(String.class)
                    .single();
        }

        void restore() {
            for (var each : List.of(
                    "delete from thread.party where thread = :t and from_n > :n",
                    "delete from thread.joint_entry where thread = :t and n > :n")) {
                node.db.sql(each).param("t", thread).param("n", lastN).update();
            }
            // What waited then waits again; what was said later is lost.
            for (var act : waiting) {
                node.db
                        .sql("update thread.joint_act set n = null where id = :act")
                        .param("act", act)
                        .update();
            }
            node.db
                    .sql("delete from thread.joint_act where thread = :t and n > :n")
                    .param("t", thread)
                    .param("n", lastN)
                    .update();
            node.db
                    .sql("update thread.joint set state = :s, last_n = :n, last_hash = :h, keeper = :k where id = :t")
                    .param("s", state)
                    .param("n", lastN)
                    .param("h", lastHash)
                    .param("k", keeper)
                    .param("t", thread)
                    .update();
        }
    }
}
