package org.comity.capacity.activities;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.comity.capacity.DatesOfHelp;
import org.comity.capacity.ThreadWithActs;
import org.springframework.stereotype.Component;

/** Finds in one side of an activity when it begins, when it ends, and when it is next asked what came of it. */
@Component
class DatesOfActivities implements DatesOfHelp {

    private final Clock clock;

    DatesOfActivities(Clock clock) {
        this.clock = clock;
    }

    @Override
    public List<NextDay> next(ThreadWithActs said) {
        if (!said.row().law().equals(FollowUpTime.procedure())) return List.of();
        var side = new ActivitySide(said);
        return Stream.of(planned(side), followUp(side))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Once it is over, no plan counts. */
    private static Optional<NextDay> planned(ActivitySide side) {
        if (side.over().isPresent()) return Optional.empty();
        return side.began().isEmpty()
                ? side.planned("begins").map(it -> new NextDay(it, "capacity.date.begins"))
                : side.planned("ends").map(it -> new NextDay(it, "capacity.date.ends"));
    }

    /** The first that this side has not said; what is late stands before what is to come. */
    private Optional<NextDay> followUp(ActivitySide side) {
        return new SharedActivity(side.name(), List.of(side))
                .followUps(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)).stream()
                        .filter(it -> it.due() != null)
                        .filter(it -> side.last("follow-up", it.time().after()).isEmpty())
                        .findFirst()
                        .map(it -> new NextDay(
                                Objects.requireNonNull(it.due()),
                                "capacity.date.follow-up." + it.time().after()));
    }
}
