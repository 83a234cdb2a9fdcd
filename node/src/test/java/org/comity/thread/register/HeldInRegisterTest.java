package org.comity.thread.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.comity.thread.ActRecalled;
import org.comity.thread.Restoration.Head;
import org.comity.thread.SealedAct;
import org.comity.thread.ThreadKeeping;
import org.comity.thread.Threads.KeptAct;
import org.comity.thread.Threads.Refused;
import org.junit.jupiter.api.Test;

/** An act that is held has no entry before its hour, and none at all if it is recalled. */
class HeldInRegisterTest extends TwoRegisters {

    @Test
    void the_keeper_gives_a_held_act_its_entry_at_its_hour_and_then_it_is_too_late_to_recall() {
        opened();
        var offer = Acts.in(thread).requested().fact("value", "7").sealed("offer");
        var until = Acts.NOON.plusSeconds(60);

        var kept = requested.in(it -> it.keepHeld(offer, until));

        assertThat(kept.entry()).isNull();
        assertThat(requested.threads.find(thread).orElseThrow().lastEntry()).isEqualTo(1);
        assertThat(requested.threads.heldUntil(until.minusMillis(1))).isEmpty();
        assertThat(requested.threads.heldUntil(until))
                .containsExactly(offer.act().id());

        requested.in(it -> registerHeld(it, offer));
        requested.in(it -> registerHeld(it, offer));

        assertThat(requested.threads.act(offer.act().id()).orElseThrow().n()).isEqualTo(2);
        assertThat(requested.threads.find(thread).orElseThrow().lastEntry()).isEqualTo(2);
        assertThat(requested.threads.heldUntil(until)).isEmpty();
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> requested.in(it -> recall(it, offer, "too late")))
                .satisfies(it -> assertThat(it.code()).isEqualTo("already-registered"));
        requesting.keepReceived(offer);
        requesting.keepEntry(requested.threads.entries(thread, 1).getFirst());
        assertThat(requesting.threads.find(thread).orElseThrow().state().name()).isEqualTo("Offered");
    }

    @Test
    void a_recalled_act_never_was_said() throws Exception {
        opened();
        var offer = Acts.in(thread).requested().fact("value", "7").sealed("offer");
        requested.in(it -> it.keepHeld(offer, Acts.NOON.plusSeconds(60)));

        requested.in(it -> recall(it, offer, "the wrong value"));
        requested.in(it -> recall(it, offer, "again"));
        requested.in(it -> registerHeld(it, offer));

        var kept = requested.threads.act(offer.act().id()).orElseThrow();
        assertThat(kept.n()).isNull();
        assertThat(kept.recalled().why()).isEqualTo("the wrong value");
        assertThat(requested.threads.heldUntil(Acts.NOON.plusSeconds(61))).isEmpty();
        assertThat(requested.threads.unregistered(Acts.NOON.plusSeconds(61))).isEmpty();
        assertThat(requested.published(ActRecalled.class)).singleElement().satisfies(it -> {
            assertThat(it.opening()).isFalse();
            assertThat(it.thread().lastEntry()).isEqualTo(1);
        });
        var out = new ByteArrayOutputStream();
        requested.threads.export(thread, out);
        assertThat(out.toString(StandardCharsets.ISO_8859_1))
                .doesNotContain(offer.act().id());
    }

    /** It may have been recalled in the time that was lost. */
    @Test
    void what_was_held_when_the_backup_was_made_is_taken_back_though_its_hour_has_come() {
        opened();
        var offer = Acts.in(thread).requested().fact("value", "7").sealed("offer");
        requested.in(it -> it.keepHeld(offer, Acts.NOON.plusSeconds(60)));
        requested = requested.restored(Acts.NOON.plusSeconds(1), later());

        requested.in(it -> registerHeld(it, offer));
        assertThat(requested.threads.act(offer.act().id()).orElseThrow().n())
                .as("closed")
                .isNull();
        assertThat(requested.<List<String>>in(it -> requested.restoration.open("XA-1", null)))
                .containsExactly(offer.act().id());
        requested.in(it -> registerHeld(it, offer));

        var kept = requested.threads.act(offer.act().id()).orElseThrow();
        assertThat(kept.n()).isNull();
        assertThat(kept.recalled()).isNotNull();
        assertThat(requested.published(ActRecalled.class))
                .extracting(ActRecalled::act)
                .containsExactly(offer.act().id());
    }

    @Test
    void what_the_counterpart_has_left_since_the_backup_and_gets_its_entry() {
        opened();
        var offer = Acts.in(thread).requested().fact("value", "7").sealed("offer");
        requested.in(it -> it.keepHeld(offer, Acts.NOON.plusSeconds(60)));
        requested = requested.restored(Acts.NOON.plusSeconds(1), later());

        requested.in(it -> {
            requested.restoration.left(
                    new Head(thread, 1, "", List.of(offer.act().id())));
            return requested.restoration.open("XA-1", null);
        });

        assertThat(requested.threads.act(offer.act().id()).orElseThrow().n()).isEqualTo(2);
        assertThat(requested.published(ActRecalled.class)).isEmpty();
    }

    /** What is asked within the transaction that opens sees it open; if that falls, nothing remembers it. */
    @Test
    void an_opening_that_is_undone_leaves_the_registers_closed() {
        opened();
        requested = requested.restored(Acts.NOON.plusSeconds(1), later());

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> requested.<Boolean>in(it -> {
                    requested.restoration.open("XA-1", null);
                    assertThat(requested.restoration.closedTo("XA-1")).isFalse();
                    throw new IllegalStateException("the line breaks");
                }));

        assertThat(requested.<Boolean>in(it -> requested.restoration.closedTo("XA-1")))
                .isTrue();
    }

    /** Nobody is compared with: what is held for a letter waits only for the restore to be written down. */
    @Test
    void what_was_held_for_a_letter_is_taken_back_at_once() {
        opened();
        var offer = Acts.in(thread).requested().fact("value", "7").sealed("offer");
        requested.in(it -> it.keepHeld(offer, Acts.NOON.plusSeconds(60)));
        requested.db.sql("update thread.thread set by_wire = false").update();
        requested = requested.restored(Acts.NOON.plusSeconds(1), later());
        assertThat(requested.threads.heldUntil(later().instant())).isEmpty();

        assertThat(requested.<Boolean>in(it -> requested.restoration.told())).isTrue();

        var kept = requested.threads.act(offer.act().id()).orElseThrow();
        assertThat(kept.n()).isNull();
        assertThat(kept.recalled()).isNotNull();
        assertThat(requested.threads.heldUntil(later().instant())).isEmpty();
    }

    private static Clock later() {
        return Clock.fixed(Acts.NOON.plusSeconds(120), ZoneOffset.UTC);
    }

    /** What bounds how often something leaves counts it at the hour at which it does. */
    @Test
    void our_acts_between_two_instants_are_those_that_leave_then_and_were_not_recalled() {
        opened();
        var now = NOON.instant();
        var offer = Acts.in(thread).requested().fact("value", "7").sealed("offer");
        var later = Acts.in(thread).requested().fact("value", "8").sealed("offer");
        var hour = now.plus(Duration.ofDays(30));
        requested.keepOwn(offer);
        requested.in(it -> it.keepHeld(later, hour));

        assertThat(offers(now)).containsExactly(offer.act().id());
        assertThat(offers(hour)).containsExactly(later.act().id());
        assertThat(offers(hour.plus(Duration.ofDays(2)))).isEmpty();
        assertThat(requested.threads.ours("XA-1", "offer", now.minusSeconds(1), hour.plusSeconds(1)))
                .extracting(KeptAct::id)
                .containsExactly(later.act().id(), offer.act().id());
        assertThat(requested.threads.ours("XC-1", "offer", now.minusSeconds(1), hour.plusSeconds(1)))
                .isEmpty();

        requested.in(it -> recall(it, later, "another day"));
        assertThat(offers(hour)).isEmpty();
    }

    private List<String> offers(Instant around) {
        var day = Duration.ofDays(1);
        return requested.threads.ours("XA-1", "offer", around.minus(day), around.plus(day)).stream()
                .map(KeptAct::id)
                .toList();
    }

    private static boolean registerHeld(ThreadKeeping threads, SealedAct act) {
        threads.registerHeld(act.act().id());
        return true;
    }

    private static boolean recall(ThreadKeeping threads, SealedAct act, String why) {
        threads.recall(act.act().id(), why);
        return true;
    }
}
