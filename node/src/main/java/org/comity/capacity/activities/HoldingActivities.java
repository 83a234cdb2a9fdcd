package org.comity.capacity.activities;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.comity.capacity.KeptList;
import org.comity.casework.CaseAccess;
import org.comity.casework.Compartments;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.Role;
import org.comity.vocabulary.RuleBroken;
import org.springframework.stereotype.Component;

/** Shows activities to those who may read requests, and says what of them is due today. */
@Component
class HoldingActivities {

    private final ReadingActivities reading;
    private final PublishedActivities publishing;
    private final KeptList kept;
    private final CaseAccess access;
    private final Clock clock;

    HoldingActivities(
            ReadingActivities reading, PublishedActivities publishing, KeptList kept, CaseAccess access, Clock clock) {
        this.reading = reading;
        this.publishing = publishing;
        this.kept = kept;
        this.access = access;
        this.clock = clock;
    }

    ActivitiesView all(Official by) {
        access.mustRead(by);
        return new ActivitiesView(reading.all(role(), by.id()), today(), kept.here());
    }

    SharedActivity one(String name, Official by) {
        access.mustRead(by);
        return reading.find(name, role(), by.id()).orElseThrow(Unknown::new);
    }

    /** Words that this node owes: of its own side, or of one side to the other. */
    int waiting(Official by) {
        if (!access.mayWrite(by)) return 0;
        var view = all(by);
        return view.activities().stream().mapToInt(view::waits).sum();
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
