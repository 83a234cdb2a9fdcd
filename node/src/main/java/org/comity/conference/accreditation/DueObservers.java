package org.comity.conference.accreditation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.comity.conference.ConferenceHost;
import org.comity.ui.ThingsDue;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells the desk of whoever keeps the papers of the Conference what comes next with each application of an observer. */
@Component
class DueObservers implements ThingsDue {

    private final ConferenceHost host;
    private final ApplicationRows rows;
    private final Clock clock;

    DueObservers(ConferenceHost host, ApplicationRows rows, Clock clock) {
        this.host = host;
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public List<Due> due(Official by) {
        if (!host.mayWrite(by)) return List.of();
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return rows.open(MOST).stream().flatMap(it -> of(it, today).stream()).toList();
    }

    /** The window for objections has its last day; what follows has none in the rule. */
    private static Optional<Due> of(ObserverApplication it, LocalDate today) {
        return Optional.ofNullable(
                switch (it.next(today)) {
                    case CIRCULATE -> due("observer-circulate", it, it.appliedOn(), null);
                    case WAIT -> due("observer-objections", it, it.circulatedOn(), it.until());
                    case ADMIT, REFER, REFUSE -> due("observer-conclude", it, it.until(), null);
                    case SESSION -> due("observer-session", it, it.referredOn(), null);
                    case NOTHING -> null;
                });
    }

    private static Due due(String kind, ObserverApplication it, @Nullable LocalDate since, @Nullable LocalDate until) {
        return new Due(
                kind,
                it.name(),
                "/conference/observers/" + it.id(),
                begin(since == null ? it.appliedOn() : since),
                // The whole of the last day counts.
                until == null ? null : begin(until.plusDays(1)).minusSeconds(1));
    }

    private static Instant begin(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
