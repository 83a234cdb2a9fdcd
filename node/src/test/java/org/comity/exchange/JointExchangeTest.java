package org.comity.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.comity.proof.act.Act;
import org.comity.proof.act.Envelope;
import org.comity.proof.act.JointThread;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.form.SaltedHash;
import org.comity.proof.register.Entry;
import org.comity.proof.register.PageHead;
import org.comity.proof.register.SignedEntry;
import org.comity.thread.JointThreads;
import org.comity.thread.JointThreads.OurPart;
import org.comity.thread.Restoration;
import org.comity.thread.ThreadDisputed;
import org.comity.thread.joint.Gathering;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.util.AopTestUtils;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A joint thread of three nodes by AS4: invitations, pages, another keeper, and a keeper with two faces. */
class JointExchangeTest {

    private static final String NO_THREAD = "00000000-0000-8000-8000-000000000000";
    private static final Duration SOON = Duration.ofSeconds(60);
    /** What has not come is looked for each twentieth of it, by the machine and not by the clock of the nodes. */
    private static final String OFTEN = "node.exchange.entry-alarm=2m";

    private static final SettableClock CLOCK = new SettableClock();
    private static final PracticeWorld WORLD = new PracticeWorld();
    private static ExchangeNode a;
    private static ExchangeNode b;
    private static ExchangeNode c;

    @BeforeAll
    static void start() throws Exception {
        a = new ExchangeNode("XA-1", WORLD, CLOCK, OFTEN);
        b = new ExchangeNode("XB-1", WORLD, CLOCK, OFTEN);
        c = new ExchangeNode("XC-1", WORLD, CLOCK, OFTEN);
    }

    @AfterAll
    static void stop() {
        for (var each : List.of(a, b, c)) each.close();
    }

