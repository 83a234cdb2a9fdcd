package org.comity.exchange.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import org.comity.directory.Directory.Validity;
import org.comity.exchange.Door;
import org.comity.exchange.ExchangeNode;
import org.comity.exchange.Parcel;
import org.comity.exchange.Parcel.Action;
import org.comity.exchange.PracticeActs;
import org.comity.exchange.PracticeSeal;
import org.comity.exchange.PracticeWorld;
import org.comity.exchange.Refusal;
import org.comity.exchange.SettableClock;
import org.comity.proof.act.Act;
import org.comity.proof.form.CanonicalJson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;

/** A node's door, and a sender who writes whatever a test wants. */
abstract class GuardedDoorCase {

    static final SettableClock CLOCK = new SettableClock();
    static final PracticeWorld WORLD = new PracticeWorld();
    static ExchangeNode b;

    @BeforeAll
    static void start() throws Exception {
        WORLD.with("XA-1", URI.create("https://127.0.0.1:1/as4")).with("XC-1", URI.create("https://127.0.0.1:1/as4"));
        b = new ExchangeNode("XB-1", WORLD, CLOCK, "node.exchange.largest-parcel=100KB");
        // What it does by itself, while a test has moved the clock, would be counted with what the door stores.
        b.stopSending();
        b.get(SimpleAsyncTaskScheduler.class).stop();
    }

    @AfterAll
    static void stop() {
        b.close();
    }

    @AfterEach
    void valid() {
        WORLD.standing("XA-1", Validity.VALID);
    }

    static PracticeActs request() {
        return PracticeActs.request("XA-1", "XB-1");
    }

    static PracticeActs following(Act opening, String type, String role) {
        return PracticeActs.following(opening, type, "XA-1", "XB-1", role);
    }

    static Act opened() throws Exception {
        var act = request().act();
        receive(parcel(PracticeSeal.seal("XA-1", act)));
        return act;
    }

    static Map<String, Object> message(String thread, String id, String text) {
        return Map.of("id", id, "text", text, "thread", thread, "time", "2027-03-01T12:00:00Z");
    }

    static byte[] age(byte[] plain) {
        return PracticeSeal.of("XA-1").encrypt(plain, List.of(PracticeWorld.recipient("XB-1")));
    }

    static Parcel parcel(byte[] container) {
        return parcelOf(Action.ACT, age(container));
    }

    static Parcel json(Action action, Map<String, Object> json) {
        return parcelOf(action, age(CanonicalJson.write(json)));
    }

    static Parcel parcelOf(Action action, byte[] ageFile) {
        return new Parcel(action, "XA-1", "XB-1", "t", ageFile, null);
    }

    static void receive(Parcel parcel) throws Refusal {
        b.get(Door.class).receive(parcel);
    }

    static X509Certificate certificate(String id, String alias) {
        return PracticeWorld.certificate(id, alias);
    }

    static int entriesWaitingFor(Act act) {
        return b.db().sql("""
                        select count(*) from exchange.outbox
                         where action = 'ENTRY' and status = 'QUEUED' and thread = :thread
                        """)
                .param("thread", act.envelope().thread())
                .query(Integer.class)
                .single();
    }

    static void assertRefused(String code, Parcel parcel) {
        var before = b.stored();

        var refusal = catchThrowableOfType(Refusal.class, () -> receive(parcel));

        assertThat(refusal).as("refused with " + code).isNotNull();
        assertThat(refusal.code()).isEqualTo(code);
        assertThat(b.stored()).isEqualTo(before);
        assertThat(b.get(RefusalCounts.class).counts()).containsKey(code);
    }
}
