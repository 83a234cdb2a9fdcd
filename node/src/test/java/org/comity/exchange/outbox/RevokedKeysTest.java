package org.comity.exchange.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.comity.directory.KeysRevoked;
import org.comity.directory.Participant;
import org.comity.exchange.Carrier.NotCarried;
import org.comity.exchange.Courier;
import org.comity.exchange.Exchange.Status;
import org.comity.exchange.ExchangeNode;
import org.comity.exchange.OutgoingQueue;
import org.comity.exchange.Parcel;
import org.comity.exchange.PracticeActs;
import org.comity.exchange.PracticeWorld;
import org.comity.exchange.SettableClock;
import org.comity.proof.act.Act;
import org.comity.proof.age.AgeHeader;
import org.comity.proof.age.HybridIdentity;
import org.comity.proof.item.ItemKey;
import org.comity.proof.register.Entry;
import org.comity.proof.register.SignedEntry;
import org.comity.sealing.PracticeKeys;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.ParticipantKind;
import org.comity.vocabulary.RuleBroken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;
import org.springframework.transaction.support.TransactionTemplate;

/** A peer has revoked its keys: nothing is sealed to them or leaves, nothing is lost, and new keys open its lane again. */
class RevokedKeysTest {

    private static final URI NOWHERE = URI.create("https://127.0.0.1:1/as4");
    private static final Official OFFICER = new Official("maren", "I. Maren", "XA-1/o-1", Set.of(Duty.DUTY_OFFICER));

    private final SettableClock clock = new SettableClock();
    private final List<Parcel> carried = new CopyOnWriteArrayList<>();
    private final PracticeWorld world = new PracticeWorld().with("XB-1", NOWHERE);
    private volatile boolean fails;
    private ExchangeNode a;

    @BeforeEach
    void start() throws Exception {
        a = new ExchangeNode("XA-1", world, clock, this::carry);
        a.stopSending();
        // Each step is the test's; one of them each ten seconds is else the node's.
        a.get(SimpleAsyncTaskScheduler.class).stop();
    }

    @AfterEach
    void stop() {
        a.close();
    }

    private void carry(Parcel parcel, Participant to) throws NotCarried {
        if (fails) {
            throw new NotCarried("not-reached", false, "as the test wants");
        }
        carried.add(parcel);
    }

    @Test
    void an_act_for_revoked_keys_is_refused_before_anything_is_kept() {
        world.withdraws("XB-1", 1, clock.instant());
        var act = PracticeActs.request("XA-1", "XB-1").act();
        var sealed = a.seal(act);
        var before = a.stored();

        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(() -> a.exchange().send(sealed, null))
                .satisfies(it -> assertThat(it.code()).isEqualTo("exchange.keys-withdrawn"))
                .satisfies(
                        it -> assertThat(it.facts()).containsEntry("to", "XB-1").containsKey("phone"));
        assertThat(a.stored()).isEqualTo(before);
    }

    @Test
    void what_waits_is_neither_packed_nor_tried_and_is_sealed_anew_for_the_new_keys() throws Exception {
        var act = send();
        world.withdraws("XB-1", 1, clock.instant());

        assertThat(next()).isFalse();
        assertThat(carried).isEmpty();
        assertThat(a.exchange().sending(act.id()))
                .satisfies(it -> assertThat(it.status()).isEqualTo(Status.QUEUED))
                .satisfies(it -> assertThat(it.attempts()).isZero());

        newKeys();
        assertThat(next()).isTrue();
        assertThat(a.exchange().sending(act.id()).status()).isEqualTo(Status.DELIVERED);
        assertThat(opens(carried.getFirst(), "XC-1")).isTrue();
        assertThat(opens(carried.getFirst(), "XB-1")).isFalse();
    }

    @Test
    void a_parcel_that_was_being_packed_when_the_revocation_came_is_never_sent() throws Exception {
        var act = send();
        world.whilePacking(() -> world.withdraws("XB-1", 1, clock.instant()));

        assertThat(next()).isFalse();
        assertThat(carried).isEmpty();
        assertThat(a.exchange().sending(act.id()).status()).isEqualTo(Status.QUEUED);

        newKeys();
        assertThat(next()).isTrue();
        assertThat(opens(carried.getFirst(), "XC-1")).isTrue();
    }

