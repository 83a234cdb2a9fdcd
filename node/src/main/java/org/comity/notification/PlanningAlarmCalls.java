package org.comity.notification;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Objects;
import java.util.Optional;
import org.comity.casework.Emergencies;
import org.comity.notification.AlarmSettings.Step;
import org.comity.notification.KeptAlarmCall.How;
import org.comity.procedure.RequestRow;
import org.comity.procedure.Requests;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes down whom the chain tells now, of each request that nobody has acknowledged. */
@Component
class PlanningAlarmCalls {

    private final Emergencies emergencies;
    private final Requests requests;
    private final AlarmCallRows rows;
    private final AlarmSettings settings;
    private final Clock clock;

    PlanningAlarmCalls(
            Emergencies emergencies, Requests requests, AlarmCallRows rows, AlarmSettings settings, Clock clock) {
        this.emergencies = emergencies;
        this.requests = requests;
        this.rows = rows;
        this.settings = settings;
        this.clock = clock;
    }

    @Transactional
    void plan() {
        var now = clock.instant();
        var waiting = new ArrayList<>(emergencies.unacknowledged());
        if (settings.aimsUpTo() != null) {
            waiting.addAll(emergencies.overdue(settings.aimsUpTo(), now));
        }
        waiting.forEach(it -> plan(it, now));
    }

    /** Still true when a mail or call is about to leave; empty once somebody has acknowledged it, and for a drill. */
    Optional<RequestRow> stillWaits(String thread) {
        return requests.ofThread(thread).filter(it -> it.unacknowledged() && !it.drill() && it.turn() == RequestRow.Turn.OURS);
    }

    /** Since when it stands, by our clock: an emergency since it came, another request since its aim was over. */
    static Instant since(RequestRow row) {
        var came = Objects.requireNonNullElse(row.turnSince(), row.openedAt());
        return row.emergency() ? came : Objects.requireNonNullElse(row.due(), came);
    }

    /** The first step whose time has not come; empty where there is none, or nobody is told of such a request. */
    Optional<Step> next(RequestRow row) {
        boolean told = row.emergency() || !row.drill() && settings.aimsUpTo() != null;
        return settings.steps().stream()
                .filter(it -> told && since(row).plus(it.after()).isAfter(clock.instant()))
                .findFirst();
    }

    private void plan(RequestRow row, Instant now) {
        for (var step : settings.steps()) {
            if (since(row).plus(step.after()).isAfter(now)) {
                return;
            }
            step.mail().forEach(it -> rows.plan(row.thread(), row.emergency(), step, How.MAIL, it, now));
            if (step.hook() != null) {
                rows.plan(
                        row.thread(),
                        row.emergency(),
                        step,
                        How.HOOK,
                        step.hook().getHost(),
                        now);
            }
        }
    }
}
