package org.comity.exchange.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.comity.exchange.Carrier.NotCarried;
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
import org.comity.thread.RoomOfCounterpart;
import org.comity.ui.HealthLine;
import org.comity.ui.HealthLine.State;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A participant that takes up all that it may: refused beyond it, named on the health page, and others are served. */
class HostilePeerTest {

    private static final Official MAREN = new Official("maren", "I. Maren", "XB-1/o-1", Set.of(Duty.DUTY_OFFICER));

    private static final SettableClock CLOCK = new SettableClock();
    private static final PracticeWorld WORLD = new PracticeWorld();
    private static final URI NOWHERE = URI.create("https://127.0.0.1:1/as4");
    private static ExchangeNode b;

    @BeforeAll
    static void start() throws Exception {
        WORLD.with("XA-1", NOWHERE).with("XC-1", NOWHERE).with("XD-1", NOWHERE);
        b = new ExchangeNode(
                "XB-1",
                WORLD,
                CLOCK,
                (parcel, to) -> {
                    throw new NotCarried("not-reached", false, "as the test wants");
                },
                "node.quota.threads-of.XA-1=3",
                "node.quota.messages-of.XA-1=2",
                "node.quota.waiting-of.XA-1=3",
                "node.quota.stored-of.XD-1=40KB");
    }

    @AfterAll
    static void stop() {
        b.close();
    }

    @Test
    void it_fills_each_bound_and_another_is_served() throws Exception {
        var first = opened("XA-1");
        byte[] sealed =
                PracticeSeal.seal("XA-1", PracticeActs.request("XA-1", "XB-1").act());
        receive("XA-1", Action.ACT, sealed);
        opened("XA-1");

        refused("too-many-threads", () -> opened("XA-1"));
        // What is here takes up nothing more, and what goes on in a thread opens none.
        receive("XA-1", Action.ACT, sealed);
        following(first, "complete");

        say("XA-1", first, "m-1");
        say("XA-1", first, "m-2");
        say("XA-1", first, "m-2");
        refused("too-many-messages", () -> say("XA-1", first, "m-3"));

        // It takes nothing of what it asks for.
        refused("too-many-waiting", () -> ask("XA-1", first));

        int kept = 0;
        while (kept < 40 && takes("XD-1")) kept++;
        assertThat(kept).isBetween(1, 39);
        assertThat(b.get(RoomOfCounterpart.class).of("XD-1").bytes()).isBetween(1L, 40L << 10);
        refused("too-much-stored", () -> opened("XD-1"));

        served("XC-1");
        said("XA-1", "too-many-threads", "too-many-messages", "too-many-waiting");
        said("XD-1", "too-much-stored");
        assertThat(b.get(ParticipantsAtBound.class).notice(MAREN)).isPresent();
        assertThat(line().details()).noneMatch(it -> it.facts().containsValue("XC-1"));

        // A day on it may write again, and nobody has been refused any more.
        CLOCK.forward(java.time.Duration.ofHours(25));
        assertThat(line().state()).isEqualTo(State.GOOD);
        assertThat(b.get(ParticipantsAtBound.class).notice(MAREN)).isEmpty();
    }

    @Test
    void what_comes_back_is_asked_for_in_storable_text_and_is_one_line_a_day() throws Exception {
        refused("unstorable-text", () -> receive("XC-1", Action.RETURN, CanonicalJson.write(Map.of("after", "\0"))));

        receive("XC-1", Action.RETURN, CanonicalJson.write(Map.of("after", "")));
        var lines = b.stored().get("ledger");
        receive("XC-1", Action.RETURN, CanonicalJson.write(Map.of("after", "")));
        assertThat(b.stored()).containsEntry("ledger", lines);

        CLOCK.forward(java.time.Duration.ofHours(25));
        receive("XC-1", Action.RETURN, CanonicalJson.write(Map.of("after", "")));
        assertThat(b.stored()).containsEntry("ledger", lines + 1);
    }

    private void served(String other) throws Exception {
        var act = opened(other);
        say(other, act, "m-1");
        ask(other, act);
        assertThat(b.threads().act(act.id()))
                .hasValueSatisfying(it -> assertThat(it.n()).isEqualTo(1L));
    }

    private void said(String participant, String... codes) {
        assertThat(line().state()).isEqualTo(State.BAD);
        assertThat(line().details())
                .filteredOn(it -> it.facts().containsValue(participant))
                .extracting(HealthLine.Detail::key)
                .containsExactlyInAnyOrder(
                        List.of(codes).stream().map("health.bounds."::concat).toArray(String[]::new));
    }

    private static HealthLine line() {
        return b.get(ParticipantsAtBound.class).lines().getFirst();
    }

    private static Act opened(String from) throws Refusal {
        var act = PracticeActs.request(from, "XB-1").act();
        receive(from, Action.ACT, PracticeSeal.seal(from, act));
        return act;
    }

    private static boolean takes(String from) {
        try {
            opened(from);
            return true;
        } catch (Refusal full) {
            return false;
        }
    }

    private static void following(Act opening, String type) throws Refusal {
        var act = PracticeActs.following(opening, type, "XA-1", "XB-1", "requesting")
                .act();
        receive("XA-1", Action.ACT, PracticeSeal.seal("XA-1", act));
    }

    private static void say(String from, Act in, String id) throws Refusal {
        receive(
                from,
                Action.MESSAGE,
                CanonicalJson.write(Map.of(
                        "id",
                        id,
                        "text",
                        "good day",
                        "thread",
                        in.envelope().thread(),
                        "time",
                        "2027-03-01T12:00:00Z")));
    }

    private static void ask(String from, Act in) throws Refusal {
        receive(
                from,
                Action.FETCH,
                CanonicalJson.write(Map.of("after", 0, "thread", in.envelope().thread())));
    }

    private static void receive(String from, Action action, byte[] plain) throws Refusal {
        byte[] age = PracticeSeal.of(from).encrypt(plain, List.of(PracticeWorld.recipient("XB-1")));
        b.get(Door.class).receive(new Parcel(action, from, "XB-1", "t", age, null));
    }

    private interface Arriving {
        void come() throws Exception;
    }

    private static void refused(String code, Arriving what) {
        var before = b.stored();
        var refusal = catchThrowableOfType(Refusal.class, what::come);
        assertThat(refusal).as("refused with " + code).isNotNull();
        assertThat(refusal.code()).isEqualTo(code);
        assertThat(b.stored()).isEqualTo(before);
    }
}
