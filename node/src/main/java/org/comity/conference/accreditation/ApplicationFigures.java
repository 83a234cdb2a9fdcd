package org.comity.conference.accreditation;

import java.util.List;

/** How many applied, what became of them, and how many objections came with a reason; never by State. */
public record ApplicationFigures(
        long applied, long admitted, long refused, long referred, long withdrawn, long objections, long withReason) {

    static ApplicationFigures of(List<ObserverApplication> all) {
        var objections = all.stream().flatMap(it -> it.objections().stream()).toList();
        return new ApplicationFigures(
                all.size(),
                ended(all, "admitted"),
                ended(all, "refused"),
                all.stream().filter(it -> it.referredOn() != null).count(),
                ended(all, "withdrawn"),
                objections.size(),
                objections.stream().filter(it -> !it.reason().isEmpty()).count());
    }

    private static long ended(List<ObserverApplication> all, String outcome) {
        return all.stream().filter(it -> it.outcome().equals(outcome)).count();
    }
}
