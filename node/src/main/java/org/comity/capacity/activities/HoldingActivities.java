package org.comity.capacity.activities;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.comity.capacity.KeptList;
import org.comity.casework.CaseAccess;
import org.comity.casework.Compartments;
import org.comity.thread.ActRegistered;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.Role;
import org.comity.vocabulary.RuleBroken;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Shows activities to those who may read requests, and says what of them is due today. */
@Component
class HoldingActivities {

    private static final Duration LOOKED_EVERY = Duration.ofMinutes(1);

    private final ReadingActivities reading;
    private final PublishedActivities publishing;
    private final KeptList kept;
    private final CaseAccess access;
    private final Compartments compartments;
    private final Clock clock;
    private volatile @Nullable Looked looked;

    HoldingActivities(
            ReadingActivities reading,
            PublishedActivities publishing,
            KeptList kept,
            CaseAccess access,
            Compartments compartments,
            Clock clock) {
        this.reading = reading;
        this.publishing = publishing;
        this.kept = kept;
        this.access = access;
        this.compartments = compartments;
        this.clock = clock;
    }

    /** What of which threads waits, as it was looked at once for everybody: each page of each desk asks. */
    private record Looked(Instant until, List<Owed> owed) {}

    private record Owed(List<String> threads, int n) {}

    ActivitiesView all(Official by) {
        access.mustRead(by);
        return new ActivitiesView(reading.all(role(), by.id()), today(), kept.here());
    }

    SharedActivity one(String name, Official by) {
        access.mustRead(by);
        return reading.find(name, role(), by.id()).orElseThrow(Unknown::new);
    }

    /** Words that this node owes: of its own side, or of one side to the other. All activities are read once a minute at most. */
    int waiting(Official by) {
        if (!access.mayWrite(by)) return 0;
        var owed = owed();
        var threads = owed.stream().flatMap(it -> it.threads().stream()).toList();
        var seen = Set.copyOf(compartments.seen(threads, Function.identity(), by.id()));
        return owed.stream()
                .filter(it -> seen.containsAll(it.threads()))
                .mapToInt(Owed::n)
                .sum();
    }

    /** What was said just now counts at once. */
    @EventListener
    void registered(ActRegistered event) {
        if (reading.are(event.thread().procedure())) looked = null;
    }

    private List<Owed> owed() {
        var now = clock.instant();
        var last = looked;
        if (last != null && now.isBefore(last.until())) return last.owed();
        var view = new ActivitiesView(reading.all(role(), Compartments.ANYBODY), today(), kept.here());
        var owed = new ArrayList<Owed>();
        for (var activity : view.activities()) {
            int n = view.waits(activity);
            if (n > 0) owed.add(new Owed(threads(activity), n));
        }
        looked = new Looked(now.plus(LOOKED_EVERY), List.copyOf(owed));
        return owed;
    }

    /** Nothing that is closed to named officers is published, whoever asks. */
    PublishedView published(Official by) {
        access.mustRead(by);
        var published = publishing.of(reading.all(Role.REQUESTED, Compartments.ANYBODY));
        return new PublishedView(
                publishing.possible(),
                published.held().size(),
                published.left().stream()
                        .filter(it -> visible(it.activity(), by))
                        .map(it -> new PublishedView.Left(it.activity(), it.why(), it.faults()))
                        .toList());
    }

    /** @throws RuleBroken {@code activity.no-publisher} */
    byte[] file(Official by) {
        access.mustRead(by);
        if (!publishing.possible()) throw new NoPublisher();
        return publishing.of(reading.all(Role.REQUESTED, Compartments.ANYBODY)).file(clock.instant());
    }

    private boolean visible(SharedActivity activity, Official by) {
        return activity.sides().stream()
                .allMatch(it -> access.ofThread(it.row().thread(), by).isPresent());
    }

    private static List<String> threads(SharedActivity activity) {
        return activity.sides().stream().map(it -> it.row().thread()).toList();
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private Role role() {
        return kept.here() ? Role.REQUESTED : Role.REQUESTING;
    }

    static final class Unknown extends RuleBroken {
        Unknown() {
            super("activity.unknown", Map.of());
        }
    }

    static final class NoPublisher extends RuleBroken {
        NoPublisher() {
            super("activity.no-publisher", Map.of());
        }
    }
}
