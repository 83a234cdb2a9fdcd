package org.comity.capacity.activities;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.comity.capacity.activities.SameHelp.Similar;
import org.comity.capacity.iati.IatiFacts;
import org.comity.capacity.iati.IatiFault;
import org.comity.capacity.iati.IatiFile;
import org.comity.casework.CaseAccess;
import org.comity.proof.form.Digests;
import org.comity.ui.TypedText;
import org.comity.vocabulary.CutText;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.Role;
import org.comity.vocabulary.RuleBroken;
import org.springframework.stereotype.Component;

/** Takes files of activities that others published: what holds is kept as it came, the rest stands apart with its reasons. */
@Component
class BringingActivities {

    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_FAULTS = 2_000;

    private final BroughtRows rows;
    private final ReadingActivities activities;
    private final CaseAccess access;
    private final KeepingBrought keeping;
    private final Clock clock;

    BringingActivities(
            BroughtRows rows, ReadingActivities activities, CaseAccess access, KeepingBrought keeping, Clock clock) {
        this.rows = rows;
        this.activities = activities;
        this.access = access;
        this.keeping = keeping;
        this.clock = clock;
    }

    List<BroughtView> all(Official by) {
        access.mustRead(by);
        var ours = activities.all(Role.REQUESTED, by.id());
        return rows.files().stream()
                .map(it -> {
                    var held = rows.held(it.id());
                    return new BroughtView(
                            it,
                            held,
                            rows.quarantine(it.id()),
                            held.stream()
                                    .collect(Collectors.toMap(
                                            BroughtActivity::identifier,
                                            each -> SameHelp.of(each, ours),
                                            (first, second) -> first)));
                })
                .toList();
    }

    /** What may be the same help as this one. */
    List<Similar> similar(SharedActivity activity, Official by) {
        access.mustRead(by);
        return SameHelp.of(
                activity,
                activities.all(Role.REQUESTED, by.id()),
                rows.helping(SameHelp.facts(activity).states()));
    }

    /** The file is read before anything is held up by it; then all of it that holds is kept, or nothing. */
    void bring(String name, byte[] content, Official by) {
        access.mustWrite(by);
        if (content.length == 0) throw new NotBrought("activities.no-file");
        var read = IatiFile.read(content, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        keeping.keep(
                name(name),
                Digests.sha256(content),
                told(read.refused(), 1_000),
                read.held().stream()
                        .map(it -> new KeepingBrought.Held(
                                cut(IatiFacts.publisher(it), IatiFile.LONGEST_IDENTIFIER), it, IatiFacts.of(it)))
                        .toList(),
                read.quarantine().stream()
                        .map(it -> new QuarantinedActivity(
                                it.number(),
                                cut(it.identifier(), IatiFile.LONGEST_IDENTIFIER),
                                told(it.faults(), LONGEST_FAULTS)))
                        .toList(),
                by);
    }

    private static String name(String name) {
        var clean = TypedText.clean(name);
        return clean.isEmpty() ? "activities.xml" : cut(clean, LONGEST_NAME);
    }

    private static String told(List<IatiFault> faults, int most) {
        return cut(
                faults.stream()
                        .map(it -> it.where().isEmpty() ? it.what() : it.where() + ": " + it.what())
                        .collect(Collectors.joining("\n")),
                most);
    }

    private static String cut(String text, int most) {
        return CutText.to(text, most);
    }

    static final class NotBrought extends RuleBroken {
        NotBrought(String code) {
            super(code, Map.of());
        }
    }
}
