package org.comity.exchange.courier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.comity.directory.Participant;
import org.comity.exchange.Carrier;
import org.comity.exchange.Courier;
import org.comity.exchange.Courier.Taken;
import org.comity.exchange.Exchange.Status;
import org.comity.exchange.ExchangeNode;
import org.comity.exchange.Parcel;
import org.comity.exchange.PracticeActs;
import org.comity.exchange.PracticeWorld;
import org.comity.exchange.SettableClock;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.RuleBroken;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CarryingByHandTest {

    private static final SettableClock CLOCK = new SettableClock();
    private static ExchangeNode a;
    private static ExchangeNode b;

    private static final Official OFFICER = new Official("maren", "I. Maren", "XA-1/o-1", Set.of(Duty.DUTY_OFFICER));

    @BeforeAll
    static void start() throws Exception {
        var world = new PracticeWorld();
        a = new ExchangeNode("XA-1", world, CLOCK, CarryingByHandTest::noLine, "node.exchange.first-pause=1ms");
        b = new ExchangeNode("XB-1", world, CLOCK, CarryingByHandTest::noLine, "node.exchange.first-pause=1ms");
        world.with("XA-1", URI.create("https://none.example")).with("XB-1", URI.create("https://none.example"));
        // No line: what leaves, leaves by hand.
        a.stopSending();
        b.stopSending();
    }

    private static void noLine(Parcel parcel, Participant to) throws Carrier.NotCarried {
        throw new Carrier.NotCarried("not-reached", false, "no line");
    }

    @AfterAll
    static void stop() {
        a.close();
        b.close();
    }

    @Test
    void an_act_goes_there_on_a_disk_and_its_entry_comes_back() {
        var act = PracticeActs.request("XA-1", "XB-1").act();
        a.exchange().send(a.seal(act), null);
        var next = PracticeActs.following(act, "complete", "XA-1", "XB-1", "requesting")
                .act();
        a.exchange().send(a.seal(next), null);

        var batch = courier(a).takeOut("XB-1", OFFICER);
        assertThat(batch.parcels()).isEqualTo(2);
        assertThat(a.exchange().sending(act.id()).status()).isEqualTo(Status.DELIVERED);
        var zip = courier(a).download(batch.id(), OFFICER);
        assertThat(courier(a).download(batch.id(), OFFICER).content()).isEqualTo(zip.content());
        assertThat(bringIn(b, zip))
                .extracting(Taken::refusal)
                .containsOnlyNulls()
                .hasSize(2);
        assertThat(bringIn(b, zip))
                .as("the same again changes nothing")
                .extracting(Taken::refusal)
                .containsOnlyNulls();

        var back = courier(b).download(courier(b).takeOut("XA-1", OFFICER).id(), OFFICER);
        assertThat(bringIn(a, back))
                .extracting(Taken::refusal)
                .containsOnlyNulls()
                .isNotEmpty();
        assertThat(a.threads().act(next.id()))
                .hasValueSatisfying(it -> assertThat(it.n()).isEqualTo(2L));
    }

    @Test
    void what_the_door_refuses_is_named_and_changes_nothing() {
        var act = PracticeActs.request("XA-1", "XB-1").act();
        a.exchange().send(a.seal(act), null);
        var file = courier(a).download(courier(a).takeOut("XB-1", OFFICER).id(), OFFICER);
        byte[] changed = file.content().clone();
        changed[changed.length - 1] ^= 1;
        var before = new HashMap<>(b.stored());

        assertThat(courier(b).bringIn(Map.of(file.name(), changed, "letter.txt", new byte[9]), OFFICER))
                .containsExactlyInAnyOrder(new Taken(file.name(), "not-for-us"), new Taken("letter.txt", "name"));

        before.merge("ledger", 1L, Long::sum);
        assertThat(b.stored()).as("but that a courier came").isEqualTo(before);
    }

    @Test
    void whoever_may_not_carry_is_refused_everywhere() {
        var custodian = new Official("arlo", "P. Arlo", "XA-1/o-2", Set.of(Duty.CUSTODIAN));
        for (var wish : List.<Runnable>of(
                () -> courier(a).waiting(custodian),
                () -> courier(a).batches(custodian),
                () -> courier(a).takeOut("XB-1", custodian),
                () -> courier(a).download("none", custodian),
                () -> courier(a).bringIn(Map.of(), custodian))) {
            assertThatThrownBy(wish::run)
                    .isInstanceOfSatisfying(
                            RuleBroken.class, it -> assertThat(it.code()).isEqualTo("courier.forbidden"));
        }
    }

    private static Courier courier(ExchangeNode node) {
        return node.get(Courier.class);
    }

    private static List<Taken> bringIn(ExchangeNode node, Courier.Download file) {
        return courier(node).bringIn(Map.of(file.name(), file.content()), OFFICER);
    }
}
