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
import org.comity.thread.Threads.KeptAct;
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
    private final ComparisonSettings settings;
    private final Clock clock;

    BoundingComparisons(Threads threads, ComparisonSettings settings, Clock clock) {
        this.threads = threads;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void check(Draft draft) {
        if (!draft.type().equals(ReceivedSteps.ACT) || !begins(draft.body())) {
            return;
        }
        if (tooOften(draft.counterpart())) {
            throw new TooOften(settings.perDay());
        }
    }

    /** No more leave today with this State. */
    boolean tooOften(String counterpart) {
        return begun(counterpart, clock.instant().minus(DAY)) >= settings.perDay();
    }

    int perDay() {
        return settings.perDay();
    }

    /** Of the newest threads with that counterpart: what was said within a day is among these. */
    private long begun(String counterpart, Instant since) {
        var with = new Threads.Filter(counterpart, null, null, null, null);
        return threads.list(with, null, Threads.MOST).stream()
                .filter(it -> ReceivedSteps.in(it.procedure()))
                .filter(it -> it.changedAt().isAfter(since))
                .flatMap(it -> threads.newest(it.id()).stream())
                .filter(KeptAct::ours)
                .filter(it -> it.envelope().type().equals(ReceivedSteps.ACT) && begins(it.body()))
                .filter(it -> it.envelope().time().isAfter(since))
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
