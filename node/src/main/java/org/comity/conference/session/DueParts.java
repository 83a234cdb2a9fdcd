package org.comity.conference.session;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;
import org.comity.conference.ConferenceHost;
import org.comity.ui.ThingsDue;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells the Secretariat's desk that something came for a session, and a State's own desk by when its delegation is asked for. */
@Component
class DueParts implements ThingsDue {

    private final ConferenceHost host;
    private final PartRows parts;
    private final ComingSessions coming;
    private final Clock clock;

    DueParts(ConferenceHost host, PartRows parts, ComingSessions coming, Clock clock) {
        this.host = host;
        this.parts = parts;
        this.coming = coming;
        this.clock = clock;
    }

    @Override
    public List<Due> due(Official by) {
        return Stream.concat(came(by).stream(), asked(by).stream()).limit(MOST).toList();
    }

    private List<Due> came(Official by) {
        if (!host.mayWrite(by)) return List.of();
        return parts.waiting(ConferenceSession.oldestDay(clock), MOST).stream()
                .map(it -> new Due(
                        "for-session",
                        it.title(),
                        "/conference/sessions/" + it.key(),
                        it.since(),
                        it.begins().atStartOfDay(UTC).toInstant()))
                .toList();
    }

    private List<Due> asked(Official by) {
        return coming.all(by).stream()
                .filter(it -> it.delegationsBy() != null && it.sent() == null)
                .limit(MOST)
                .map(it -> new Due("delegation", it.title(), "/conference", it.told(), end(it.delegationsBy())))
                .toList();
    }

    private static @Nullable Instant end(@Nullable LocalDate day) {
        return day == null ? null : day.atTime(LocalTime.MAX).toInstant(UTC);
    }
}
