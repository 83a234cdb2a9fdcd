package org.comity.cooperation.preservation;

import java.util.List;
import java.util.Map;
import org.comity.convention.Convention;
import org.comity.convention.Offence;
import org.comity.convention.ProcedureLaw;
import org.comity.cooperation.form.FieldRules;
import org.comity.proof.Envelope;
import org.comity.vocabulary.RuleBroken;

/** Checks what Art. 42(3) asks of a request, when signing and at the door, never in the fold. */
record PreservationDoor(Convention convention) {

    private static final FieldRules RULES = new FieldRules(Preservation.NAME);

    void check(PreservationRequest request, Envelope envelope) {
        var law = law(envelope);
        if (PreservationRequestRules.tooLong(request)) {
            throw RULES.broken("too-long", "facts");
        }
        var missing = request.emergency()
                ? PreservationRequestRules.missingInEmergency(request)
                : PreservationRequestRules.missing(request);
        if (!missing.isEmpty()) {
            throw new Incomplete(missing, request.form());
        }
        boolean form = law.form();
        if (convention.newest(request.instrument()).isEmpty() || request.form() != form) {
            throw RULES.broken("unknown", "instrument");
        }
        if (form && !request.offences().isEmpty()) {
            throw RULES.broken("unknown", "offences");
        }
        var offences = convention.offences(law.edition()).stream()
                .map(Offence::article)
                .toList();
        if (!offences.isEmpty() && !offences.containsAll(request.offences())) {
            throw RULES.broken("unknown", "offences");
        }
        if (!request.scope().isEmpty() && law.scope(request.scope()).isEmpty()) {
            throw RULES.broken("unknown", "scope");
        }
        if (request.daysAsked() < PreservationRequestRules.SHORTEST_DAYS
                || request.daysAsked() > PreservationRequestRules.LONGEST_DAYS) {
            throw RULES.broken("period", "daysAsked");
        }
    }

    private ProcedureLaw law(Envelope envelope) {
        return convention
                .law(Preservation.NAME, envelope.convention())
                .orElseThrow(() -> RULES.broken("unknown", "convention"));
    }

    /** Items of Art. 42(3) are missing. */
    static final class Incomplete extends RuleBroken {

        private final List<PreservationRequestRules.Missing> missing;

        /** @param form no letter of an article is named where the State names the basis itself */
        Incomplete(List<PreservationRequestRules.Missing> missing, boolean form) {
            super(
                    "preservation.incomplete",
                    Map.of(
                            "count",
                            Integer.toString(missing.size()),
                            "field",
                            missing.getFirst().key(),
                            "letter",
                            form ? "none" : missing.getFirst().letter()));
            this.missing = List.copyOf(missing);
        }

        List<PreservationRequestRules.Missing> missing() {
            return missing;
        }
    }
}
