package org.comity.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.comity.exchange.Exchange.Status;
import org.comity.proof.act.Act;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

class TwoPartiesTest {

    private static final SettableClock CLOCK = new SettableClock();
    private static ExchangeNode a;
    private static ExchangeNode b;

    @BeforeAll
    static void start() throws Exception {
        var world = new PracticeWorld();
        a = new ExchangeNode("XA-1", world, CLOCK, "node.exchange.warm-rounds=2");
        b = new ExchangeNode("XB-1", world, CLOCK);
    }

    @AfterAll
    static void stop() {
        a.close();
        b.close();
    }

    @Test
    void an_act_goes_there_and_its_entry_comes_back() {
        var act = PracticeActs.request("XA-1", "XB-1").act();

        a.exchange().send(a.seal(act), null);

        awaitRegistered(act);
        assertThat(a.exchange().sending(act.id()).status()).isEqualTo(Status.DELIVERED);
        assertThat(b.threads().act(act.id()))
                .hasValueSatisfying(it -> assertThat(it.n()).isEqualTo(1L));
        assertThat(a.threads().entries(act.envelope().thread(), 0))
                .isEqualTo(b.threads().entries(act.envelope().thread(), 0));
    }

    @Test
    void the_keeper_sends_its_act_and_the_entry() {
        var request = PracticeActs.request("XA-1", "XB-1").act();
        a.exchange().send(a.seal(request), null);
        awaitRegistered(request);

        var answer = PracticeActs.following(request, "acknowledge", "XB-1", "XA-1", "requested")
                .act();
        var kept = b.exchange().send(b.seal(answer), null);

        assertThat(kept.entry()).isNotNull();
        await().untilAsserted(() -> assertThat(a.threads().act(answer.id()))
                .hasValueSatisfying(it -> assertThat(it.n()).isEqualTo(2L)));
    }

    @Test
    void what_is_rolled_back_never_leaves() {
        var act = PracticeActs.request("XA-1", "XB-1").act();
        var sealed = a.seal(act);

        a.get(TransactionTemplate.class).executeWithoutResult(status -> {
            a.exchange().send(sealed, null);
            status.setRollbackOnly();
        });

        assertThat(a.exchange().sending(act.id()).status()).isEqualTo(Status.NOTHING_TO_SEND);
        assertThat(a.threads().act(act.id())).isEmpty();
        a.exchange().send(sealed, null);
        awaitRegistered(act);
    }

    @Test
    void a_working_message_arrives_once() {
        var act = PracticeActs.request("XA-1", "XB-1").act();
        a.exchange().send(a.seal(act), null);
        awaitRegistered(act);

        a.exchange().message(act.envelope().thread(), "XB-1", "We called. No answer yet.");

        await().untilAsserted(() -> assertThat(b.events)
                .filteredOn(MessageArrived.class::isInstance)
                .extracting(it -> ((MessageArrived) it).text())
                .containsExactly("We called. No answer yet."));
    }

    @Test
    void the_exchange_says_when_it_is_warm() {
        await().untilAsserted(() -> assertThat(a.events).hasAtLeastOneElementOfType(ExchangeWarm.class));
        assertThat(a.get(WarmState.class).warm()).isTrue();
    }

    private static void awaitRegistered(Act act) {
        await().untilAsserted(() -> assertThat(a.threads().act(act.id()))
                .hasValueSatisfying(it -> assertThat(it.n()).isNotNull()));
    }
}
