package org.comity.capacity.activities;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.comity.capacity.KeptList;
import org.comity.capacity.contributions.ContributionsHere;
import org.comity.casework.CaseAccess;
import org.comity.casework.Compartments;
import org.comity.thread.ActRegistered;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.Role;
import org.comity.vocabulary.RuleBroken;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Shows activities to those who may read requests, and says what of them is due today. */
@Component
class HoldingActivities {

    private static final Duration LOOKED_EVERY = Duration.ofMinutes(1);

    private final ReadingActivities reading;
    private final PublishedActivities publishing;
    private final ContributionsHere contributions;
    private final KeptList kept;
    private final CaseAccess access;
    private final Compartments compartments;
    private final Clock clock;
    /** By the threads that are closed to whoever asks: nearly always none. */
    private final Map<Set<String>, CountedActivities> looked = new ConcurrentHashMap<>();

    private final AtomicLong changes = new AtomicLong();

    HoldingActivities(
            ReadingActivities reading,
            PublishedActivities publishing,
            ContributionsHere contributions,
            KeptList kept,
            CaseAccess access,
            Compartments compartments,
            Clock clock) {
        this.reading = reading;
        this.publishing = publishing;
        this.contributions = contributions;
        this.kept = kept;
        this.access = access;
        this.compartments = compartments;
        this.clock = clock;
    }

    /** What waits, as it was looked at once for all to whom the same is closed: each page of each desk asks. */
    private record CountedActivities(Instant until, int owed, long changes) {}

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
        var now = clock.instant();
        var hidden = Set.copyOf(compartments.hiddenFrom(by.id()));
        long seen = changes.get();
        var last = looked.get(hidden);
        if (last != null && last.changes() == seen && now.isBefore(last.until())) return last.owed();
        var view = all(by);
        int owed = view.activities().stream().mapToInt(view::waits).sum();
        looked.values().removeIf(it -> !now.isBefore(it.until()));
        looked.put(hidden, new CountedActivities(now.plus(LOOKED_EVERY), owed, seen));
        return owed;
    }

    /** What was said just now counts once it stands in the database, also where it was counted meanwhile. */
    @TransactionalEventListener(fallbackExecution = true)
    void registered(ActRegistered event) {
        if (reading.are(event.thread().procedure())) changes.incrementAndGet();
    }

    /** Nothing that is closed to named officers is published, whoever asks. */
    PublishedView published(Official by) {
        access.mustRead(by);
        var published = published();
        return new PublishedView(
                publishing.possible(),
                published.held().size(),
                published.left().stream()
                        .filter(it -> visible(it.activity(), by))
                        .map(it -> new PublishedView.Left(it.activity(), it.why(), it.faults()))
                        .toList(),
                published.contributions().stream()
                        .filter(it -> access.ofThread(it.contribution().row().thread(), by)
                                .isPresent())
                        .map(it -> new PublishedView.LeftContribution(it.contribution(), it.why()))
                        .toList());
    }

    /** @throws RuleBroken {@code activity.no-publisher} */
    byte[] file(Official by) {
        access.mustRead(by);
        if (!publishing.possible()) throw new NoPublisher();
        return published().file(clock.instant());
    }

    private PublishedActivities.Published published() {
        return publishing.of(
                reading.all(Role.REQUESTED, Compartments.ANYBODY), contributions.received(Compartments.ANYBODY));
    }

    private boolean visible(SharedActivity activity, Official by) {
        return activity.sides().stream()
                .allMatch(it -> access.ofThread(it.row().thread(), by).isPresent());
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
