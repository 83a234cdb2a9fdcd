package org.comity.comparison;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.comity.casework.BeforeSending;
import org.comity.procedure.Draft;
import org.comity.procedure.form.BodyFields;
import org.comity.thread.Threads;
import org.comity.vocabulary.RuleBroken;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/**
 * Lets a blind comparison be offered or answered only so often a day with one counterpart, in whatever thread: each
 * lets the other side try guesses. The steps that end one that has begun are not counted.
 */
@Component
class BoundingComparisons implements BeforeSending {

    private static final Set<String> BEGINS = Set.of("offer", "answer");
    private static final Duration DAY = Duration.ofHours(24);

    private final Threads threads;
    private final ComparisonTurns turns;
    private final ComparisonSettings settings;
    private final Clock clock;

    BoundingComparisons(Threads threads, ComparisonTurns turns, ComparisonSettings settings, Clock clock) {
        this.threads = threads;
        this.turns = turns;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void check(Draft draft) {
        check(draft, clock.instant());
    }

    @Override
    public void check(Draft draft, Instant leaves) {
        if (!draft.type().equals(ReceivedSteps.ACT) || !begins(draft.body())) {
            return;
        }
        // Of two that are approved at the same moment the second sees the first.
        turns.inTurn(draft.counterpart());
        if (tooOften(draft.counterpart(), leaves)) {
            throw new TooOften(settings.perDay());
        }
    }

    /** No more leave today with this State. */
    boolean tooOften(String counterpart) {
        return tooOften(counterpart, clock.instant());
    }

    /** Those that are held count too, at their hour: else one could be approved each day, and all leave together. */
    private boolean tooOften(String counterpart, Instant leaves) {
        return begun(counterpart, leaves.minus(DAY), leaves.plus(DAY)) >= settings.perDay();
    }

    int perDay() {
        return settings.perDay();
    }

    private long begun(String counterpart, Instant after, Instant before) {
        return threads.ours(counterpart, ReceivedSteps.ACT, after, before).stream()
                .filter(it -> ReceivedSteps.in(it.envelope().procedure()) && begins(it.body()))
                .count();
    }

    private static boolean begins(Map<String, Object> body) {
        return BEGINS.contains(new BodyFields(body).text("step"));
    }

    static final class TooOften extends RuleBroken {
        TooOften(int perDay) {
            super("comparison.too-often", Map.of("n", Integer.toString(perDay)));
        }
    }

    /** Reads the settings. */
    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(ComparisonSettings.class)
    static class Settings {}
}
