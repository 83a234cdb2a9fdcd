package org.comity.identity.administration;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.comity.ui.Flash;
import org.comity.ui.NavCounts;
import org.comity.ui.PageNotices;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;

/** Tells the desk, for three days, who was newly let near what leaves this node; and whoever may confirm, that something waits. */
@Component
class PeopleNotice implements PageNotices, NavCounts {

    private static final Duration TOLD = Duration.ofDays(3);
    private static final int NAMES = 3;
    private static final Set<Duty> TELL_OF =
            Set.of(Duty.DUTY_OFFICER, Duty.SECOND_OFFICER, Duty.LAWYER, Duty.ADMINISTRATOR, Duty.OVERSIGHT);

    private final ChangeRows rows;
    private final Clock clock;

    PeopleNotice(ChangeRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public Optional<Flash> notice(Official by) {
        var names = rows.confirmed(clock.instant().minus(TOLD), TELL_OF);
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(Flash.warned(
                        names.size() > NAMES ? "identity.changes.notice.more" : "identity.changes.notice",
                        "names",
                        String.join(", ", names.subList(0, Math.min(NAMES, names.size())))));
    }

    @Override
    public Map<String, Integer> counts(Official official) {
        if (!PersonChange.confirms(official.duties())) {
            return Map.of();
        }
        int waiting = (int) rows.waiting().stream()
                .filter(it -> it.mayBeDecidedBy(official))
                .count();
        return waiting == 0 ? Map.of() : Map.of("changes", waiting);
    }
}
