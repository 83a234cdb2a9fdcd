package org.comity.assistance;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.comity.convention.Convention;
import org.comity.convention.Offence;
import org.comity.convention.ProcedureLaw;
import org.comity.procedure.Link;
import org.comity.procedure.form.BodyFields;
import org.comity.procedure.form.FieldRules;
import org.comity.proof.Envelope;
import org.comity.vocabulary.RuleBroken;

/** Checks what the governing law asks of a request, when signing and at the door, never in the fold. */
record AssistanceDoor(Convention convention) {

    private static final FieldRules RULES = new FieldRules(Assistance.NAME);

    void check(BodyFields body, Envelope envelope) {
        var law = law(envelope);
        if (!body.text("instrument").isEmpty() && !envelope.convention().startsWith(body.text("instrument") + "/")) {
            throw RULES.broken("unknown", "instrument");
        }
        if (envelope.facts().containsKey(Link.FACT)
                && Link.read(envelope.facts().get(Link.FACT)).isEmpty()) {
            throw RULES.broken("unknown", Link.FACT);
        }
        var missing = body.flag("emergency")
                ? AssistanceRequestRules.missingInEmergency(body, law)
                : AssistanceRequestRules.missing(body, law);
        if (!missing.isEmpty()) {
            throw new Incomplete(missing);
        }
        sections(body, law);
        RULES.known(body, "offences", offences(envelope.convention()));
        RULES.known(body, "dataClasses", AssistanceRequestRules.DATA_CLASSES);
        RULES.known(body, "measures", AssistanceRequestRules.MEASURES);
        RULES.oneOf("expedited", body, AssistanceRequestRules.EXPEDITED);
        if (!body.text("stage").isEmpty()) {
            RULES.oneOf("stage", body, AssistanceRequestRules.STAGES);
        }
        if (!body.text("scope").isEmpty() && law.scope(body.text("scope")).isEmpty()) {
            throw RULES.broken("unknown", "scope");
        }
    }

    /** Only what this law offers, and nothing in it that nobody could read. */
    private void sections(BodyFields body, ProcedureLaw law) {
        var choice = RequestBody.SECTIONS.choice().key();
        RULES.known(body, choice, Set.copyOf(AssistanceRequestRules.purposes(law)));
        RequestBody.SECTIONS.broken(body, law, convention).ifPresent(it -> {
            throw RULES.broken("unknown", it);
        });
    }

    /** Articles of the edition's own offences. */
    private Set<String> offences(String edition) {
        return convention.offences(edition).stream().map(Offence::article).collect(Collectors.toSet());
    }

    private ProcedureLaw law(Envelope envelope) {
        return convention
                .law(Assistance.NAME, envelope.convention())
                .orElseThrow(() -> RULES.broken("unknown", "convention"));
    }

    /** What the law asks of a request is missing. */
    static final class Incomplete extends RuleBroken {

        private final List<AssistanceRequestRules.Missing> missing;

        Incomplete(List<AssistanceRequestRules.Missing> missing) {
            super(
                    "assistance.incomplete",
                    Map.of(
                            "count",
                            Integer.toString(missing.size()),
                            "field",
                            missing.getFirst().key()));
            this.missing = List.copyOf(missing);
        }

        List<AssistanceRequestRules.Missing> missing() {
            return missing;
        }
    }
}
