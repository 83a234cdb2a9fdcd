package org.comity.thread.joint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.comity.database.PracticeDatabase;
import org.comity.thread.JointThreads.OurPart;
import org.comity.thread.JointThreads.Page;
import org.comity.thread.Threads.Refused;
import org.junit.jupiter.api.Test;

/**
 * Random conversations of three and of seven nodes: acts and pages late, lost, repeated and out of order, members who come,
 * leave and are removed, a register that is handed over, restarts in between. In the end there is one register.
 */
class AnyOrderJointTest {

    private static final int CASES = Boolean.getBoolean("comity.full") ? 60 : 5;
    private static final List<String> NAMES = List.of("XA-1", "XB-1", "XC-1", "XD-1", "XE-1", "XF-1", "XG-1");

    private final List<JointNode> nodes = new ArrayList<>();
    private final NoonOfDays clock = new NoonOfDays();
    private Random random;
    private String thread;

    @Test
    void three_nodes_hold_one_register() throws Exception {
        talk(3);
    }

    @Test
    void seven_nodes_hold_one_register() throws Exception {
        talk(7);
    }

    private void talk(int parties) throws Exception {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("AnyOrderJointTest: -Dseed=" + seed);
        for (int i = 0; i < parties; i++) {
            nodes.add(new JointNode(NAMES.get(i), PracticeDatabase.emptied("thread", i + 1), clock));
        }
        for (int number = 0; number < CASES; number++) {
            random = new Random(seed + number);
            clock.days = number;
            thread = nodes.getFirst().open(number + 1);
            for (int step = 0; step < 25 * parties; step++) step();
            settle();
            check("seed %d, case %d of %d parties".formatted(seed, number, parties));
        }
    }

    private void step() {
        int chosen = random.nextInt(nodes.size());
        switch (random.nextInt(8)) {
            case 0, 1 -> says(nodes.get(chosen));
            case 2, 3 -> brings(nodes.get(chosen));
            case 4, 5 -> tells(nodes.get(chosen), random.nextInt(3) > 0);
            case 6 -> heads(nodes.get(chosen));
            default -> nodes.set(chosen, nodes.get(chosen).restarted());
        }
    }

    /** Mostly what it may, as it sees the thread. */
    private void says(JointNode node) {
        var here = node.threads.find(thread);
        if (here.isEmpty()) return;
        if (here.get().standing() == OurPart.INVITED) {
            if (node.threads.waiting(thread).isEmpty()) node.say(thread, random.nextInt(5) > 0 ? "join" : "decline");
            return;
        }
        if (here.get().standing() != OurPart.PARTY || here.get().state() == null) return;
        var state = here.get().state();
        var someone = NAMES.get(random.nextInt(nodes.size()));
        boolean host = "host".equals(state.parties().get(node.id).role());
        try {
            switch (random.nextInt(host ? 9 : 6)) {
                case 0, 1 -> node.say(thread, "say");
                case 2 -> node.say(thread, "propose");
                case 3 -> node.say(thread, "support", "about", "0".repeat(64));
                case 4 -> node.say(thread, "take-over");
                case 5 -> node.say(thread, random.nextInt(3) > 0 ? "say" : "leave");
                case 6 ->
                    node.say(
                            thread,
                            "invite",
                            "party",
                            someone,
                            "as",
                            random.nextBoolean() ? "member" : "observer",
                            "shown",
                            random.nextInt(3) > 0 ? "all" : "from-here");
                case 7 -> node.say(thread, "hand-over", "party", someone);
                default -> {
                    if (random.nextInt(4) == 0) node.say(thread, "remove", "party", someone);
                    else node.say(thread, "invite", "party", someone, "as", "member", "shown", "all");
                }
            }
        } catch (Refused now) {
            assertThat(now.code()).isEqualTo("not-a-party");
        }
    }

    /** Its acts without an entry, to whom it takes for the keeper, or to anybody; some are lost. */
    private void brings(JointNode node) {
        var here = node.threads.find(thread);
        if (here.isEmpty()) return;
        var to = random.nextInt(4) > 0 ? node(here.get().keeper()) : nodes.get(random.nextInt(nodes.size()));
        for (var act : node.threads.waiting(thread)) {
            if (to != node && random.nextInt(4) > 0) bring(node, to, act);
        }
    }

