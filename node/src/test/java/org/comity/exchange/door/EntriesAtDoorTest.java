package org.comity.exchange.door;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.comity.exchange.Door;
import org.comity.exchange.MessageArrived;
import org.comity.exchange.Parcel;
import org.comity.exchange.Parcel.Action;
import org.comity.exchange.PracticeActs;
import org.comity.exchange.PracticeFollower;
import org.comity.exchange.PracticeSeal;
import org.comity.exchange.Refusal;
import org.comity.proof.form.CanonicalJson;
import org.comity.thread.ActRegistered;
import org.comity.thread.SealedAct;
import org.comity.thread.ThreadKeeping;
import org.comity.thread.register.MakingGoodNow;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** Entries, messages and what follows from an act. */
class EntriesAtDoorTest extends GuardedDoorCase {

    @Test
    void entries_that_are_none_or_not_the_senders() throws Exception {
        var opened = opened();
        var entry = CanonicalJson.read(
                b.threads().entries(opened.envelope().thread(), 0).getFirst().json());

        assertRefused("field", json(Action.ENTRY, Map.of("entries", List.of())));
        assertRefused("field", json(Action.ENTRY, Map.of("entries", java.util.Collections.nCopies(101, entry))));
        assertRefused("json", parcelOf(Action.ENTRY, age("nothing".getBytes(UTF_8))));
        assertRefused(
                "not-a-party",
                new Parcel(
                        Action.ENTRY,
                        "XC-1",
                        "XB-1",
                        "t",
                        age(CanonicalJson.write(Map.of("entries", List.of(entry)))),
                        null));
    }

    @Test
    void a_message_is_told_once_and_within_its_length() throws Exception {
        var thread = opened().envelope().thread();

        receive(json(Action.MESSAGE, message(thread, "m-1", "x".repeat(4000))));
        receive(json(Action.MESSAGE, message(thread, "m-1", "x".repeat(4000))));

        assertThat(b.events)
                .filteredOn(
                        it -> it instanceof MessageArrived told && told.text().length() == 4000)
                .hasSize(1);
        assertRefused("field", json(Action.MESSAGE, message(thread, "m-2", "x".repeat(4001))));
        assertRefused("fields", json(Action.MESSAGE, Map.of("text", "x")));
        assertRefused(
                "unknown-thread", json(Action.MESSAGE, message("00000000-0000-0000-0000-000000000009", "m-3", "x")));
        assertRefused(
                "not-a-party",
                new Parcel(
                        Action.MESSAGE,
                        "XC-1",
                        "XB-1",
                        "t",
                        age(CanonicalJson.write(message(thread, "m-4", "x"))),
                        null));
    }

    @Test
    void ids_of_messages_are_forgotten_when_no_sender_repeats_them_any_more() throws Exception {
        receive(json(Action.MESSAGE, message(opened().envelope().thread(), "m-old", "x")));
        b.get(ForgettingMessages.class).forget();
        assertThat(b.count("exchange.seen_message")).isPositive();

        CLOCK.forward(Duration.ofDays(15));
        try {
            b.get(ForgettingMessages.class).forget();
        } finally {
            CLOCK.forward(Duration.ofDays(-15));
        }

        assertThat(b.count("exchange.seen_message")).isZero();
    }

    @Test
    void the_other_party_may_fetch_entries_and_nobody_else() throws Exception {
        var opened = opened();
        var thread = opened.envelope().thread();
        b.db().sql("update exchange.outbox set status = 'DELIVERED', settled_at = created_at")
                .update();

        receive(json(Action.FETCH, Map.of("after", 0, "thread", thread)));

        assertThat(entriesWaitingFor(opened)).isEqualTo(1);
        assertRefused("field", json(Action.FETCH, Map.of("after", -1, "thread", thread)));
        assertRefused(
                "not-a-party",
                new Parcel(
                        Action.FETCH,
                        "XC-1",
                        "XB-1",
                        "t",
                        age(CanonicalJson.write(Map.of("after", 0, "thread", thread))),
                        null));
    }

    @Test
    void r81_one_fetch_brings_two_hundred_entries_and_the_next_one_what_follows() throws Exception {
        var opened = opened();
        var thread = opened.envelope().thread();
        for (int n = 2; n <= 201; n++) {
            receive(parcel(PracticeSeal.seal(
                    "XA-1", following(opened, "complete", "requesting").act())));
        }
        b.db().sql("update exchange.outbox set status = 'DELIVERED', settled_at = created_at")
                .update();

        receive(json(Action.FETCH, Map.of("after", 0, "thread", thread)));
        assertThat(entriesWaitingFor(opened)).isEqualTo(200);
        receive(json(Action.FETCH, Map.of("after", 200, "thread", thread)));
        assertThat(entriesWaitingFor(opened)).isEqualTo(201);
    }