    @Test
    void a_courier_s_file_for_revoked_keys_is_not_given_out_again_and_what_it_held_is_packed_anew() throws Exception {
        var act = send();
        a.get(OutgoingQueue.class).entry("XB-1", registered(act));
        a.db().sql("update exchange.outbox set tried_since = 0, attempts = 9").update();
        var courier = a.get(Courier.class);
        var packed = courier.takeOut("XB-1", OFFICER);
        assertThat(a.exchange().sending(act.id()).status()).isEqualTo(Status.DELIVERED);
        a.get(PackingAnew.class).look();
        assertThat(a.count("exchange.outbox where status = 'DELIVERED'"))
                .as("its keys count")
                .isEqualTo(2);

        world.withdraws("XB-1", 1, clock.instant());
        a.publish(new KeysRevoked("XB-1", 1, new byte[] {'{', '}'}));
        assertThat(a.count("exchange.outbox where status = 'DELIVERED'"))
                .as("nothing can fail there")
                .isEqualTo(2);
        a.get(PackingAnew.class).look();
        assertThat(a.count("exchange.outbox where status = 'QUEUED' and tried_since is null and attempts <= 1"))
                .isEqualTo(2);

        refused(() -> courier.download(packed.id(), OFFICER));
        refused(() -> courier.takeOut("XB-1", OFFICER));
        assertThat(a.exchange().sending(act.id()).status()).isEqualTo(Status.QUEUED);

        newKeys();
        refused(() -> courier.download(packed.id(), OFFICER));
        var again = courier.download(courier.takeOut("XB-1", OFFICER).id(), OFFICER);
        assertThat(again.name()).endsWith(".zip");
        a.get(PackingAnew.class).look();
        assertThat(a.count("exchange.outbox where status = 'DELIVERED'"))
                .as("packed for the new keys")
                .isEqualTo(2);
    }

    @Test
    void what_fails_while_a_revocation_is_passed_on_undoes_neither_it_nor_what_others_are_told() {
        world.with("XC-1", NOWHERE);
        a.db().sql("alter table exchange.outbox add constraint told_nothing check (destination <> 'XB-1')")
                .update();
        try {
            a.get(TransactionTemplate.class).executeWithoutResult(it -> {
                a.get(OutgoingQueue.class).message("XC-1", "thread", "beside it", new byte[] {'{', '}'});
                a.publish(new KeysRevoked("XD-1", 1, new byte[] {'{', '}'}));
            });

            assertThat(a.count("exchange.outbox where subject = 'beside it'"))
                    .as("the transaction stands")
                    .isOne();
            assertThat(a.db().sql("select destination from exchange.outbox where action = 'REVOCATION'")
                            .query(String.class)
                            .list())
                    .containsExactly("XC-1");
        } finally {
            a.db().sql("alter table exchange.outbox drop constraint told_nothing")
                    .update();
        }
    }

    @Test
    void waiting_for_keys_is_no_trying() throws Exception {
        var act = send();
        fails = true;
        assertThat(next()).isFalse();
        a.db().sql("update exchange.outbox set attempts = 20, next_attempt = created_at")
                .update();
        world.withdraws("XB-1", 1, clock.instant());
        assertThat(next()).isFalse();
        clock.forward(Duration.ofDays(8));

        newKeys();
        assertThat(next()).isFalse();

        assertThat(a.exchange().sending(act.id()).status()).isEqualTo(Status.QUEUED);
        assertThat(a.exchange().sending(act.id()).attempts()).isEqualTo(2);
    }

    /** As this node's register would say of it. */
    private SignedEntry registered(Act act) {
        var thread = act.envelope().thread();
        var entry = new SignedEntry(
                new Entry(
                        PracticeWorld.NETWORK,
                        thread,
                        1,
                        Entry.NOTHING_BEFORE,
                        act.id(),
                        Entry.NOTHING_BEFORE,
                        Instant.EPOCH,
                        Entry.EFFECTIVE,
                        Entry.NOTHING_BEFORE),
                "AAAA");
        a.db().sql("""
                insert into thread.entry (thread, n, act, hash, time, effect, state, json)
                values (:thread, 1, :act, '', now(), '', '', :json)
                """)
                .param("thread", thread)
                .param("act", act.id())
                .param("json", entry.json())
                .update();
        return entry;
    }

    private void refused(Runnable wish) {
        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(wish::run)
                .satisfies(it -> assertThat(it.code()).isEqualTo("courier.keys-withdrawn"));
    }

    private Act send() {
        var act = PracticeActs.request("XA-1", "XB-1").act();
        a.exchange().send(a.seal(act), null);
        return act;
    }

    private boolean next() {
        return a.get(SendingRows.class).next("XB-1");
    }

    /** Version 2 of the entry, with keys that are those of XC-1 in this test. */
    private void newKeys() {
        var old = world.as("XA-1").get("XB-1");
        world.whilePacking(() -> {});
        world.put(new Participant(
                old.id(),
                old.state(),
                old.names(),
                old.capitals(),
                old.zone(),
                PracticeWorld.node("XC-1", NOWHERE),
                old.languages(),
                old.phone(),
                old.mail(),
                old.hours(),
                old.functions(),
                old.profile(),
                2,
                old.signedAt(),
                old.validUntil(),
                ParticipantKind.CONTACT_POINT));
    }

    private static boolean opens(Parcel parcel, String id) throws Exception {
        return opens(parcel.ageFile(), id);
    }

    private static boolean opens(byte[] ageFile, String id) throws Exception {
        var secret = Files.readString(PracticeKeys.folder(id).resolve("age-identity"))
                .strip();
        try {
            ItemKey.open(AgeHeader.read(new ByteArrayInputStream(ageFile)), HybridIdentity.parse(secret));
            return true;
        } catch (java.security.GeneralSecurityException forSomebodyElse) {
            return false;
        }
    }
}
