package org.comity.casework.acts;

import java.time.Clock;
import java.util.Objects;
import org.comity.exchange.Exchange;
import org.comity.procedure.Draft;
import org.comity.thread.Threads;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How far an act has come on its way to the other State. */
@Component
class SendingDrafts {

    private final Threads threads;
    private final Exchange exchange;
    private final Clock clock;

    SendingDrafts(Threads threads, Exchange exchange, Clock clock) {
        this.threads = threads;
        this.exchange = exchange;
        this.clock = clock;
    }

    /** Null before it is sent. What goes by letter is held by the thread alone. */
    @Nullable
    String of(Draft draft) {
        if (draft.status() != Draft.Status.SENT || draft.act() == null) {
            return null;
        }
        boolean held = threads.act(draft.act())
                .filter(it -> it.n() == null && it.recalled() == null && it.heldUntil() != null)
                .filter(it -> Objects.requireNonNull(it.heldUntil()).isAfter(clock.instant()))
                .isPresent();
        return held ? "HELD" : exchange.sending(draft.act()).status().name();
    }
}
