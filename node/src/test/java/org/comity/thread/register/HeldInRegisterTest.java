package org.comity.thread.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.comity.thread.ActRecalled;
import org.comity.thread.SealedAct;
import org.comity.thread.ThreadKeeping;
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

    private static boolean registerHeld(ThreadKeeping threads, SealedAct act) {
        threads.registerHeld(act.act().id());
        return true;
    }

    private static boolean recall(ThreadKeeping threads, SealedAct act, String why) {
        threads.recall(act.act().id(), why);
        return true;
    }
}
