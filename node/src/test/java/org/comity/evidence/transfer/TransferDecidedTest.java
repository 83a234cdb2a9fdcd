package org.comity.evidence.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.comity.evidence.CustodyEntry.Event;
import org.comity.evidence.Destruction;
import org.comity.evidence.Item;
import org.comity.evidence.ItemArrivals.State;
import org.comity.exchange.PracticeWorld;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.junit.jupiter.api.Test;

/** What officers decide about what travels: pause, cancel, take back, hours, hold. */
class TransferDecidedTest extends TwoEnds {

    private static final Official OFFICER = new Official("maren", "I. Maren", "XB-1/o-1", Set.of(Duty.DUTY_OFFICER));

    @Test
    void an_officer_pauses_resumes_and_cancels() throws Exception {
        xa.taken.most(SIZE / 3);
        var manifest = expected();
        await().until(() -> arrival(manifest).reached() > 0);
        xa.arrivals().pause(manifest.sha256(), PracticeEnd.PIA);
        await().until(() -> xa.bean(FetchingDue.class).idle());
        long paused = arrival(manifest).reached();
        assertThat(paused).isLessThan(arrival(manifest).size());
        assertThat(arrival(manifest).state()).isEqualTo(State.PAUSED);
        xa.arrivals().resume(manifest.sha256(), PracticeEnd.PIA);
        xa.taken.most(SIZE / 3 * 2);
        await().until(() -> arrival(manifest).reached() > paused);
        var came = arrival(manifest).item();
        xa.arrivals().cancel(manifest.sha256(), PracticeEnd.PIA);
        await().until(() -> xa.bean(FetchingDue.class).idle());
        assertThat(arrival(manifest).state()).isEqualTo(State.CANCELLED);
        assertThat(arrival(manifest).item()).isNull();
        assertThat(arrival(manifest).reached()).isZero();
        assertThat(xa.evidence().item(came).orElseThrow().state()).isEqualTo(Item.State.GIVEN_UP);
        assertThat(xa.evidence().custody(came).getLast())
                .extracting(it -> it.what(), it -> it.official())
                .containsExactly(Event.GIVEN_UP, PracticeEnd.PIA.id());
        xa.removeGivenUp();
        assertThat(xa.folder.resolve("evidence/adding").resolve(came.toString()))
                .doesNotExist();
        xa.taken.most(Long.MAX_VALUE);
        // The act is registered once more: it is fetched anew.
        xa.arrivals().expect(manifest.sha256(), "XB-1", THREAD, ACT);
        matched(manifest);
        assertThat(arrival(manifest).item()).isNotEqualTo(came);
    }

    @Test
    void what_was_cancelled_and_then_declared_destroyed_does_not_come_back() {
        var hash = expected(true).sha256();
        xa.arrivals().cancel(hash, PracticeEnd.PIA);

        xa.bean(Destruction.class).destroy(THREAD, List.of(hash), PracticeEnd.PIA);

        refused("transfer.ended", () -> xa.arrivals().resume(hash, PracticeEnd.PIA));
        xa.arrivals().expect(hash, "XB-1", THREAD, ACT);
        assertThat(xa.arrivals().find(hash).orElseThrow())
                .extracting(it -> it.state(), it -> it.why())
                .containsExactly(State.NOT_MATCHED, "destroyed");
    }

    @Test
    void what_was_wrapped_and_not_released_is_taken_back() throws Exception {
        var named = xb.releases().prepare(item, "XA-1", PracticeEnd.PIA);
        var other = xb.add("other.log", new byte[] {1});
        var dropped = xb.releases().prepare(other, "XA-1", PracticeEnd.PIA);
        var vault = xb.bean(org.comity.evidence.vault.Vault.class);
        int wrapped = vault.headers(other).size();

        xb.releases().withdraw("thread", java.util.Set.of(named.sha256()));

        assertThat(xb.releases().find(dropped.sha256())).isEmpty();
        assertThat(vault.headers(other)).hasSize(wrapped - 1);
        assertThat(xb.releases().find(named.sha256())).isPresent();
        // Ticked again it is wrapped anew; what was released is not taken back.
        var again = xb.releases().prepare(other, "XA-1", PracticeEnd.PIA);
        release(again);
        xb.releases().withdraw("thread", java.util.Set.of());
        assertThat(xb.releases().find(again.sha256())).isPresent();
        assertThat(xb.releases().find(named.sha256())).isEmpty();
    }