    @Test
    void what_is_one_field_more_in_a_head_or_no_time_of_ours_in_a_message_is_refused() throws Exception {
        var thread = opened().envelope().thread();
        var head = new TreeMap<String, Object>(
                Map.of("hash", "ab".repeat(32), "n", 1, "open", List.of(), "thread", thread));
        receive(json(Action.HEADS, Map.of("heads", List.of(head), "last", true)));
        head.put("more", 1);
        assertRefused("fields", json(Action.HEADS, Map.of("heads", List.of(head), "last", true)));

        var message = new TreeMap<>(message(thread, "m-offset", "x"));
        message.put("time", "2027-03-01T13:00:00+01:00");
        assertRefused("field", json(Action.MESSAGE, message));
    }

    @Test
    void entries_are_fetched_from_the_keeper_and_from_nobody_else() {
        var thread = ours().act().envelope().thread();

        assertRefused("not-the-keeper", json(Action.FETCH, Map.of("after", 0, "thread", thread)));
    }

    @Test
    void acts_of_ours_come_back_after_a_restore_and_not_otherwise() {
        var known = ours();
        var lost = PracticeActs.request("XB-1", "XA-1").act();

        assertRefused("not-the-author", parcel(PracticeSeal.seal("XB-1", lost)));
        assertRefused("not-the-author", parcel(known.container()));
    }

    @Test
    void a_fault_in_what_follows_from_an_act_refuses_nothing_and_is_made_good_in_order() throws Exception {
        var follower = b.get(PracticeFollower.class);
        var opening = request().act();
        var thread = opening.envelope().thread();
        follower.broken = true;
        try {
            receive(parcel(PracticeSeal.seal("XA-1", opening)));
            assertThat(entriesWaitingFor(opening)).isEqualTo(1);
            MakingGoodNow.in(b);
            assertThat(behind(thread)).as("it fails again").isEqualTo(1);
        } finally {
            follower.broken = false;
        }
        var later = following(opening, "complete", "requesting").act();
        receive(parcel(PracticeSeal.seal("XA-1", later)));
        assertThat(followed(follower, thread))
                .as("it waits for what came before")
                .isEmpty();

        CLOCK.forward(Duration.ofHours(2));
        try {
            MakingGoodNow.in(b);
        } finally {
            CLOCK.forward(Duration.ofHours(-2));
        }

        assertThat(followed(follower, thread))
                .extracting(it -> it.act().id() + " " + (it.before() == null) + " "
                        + it.state().name())
                .containsExactly(opening.id() + " true request", later.id() + " false complete");
        assertThat(behind(thread)).isZero();
    }

    @Test
    void a_follower_that_failed_while_the_clock_was_ahead_is_told_once_it_is_right() throws Exception {
        var follower = b.get(PracticeFollower.class);
        var opening = request().act();
        var thread = opening.envelope().thread();
        follower.broken = true;
        CLOCK.set(Duration.ofDays(20));
        try {
            receive(parcel(PracticeSeal.seal("XA-1", opening)));
            MakingGoodNow.in(b);
        } finally {
            CLOCK.set(Duration.ofDays(-20));
            follower.broken = false;
        }
        assertThat(behind(thread)).isEqualTo(1);

        MakingGoodNow.in(b);

        assertThat(followed(follower, thread)).hasSize(1);
        assertThat(behind(thread)).isZero();
    }

    private static int behind(String thread) {
        return b.db().sql("select count(*) from thread.behind where thread = :thread")
                .param("thread", thread)
                .query(Integer.class)
                .single();
    }

    private static List<ActRegistered> followed(PracticeFollower follower, String thread) {
        return follower.followed.stream()
                .filter(it -> it.thread().id().equals(thread))
                .toList();
    }

    /** An opening act of this node, whose register XA-1 keeps. */
    private static SealedAct ours() {
        var sealed = b.seal(PracticeActs.request("XB-1", "XA-1").act());
        b.get(TransactionTemplate.class)
                .executeWithoutResult(it -> b.get(ThreadKeeping.class).keepOwn(sealed));
        return sealed;
    }

    @Test
    void what_is_carried_unsealed_in_a_bag_passes_the_same_checks() throws Exception {
        var door = b.get(Door.class);
        var act = request().act();
        byte[] container = PracticeSeal.seal("XA-1", act);
        long before = b.count("thread.act");

        assertThat(carried(Action.ACT, "XQ-1", container)).isEqualTo("unknown-sender");
        assertThat(carried(Action.ACT, "XC-1", container)).isEqualTo("not-the-author");
        assertThat(carried(Action.MESSAGE, "XA-1", container)).isEqualTo("unknown-action");
        assertThat(carried(Action.ACT, "XA-1", new byte[64 << 20])).isEqualTo("oversized");
        assertThat(b.count("thread.act")).isEqualTo(before);

        door.carried(Action.ACT, "XA-1", container);
        door.carried(Action.ACT, "XA-1", container);
        assertThat(b.threads().act(act.id()))
                .hasValueSatisfying(it -> assertThat(it.n()).isEqualTo(1L));
        assertThat(b.count("thread.act")).isEqualTo(before + 1);
    }

    private static String carried(Action action, String from, byte[] plain) {
        return catchThrowableOfType(Refusal.class, () -> b.get(Door.class).carried(action, from, plain))
                .code();
    }
}