    @Test
    void three_nodes_hold_one_register_and_hand_it_over() {
        var thread = opened(1, "from-here");
        say(b, thread, "say", "member");
        say(c, thread, "say", "member");
        same(thread, 7);

        say(a, thread, "hand-over", "host", "party", "XB-1");
        same(thread, 8);
        say(b, thread, "take-over", "member");
        same(thread, 9);
        assertThat(joint(b).find(thread).orElseThrow().weKeep()).isTrue();

        // Its author takes the new keeper for the keeper: all of them had the entry.
        say(c, thread, "say", "member");
        same(thread, 10);
        say(a, thread, "leave", "host");
        await().atMost(SOON).untilAsserted(() -> assertThat(register(b, thread)).hasSize(11));
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(joint(a).find(thread).orElseThrow().standing())
                                .isEqualTo(OurPart.LEFT));
        say(b, thread, "say", "member");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(register(c, thread))
                        .isEqualTo(register(b, thread))
                        .hasSize(12));
        assertThat(register(a, thread)).hasSize(11);
        // What was said before it was a party, c has as envelopes.
        assertThat(c.db().sql("select min(n) from thread.joint_act where thread = :t and container is not null")
                        .param("t", thread)
                        .query(Long.class)
                        .single())
                .isEqualTo(5);
        for (var each : List.of(a, b, c)) {
            assertThat(joint(each).find(thread).orElseThrow().disputed()).isNull();
        }
    }

    /** Both of its signatures come to all parties, whoever found it. */
    @Test
    void a_keeper_with_two_faces_is_found_and_all_parties_hold_the_proof() throws Exception {
        var thread = opened(2, "all");
        var face = otherFace(register(b, thread).get(1).entry());

        b.get(Door.class)
                .receive(new Parcel(Parcel.Action.ENTRY, "XC-1", "XB-1", thread, age("XC-1", "XB-1", face), null));

        for (var each : List.of(b, c, a)) {
            disputed(each, thread, "two-entries");
            assertThat(joint(each).proofs(thread, "XA-1", face)).contains(face);
        }
    }

    /** The heads of the entries before wait still: what is told is what the register ends with as they leave (R131). */
    @Test
    void r131_a_fork_behind_a_head_that_waits_is_told_without_more_traffic() {
        var thread = opened(6, "all");
        say(a, thread, "say", "host");
        same(thread, 6);
        var face = otherFace(register(b, thread).getLast().entry());
        b.db().sql("update thread.joint_entry set json = :json, hash = :hash where thread = :t and n = 6")
                .param("json", face.json())
                .param("hash", face.entry().hash())
                .param("t", thread)
                .update();

        CLOCK.forward(Duration.ofMinutes(61));

        for (var each : List.of(b, c, a)) disputed(each, thread, "two-entries");
    }

    /** What no fold gives is proof to who took it, and all others hold it too (R133). */
    @Test
    void r133_a_page_that_is_not_right_is_told_to_all_parties() throws Exception {
        var thread = opened(7, "all");
        var last = register(b, thread).getLast().entry();
        var seen = Map.of("seen", joint(a).seen(thread).orElseThrow().fact());
        var act = a.seal(
                new Act(envelope(a, Gathering.ID, thread, "say", "host", seen, "wrong"), Map.of("text", "wrong")));
        var wrong = signed(new Entry(
                last.network(),
                thread,
                6,
                last.hash(),
                act.act().id(),
                act.containerHash(),
                last.time(),
                last.effect(),
                "0".repeat(64)));
        var page = List.of(new PageHead(thread, 5, List.of(wrong), 6).json(), act.container());
        var parcel = page.stream()
                .map(it -> PracticeSeal.of("XA-1").encrypt(it, List.of(PracticeWorld.recipient("XB-1"))))
                .toList();

        b.get(Door.class).receive(new Parcel(Parcel.Action.PAGE, "XA-1", "XB-1", thread, parcel, null));

        disputed(b, thread, "state");
        disputed(a, thread, "entries-lost");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(c.db().sql("select json from thread.claim where thread = :t")
                                .param("t", thread)
                                .query(byte[].class)
                                .list())
                        .isNotEmpty()
                        .containsOnly(wrong.json()));
        assertThat(b.events).contains(new ThreadDisputed(thread, "state"));
    }

    /** The keeper takes the question and gives nothing; who showed that there is more is asked after a quarter of an hour. */
    @Test
    void r132_what_the_keeper_does_not_give_another_party_gives() {
        var thread = opened(8, "all");
        say(a, thread, "say", "host");
        same(thread, 6);
        loses(c, thread);
        a.db().sql("update thread.party set until_n = 3 where thread = :t and participant = 'XC-1'")
                .param("t", thread)
                .update();

        CLOCK.forward(Duration.ofMinutes(61));
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(c.count("exchange.outbox where destination = 'XA-1' and action = 'FETCH'"
                                        + " and status = 'DELIVERED' and thread = '%s'".formatted(thread)))
                                .isPositive());
        assertThat(register(c, thread)).hasSize(3);
        CLOCK.forward(Duration.ofMinutes(16));

        same(thread, 6);
    }

    private static void disputed(ExchangeNode node, String thread, String why) {
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(joint(node).find(thread).orElseThrow().disputed())
                                .as(node.id)
                                .isEqualTo(why));
    }

    private static SignedEntry signed(Entry entry) {
        return new SignedEntry(entry, PracticeSeal.of("XA-1").signEntry(entry.json()));
    }

    /** Another container at the same number. */
    private static SignedEntry otherFace(Entry right) {
        return signed(new Entry(
                right.network(),
                right.thread(),
                right.n(),
                right.previous(),
                right.act(),
                "0".repeat(64),
                right.time(),
                right.effect(),
                right.state()));
    }

    /** As after a fault: the keeper believes that more arrived than did, and the follower asks. */
    @Test
    void a_page_that_does_not_follow_is_asked_for_and_comes_whole() {
        var thread = opened(3, "all");
        say(a, thread, "say", "host");
        same(thread, 6);
        loses(b, thread);

        say(a, thread, "say", "host");

        same(thread, 7);
    }

    /** An act that no line carried to the keeper: after an hour its author gives it to the others, who bring it (R135). */
    @Test
    void r135_what_the_keeper_never_got_is_brought_by_another_party() {
        var thread = opened(4, "all");
        var seen = Map.of("seen", joint(c).seen(thread).orElseThrow().fact());
        var act = c.seal(
                new Act(envelope(c, Gathering.ID, thread, "say", "member", seen, "lost"), Map.of("text", "lost")));
        var transaction = new TransactionTemplate(c.get(PlatformTransactionManager.class));
        transaction.executeWithoutResult(_ -> joint(c).say(act));
        assertThat(c.count("exchange.outbox where subject = '%s'"
                        .formatted(act.act().id())))
                .isZero();

        CLOCK.forward(Duration.ofMinutes(61));

        same(thread, 6);
        assertThat(c.events)
                .as("the desk was told of no act that was delivered")
                .noneMatch(SendingFailed.class::isInstance);
        assertThat(b.count("exchange.outbox where destination = 'XA-1' and subject = '%s'"
                        .formatted(act.act().id())))
                .isOne();
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(b.count("exchange.outbox where subject = '%s' and registered_at is null"
                                .formatted(act.act().id())))
                        .as("who helped waits for nothing any more")
                        .isZero());
    }

    /** It has lost two entries. Whatever comes meanwhile gets the number after them, and no number twice (R145). */
    @Test
    void r145_a_restored_keeper_gets_its_register_back_before_it_goes_on() {
        var thread = opened(5, "all");
        say(a, thread, "say", "host");
        same(thread, 6);
        loses(a, thread);
        a.db().sql("insert into thread.restoration (restored_at, backup_at) values (:at, :at)")
                .param("at", CLOCK.instant().atOffset(java.time.ZoneOffset.UTC))
                .update();
        var restoration = AopTestUtils.getTargetObject(a.get(Restoration.class));
        ReflectionTestUtils.setField(restoration, "last", null);
        ((Set<?>) Objects.requireNonNull(ReflectionTestUtils.getField(restoration, "opened"))).clear();

        say(c, thread, "say", "member");

        same(thread, 7);
        for (var each : List.of(a, b, c)) {
            assertThat(joint(each).find(thread).orElseThrow().disputed())
                    .as(each.id)
                    .isNull();
        }
        assertThat(a.count("thread.compared")).isEqualTo(2);
    }

    /** All behind entry 3, as after a fault of its disk. */
    private static void loses(ExchangeNode b, String thread) {
        b.db().sql("delete from thread.party where thread = :t and from_n > 3")
                .param("t", thread)
                .update();
        b.db().sql("delete from thread.joint_entry where thread = :t and n > 3")
                .param("t", thread)
                .update();
        b.db().sql("delete from thread.joint_act where thread = :t and (n > 3 or n is null)")
                .param("t", thread)
                .update();
        var last = register(b, thread).getLast().entry();
        assertThat(last.n()).isEqualTo(3);
        var state = b.db().sql("select state from thread.joint where id = :t")
                .param("t", thread)
                .query(String.class)
                .single();
        var before = new TreeMap<>(CanonicalJson.read(state.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        before.put(
                "parties",
                Map.of("XA-1", Map.of("as", "host", "from", 1L), "XB-1", Map.of("as", "member", "from", 3L)));
        before.put("table", Map.of("name", "Open", "said", 0L));
        b.db().sql("update thread.joint set state = :s, last_n = 3, last_hash = :h where id = :t")
                .param("s", new String(CanonicalJson.write(before), java.nio.charset.StandardCharsets.UTF_8))
                .param("h", last.hash())
                .param("t", thread)
                .update();
    }

    /** Who joins before all have agreed knocks until they have, and need not send it again. */
    @Test
    void a_join_that_came_before_the_consent_of_all_goes_through_with_it() {
        var facts = Map.of("reference", "XA-2027-000999");
        var draft = envelope(a, Gathering.AGREED, NO_THREAD, "open", "host", facts, "open");
        var opening = new Act(JointThread.opening(draft), Map.of("text", "open"));
        a.exchange().send(a.seal(opening), null);
        var thread = opening.envelope().thread();
        joins(b, thread, "all");
        var invite = say(a, thread, "invite", "host", "party", "XC-1", "as", "member", "shown", "all");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(joint(c).seen(thread)).isPresent());
        var join = say(c, thread, "join", "member", "invitation", invite);
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(c.exchange().sending(join).lastError()).isEqualTo("not-agreed"));
        assertThat(register(a, thread)).hasSize(4);

        await().atMost(SOON).untilAsserted(() -> assertThat(register(b, thread)).hasSize(4));
        say(b, thread, "consent", "member", "invitation", invite);

        same(thread, 6);
        assertThat(joint(c).find(thread).orElseThrow().standing()).isEqualTo(OurPart.PARTY);
    }

    @Test
    void r121_who_declines_knows_that_it_is_registered_and_waits_for_nothing() {
        var facts = Map.of("reference", "XA-2027-000998");
        var opening = new Act(
                JointThread.opening(envelope(a, Gathering.ID, NO_THREAD, "open", "host", facts, "open")),
                Map.of("text", "open"));
        a.exchange().send(a.seal(opening), null);
        var thread = opening.envelope().thread();
        var invite = say(a, thread, "invite", "host", "party", "XC-1", "as", "member", "shown", "all");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(joint(c).seen(thread)).isPresent());

        var declined = say(c, thread, "decline", "member", "invitation", invite);

        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(joint(c).find(thread).orElseThrow().standing())
                                .isEqualTo(OurPart.LEFT));
        assertThat(joint(c).acts(thread).getLast().effective()).isTrue();
        assertThat(c.count("exchange.outbox where subject = '%s' and registered_at is null".formatted(declined)))
                .isZero();
    }

    private static String opened(int number, String shown) {
        var facts = Map.of("reference", "XA-2027-%06d".formatted(900 + number));
        var draft = envelope(a, Gathering.ID, NO_THREAD, "open", "host", facts, "open");
        var opening = new Act(JointThread.opening(draft), Map.of("text", "open"));
        a.exchange().send(a.seal(opening), null);
        var thread = opening.envelope().thread();
        joins(b, thread, "all");
        joins(c, thread, shown);
        same(thread, 5);
        return thread;
    }

    private static void joins(ExchangeNode node, String thread, String shown) {
        var invite = say(a, thread, "invite", "host", "party", node.id, "as", "member", "shown", shown);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(joint(node).seen(thread)).isPresent());
        say(node, thread, "join", "member", "invitation", invite);
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(joint(node).find(thread).orElseThrow().standing())
                                .isEqualTo(OurPart.PARTY));
    }

    private static void same(String thread, int entries) {
        for (var each : List.of(a, b, c)) {
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(register(each, thread))
                            .as(each.id)
                            .hasSize(entries)
                            .isEqualTo(register(a, thread)));
        }
    }

    private static String say(ExchangeNode node, String thread, String type, String role, String... facts) {
        var more = new TreeMap<String, String>();
        for (int i = 0; i < facts.length; i += 2) more.put(facts[i], facts[i + 1]);
        more.put("seen", joint(node).seen(thread).orElseThrow().fact());
        var text = type + " " + System.nanoTime();
        var procedure = joint(node).find(thread).orElseThrow().procedure();
        var act = new Act(envelope(node, procedure, thread, type, role, more, text), Map.of("text", text));
        node.exchange().send(node.seal(act), null);
        return act.id();
    }

    private static Envelope envelope(
            ExchangeNode node,
            String procedure,
            String thread,
            String type,
            String role,
            Map<String, String> facts,
            String text) {
        return new Envelope(
                PracticeWorld.NETWORK,
                thread,
                procedure,
                "uncc/1",
                type,
                node.id,
                Envelope.ALL_PARTIES,
                role,
                Instant.parse("2027-03-01T12:00:00Z"),
                List.of(),
                false,
                facts,
                SaltedHash.of("ab".repeat(16), CanonicalJson.write(Map.of("text", text))),
                List.of());
    }

    private static byte[] age(String from, String to, SignedEntry entry) {
        byte[] json = CanonicalJson.write(Map.of("entries", List.of(CanonicalJson.read(entry.json()))));
        return PracticeSeal.of(from).encrypt(json, List.of(PracticeWorld.recipient(to)));
    }

    private static JointThreads joint(ExchangeNode node) {
        return node.get(JointThreads.class);
    }

    private static List<SignedEntry> register(ExchangeNode node, String thread) {
        return joint(node).entries(thread, 0);
    }
}