    private static void bring(JointNode from, JointNode to, org.comity.thread.SealedAct act) {
        try {
            to.in(it -> it.take(act, from.id));
        } catch (Refused why) {
            assertThat(why.code()).isIn("unknown-thread", "not-a-party", "too-many-open");
        }
    }

    /** Pages and invitations of the keeper; a page may be lost, and so may its receipt. */
    private void tells(JointNode keeper, boolean all) {
        for (var name : keeper.threads.invited(thread)) {
            if (all || random.nextBoolean()) {
                keeper.threads
                        .invitation(thread, name)
                        .ifPresent(it -> node(name).run(threads -> threads.take(it, keeper.id)));
            }
        }
        for (var name : keeper.threads.behind(thread)) {
            if (all || random.nextBoolean()) {
                keeper.threads
                        .page(thread, name)
                        .ifPresent(it -> take(keeper, node(name), it, all || random.nextBoolean()));
            }
        }
    }

    private void take(JointNode keeper, JointNode to, Page page, boolean receipt) {
        try {
            to.run(it -> it.take(page, keeper.id, JointNode::sealedRight));
            if (receipt) keeper.run(it -> it.delivered(thread, to.id, page.after(), page.to()));
        } catch (Refused behind) {
            assertThat(behind.code()).isIn("page-behind", "unknown-thread");
            keeper.run(it -> it.refused(thread, to.id));
            if (behind.code().equals("page-behind")) {
                keeper.in(it -> it.fetch(thread, to.register(thread).size(), to.id));
            }
        }
    }

    private void heads(JointNode node) {
        for (var name : node.threads.neighbours(thread, random)) {
            var head = node.register(thread).getLast();
            try {
                node(name).in(it -> it.head(head, node.id));
            } catch (Refused joining) {
                assertThat(joining.code()).isIn("joining", "unknown-thread");
            }
        }
    }

    private JointNode node(String name) {
        return nodes.get(NAMES.indexOf(name));
    }

    /** Everything arrives. */
    private void settle() {
        for (int round = 0; round < 4 * nodes.size(); round++) {
            for (var node : List.copyOf(nodes)) {
                var here = node.threads.find(thread);
                if (here.isEmpty()) continue;
                var keeper = node(here.get().keeper());
                for (var act : node.threads.waiting(thread)) if (keeper != node) bring(node, keeper, act);
                for (int more = 0; more < 20 && !node.threads.behind(thread).isEmpty(); more++) tells(node, true);
            }
        }
    }

    private void check(String which) {
        var keepers = nodes.stream()
                .filter(it ->
                        it.threads.find(thread).filter(found -> found.weKeep()).isPresent())
                .toList();
        assertThat(keepers).as(which).hasSize(1);
        var keeper = keepers.getFirst();
        var register = keeper.register(thread);
        var state = keeper.state(thread);
        for (var node : nodes) {
            var here = node.threads.find(thread);
            if (here.isEmpty()) continue;
            assertThat(here.get().disputed()).as("%s, %s", which, node.id).isNull();
            var theirs = node.register(thread);
            assertThat(theirs).as("%s, %s", which, node.id).isEqualTo(register.subList(0, theirs.size()));
            var party = state.parties().get(node.id);
            if (party == null) continue;
            assertThat(theirs).as("%s, %s", which, node.id).hasSameSizeAs(register);
            assertThat(node.state(thread).json()).as("%s, %s", which, node.id).isEqualTo(state.json());
            if (party.fromHere() && stays(node) == 1) {
                assertThat(others(node))
                        .as("%s, %s", which, node.id)
                        .filteredOn(n -> n < party.from())
                        .isEmpty();
            }
        }
    }

    /** Entries whose text is here, of acts that others said. */
    private List<Long> others(JointNode node) {
        return node.db
                .sql("""
                select n from thread.joint_act
                 where thread = :t and n is not null and container is not null and author <> :p
                """)
                .param("t", thread)
                .param("p", node.id)
                .query(Long.class)
                .list();
    }

    private int stays(JointNode node) {
        return node.db
                .sql("select count(*) from thread.party where thread = :t and participant = :p")
                .param("t", thread)
                .param("p", node.id)
                .query(Integer.class)
                .single();
    }

    /** Each thread has a day of its own: whoever invites to more than so many a day is refused. */
    private static final class NoonOfDays extends Clock {

        private long days;

        @Override
        public Instant instant() {
            return JointNode.NOON.plus(Duration.ofDays(days));
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
