package org.comity.cooperation.preservation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.comity.convention.Convention;
import org.comity.convention.Offence;
import org.comity.convention.ProcedureLaw;
import org.comity.cooperation.form.BodyFields;
import org.comity.cooperation.form.FieldRules;
import org.comity.proof.Act;
import org.comity.proof.Envelope;
import org.comity.vocabulary.RuleBroken;

/** Checks the fields, grounds and periods of acts of Art. 42, when signing and at the door, never in the fold. */
final class PreservationActRules {

    static final FieldRules RULES = new FieldRules(PreservationProcedure.NAME);

    private static final Set<String> CONFIDENTIALITY = Set.of("can-keep", "cannot-keep", "not-asked");
    private static final Set<String> RISKS = Set.of("availability", "secrecy", "prejudice");

    private final Convention convention;

    PreservationActRules(Convention convention) {
        this.convention = convention;
    }

    /** Of an act that says what the table asks for. */
    void check(Act act) {
        var type = act.envelope().type();
        var read = new BodyFields(act.body());
        RULES.check(PreservationActFields.TABLE, type, read);
        switch (type) {
            case PreservationProcedure.REQUEST -> request(PreservationRequest.of(act.body()), act.envelope());
            case "ask" -> asked(read);
            case "accept" -> RULES.oneOf("confidentiality", read, CONFIDENTIALITY);
            case "warn" -> RULES.oneOf("risk", read, RISKS);
            case "report-preserved" -> longEnough(read, act.envelope());
            case "refuse" -> ground(read, act.envelope());
            case "expire" -> notBeforeTheEnd(act);
            default -> {}
        }
    }

    private void request(PreservationRequest request, Envelope envelope) {
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

    private static void asked(BodyFields read) {
        if (read.texts("questions").isEmpty() && read.text("text").isEmpty()) {
            throw RULES.broken("missing", "questions");
        }
    }

    /** Not less than the instrument asks, from the preservation; the figure is that of the thread's own edition. */
    private void longEnough(BodyFields read, Envelope envelope) {
        var preserved = read.instant("preservedAt");
        var until = envelope.facts().get("until");
        if (preserved == null || until == null) {
            throw RULES.broken("missing", "preservedAt");
        }
        if (Instant.parse(until)
                .isBefore(preserved.plus(Duration.ofDays(law(envelope).minimumDays())))) {
            throw RULES.broken("too-short", "until");
        }
    }

    /** The grounds of the thread's own instrument and edition, or {@code other} in the State's own words. */
    private void ground(BodyFields read, Envelope envelope) {
        var ground = read.text("ground");
        if (ground.equals("other")) {
            if (read.text("words").isEmpty()) {
                throw RULES.broken("missing", "words");
            }
            return;
        }
        if (law(envelope).ground(ground).isEmpty()) {
            throw RULES.broken("unknown", "ground");
        }
    }

    private ProcedureLaw law(Envelope envelope) {
        return convention
                .law(PreservationProcedure.NAME, envelope.convention())
                .orElseThrow(() -> RULES.broken("unknown", "convention"));
    }

    private static void notBeforeTheEnd(Act act) {
        if (act.envelope().time().isBefore(Instant.parse(act.envelope().facts().get("until")))) {
            throw RULES.broken("too-early", "until");
        }
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
