package org.comity.exchange.outbox;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.comity.exchange.ClosedThreads;
import org.comity.exchange.ExchangeSettings;
import org.comity.ui.HealthLine;
import org.comity.ui.HealthLine.State;
import org.comity.ui.HealthLines;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What waits to leave, how long, and what was given up; nothing of closed requests, whose officers see it on their pages. */
@Component
class OutboxLine implements HealthLines {

    private static final Duration A_DAY = Duration.ofDays(1);

    private final OutboxFigures figures;
    private final ExchangeSettings settings;
    private final ObjectProvider<ClosedThreads> closed;
    private final Clock clock;

    OutboxLine(OutboxFigures figures, ExchangeSettings settings, ObjectProvider<ClosedThreads> closed, Clock clock) {
        this.figures = figures;
        this.settings = settings;
        this.closed = closed;
        this.clock = clock;
    }

    @Override
    public List<HealthLine> lines() {
        var now = clock.instant();
        var it = figures.of(now, now.minus(Duration.ofDays(7)), ClosedThreads.hidden(closed, ClosedThreads.ANYBODY));
        var given = it.givenUp() == 0
                ? HealthLine.of("given-up", State.GOOD, "none", Map.of())
                : HealthLine.of("given-up", State.BAD, "some", Map.of("n", it.givenUp()));
        if (it.oldest() == null) {
            return List.of(HealthLine.of("outbox", State.GOOD, "empty", Map.of()), given);
        }
        var age = Duration.between(it.oldest(), now);
        var state = age.compareTo(settings.entryAlarm()) < 0
                ? State.GOOD
                : age.compareTo(A_DAY) < 0 ? State.LOOK : State.BAD;
        var facts = Map.<String, Object>of("n", it.waiting(), "age", age);
        return List.of(HealthLine.of("outbox", state, state == State.GOOD ? "leaving" : "waiting", facts), given);
    }
}
