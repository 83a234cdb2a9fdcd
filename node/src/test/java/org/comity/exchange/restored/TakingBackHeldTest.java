package org.comity.exchange.restored;

import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.comity.exchange.Exchange.Status;
import org.comity.exchange.ExchangeNode;
import org.comity.exchange.PracticeActs;
import org.comity.exchange.PracticeWorld;
import org.comity.exchange.SettableClock;
import org.comity.proof.act.Act;
import org.comity.thread.Restoration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;
import org.springframework.test.util.AopTestUtils;
import org.springframework.test.util.ReflectionTestUtils;

/** What a restored node held when its backup was made is taken back, whatever stops it in between. */
class TakingBackHeldTest {

    private static final SettableClock CLOCK = new SettableClock();
    private static ExchangeNode a;

    @BeforeAll
    static void start() throws Exception {
        var nowhere = URI.create("https://127.0.0.1:1/as4");
        var world = new PracticeWorld().with("XB-1", nowhere).with("XD-1", null);
        a = new ExchangeNode("XA-1", world, CLOCK, (parcel, to) -> {}, "node.exchange.tick=1h");
        a.get(SimpleAsyncTaskScheduler.class).stop();
    }

    @AfterAll
    static void stop() {
        a.close();
    }

    @Test
    void whatever_stops_the_node_as_it_begins_all_of_it_is_done_once_and_held_acts_do_not_leave() {
        var byWire = held("XB-1");
        var byLetter = held("XD-1");
        a.db().sql("insert into thread.restoration (restored_at, backup_at) values (:at, :backup)")
                .param("at", CLOCK.instant().plusSeconds(2).atOffset(UTC))
                .param("backup", CLOCK.instant().plusSeconds(1).atOffset(UTC))
                .update();
        CLOCK.forward(Duration.ofHours(9));
        var restoration = AopTestUtils.getTargetObject(a.get(Restoration.class));
        ReflectionTestUtils.setField(restoration, "last", null);
        ((Set<?>) Objects.requireNonNull(ReflectionTestUtils.getField(restoration, "opened"))).clear();
        var comparing = a.get(ComparingAfterRestore.class);

        a.db().sql("alter table exchange.heads_listed rename to out_of_reach").update();
        assertThatThrownBy(comparing::compare).isInstanceOf(DataAccessException.class);
        a.db().sql("alter table exchange.out_of_reach rename to heads_listed").update();
        assertThat(a.count("thread.restoration where told_at is not null")).isZero();
        assertThat(recalled(byLetter)).isFalse();

        comparing.compare();
        assertThat(recalled(byLetter)).isTrue();
        assertThat(recalled(byWire)).as("closed still").isFalse();

        a.get(ComparingRegisters.class).listed("XB-1", List.of(), true);
        comparing.compare();

        assertThat(recalled(byWire)).isTrue();
        assertThat(a.exchange().sending(byWire.id()).status()).isEqualTo(Status.RECALLED);
    }

    private static Act held(String to) {
        var act = PracticeActs.request("XA-1", to).act();
        a.exchange().send(a.seal(act), CLOCK.instant().plus(Duration.ofHours(8)));
        return act;
    }

    private static boolean recalled(Act act) {
        return a.threads().act(act.id()).orElseThrow().recalled() != null;
    }
}