    @Test
    void outside_its_hours_nothing_travels() throws Exception {
        var now = java.time.LocalTime.ofInstant(xa.clock.instant(), java.time.ZoneOffset.UTC);
        xa.bean(PaceRows.class).put(new PaceRows.Row("XB-1", null, now.plusHours(2), now.plusHours(3)));
        var manifest = expected();
        await().until(() -> "hours".equals(arrival(manifest).why()));
        assertThat(arrival(manifest).nextAt()).isAfter(xa.clock.instant().plus(Duration.ofHours(1)));
        xa.clock.forward(Duration.ofMinutes(125));
        matched(manifest);
    }

    @Test
    void what_is_on_its_way_follows_another_rate() throws Exception {
        var rates = xa.bean(PaceRows.class);
        // Five minutes for this item.
        rates.put(new PaceRows.Row("XB-1", SIZE / 300L, null, null));
        var manifest = expected();
        await().until(() -> arrival(manifest).reached() > 0);
        rates.put(new PaceRows.Row("XB-1", null, null, null));
        matched(manifest);
    }

    @Test
    void what_the_sender_holds_waits() throws Exception {
        var manifest = expected(true);
        await().until(() -> "http-503".equals(arrival(manifest).why()));
        assertThat(arrival(manifest).nextAt()).isAfter(xa.clock.instant().plusSeconds(40));
        xb.bean(ReleaseRows.class).hold(manifest.sha256(), false);
        xa.clock.forward(Duration.ofMinutes(2));
        matched(manifest);
    }

    @Test
    void what_is_wrapped_for_revoked_keys_leaves_no_more_and_is_wrapped_anew_for_the_new_ones() throws Exception {
        // Held, so that no byte of it has left before it is paused.
        xa.arrivals().pause(expected(true).sha256(), PracticeEnd.PIA);
        var first = xb.releases().prepare(item, "XA-1", PracticeEnd.PIA);
        var shelf = xb.bean(ReleasedOnOffer.class);
        var caller = PracticeWorld.certificate("XA-1", "tls");
        assertThat(shelf.find(first.sha256(), caller)).isPresent();

        world.withdraws("XA-1", 1, xb.clock.instant());

        assertThat(shelf.find(first.sha256(), caller)).isEmpty();
        assertThat(xb.bean(ReadingTransfers.class).page(0, OFFICER).going())
                .singleElement()
                .satisfies(it -> assertThat(it.keysWithdrawn()).isTrue());
        refused("evidence.keys-withdrawn", () -> xb.releases().prepare(item, "XA-1", PracticeEnd.PIA));
        refused("evidence.wrapped-for-withdrawn-keys", () -> xb.releases().mustStillOpen(first.sha256()));

        var old = world.as("XB-1").get("XA-1");
        world.put(new org.comity.directory.Participant(
                old.id(),
                old.state(),
                old.names(),
                old.capitals(),
                old.zone(),
                old.node(),
                old.languages(),
                old.phone(),
                old.mail(),
                old.hours(),
                old.functions(),
                old.profile(),
                2,
                old.signedAt(),
                old.validUntil(),
                old.kind()));

        assertThat(shelf.find(first.sha256(), caller))
                .as("though its certificate is pinned")
                .isEmpty();
        var second = xb.releases().prepare(item, "XA-1", PracticeEnd.PIA);
        assertThat(second.sha256()).isNotEqualTo(first.sha256());
        assertThat(xb.releases().prepare(item, "XA-1", PracticeEnd.PIA).sha256())
                .isEqualTo(second.sha256());
        xb.releases().mustStillOpen(second.sha256());
        release(second);
        xa.arrivals().expect(second.sha256(), "XB-1", THREAD, ACT);
        matched(second);
    }

    private static void refused(String code, Runnable wish) {
        org.assertj.core.api.Assertions.assertThatExceptionOfType(org.comity.vocabulary.RuleBroken.class)
                .isThrownBy(wish::run)
                .satisfies(it -> assertThat(it.code()).isEqualTo(code));
    }
}
