package org.comity.cooperation.assistance;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.comity.convention.Convention;
import org.comity.convention.Offence;
import org.comity.convention.ProcedureLaw;
import org.comity.cooperation.Redirection;
import org.comity.cooperation.delivery.CustodySteps;
import org.comity.cooperation.delivery.Found;
import org.comity.cooperation.delivery.Items;
import org.comity.cooperation.form.BodyFields;
import org.comity.cooperation.form.FieldRules;
import org.comity.cooperation.links.Link;
import org.comity.proof.Act;
import org.comity.proof.Envelope;
import org.comity.vocabulary.RuleBroken;

/**
 * Checks the fields and grounds of acts of Art. 40 and 44, when signing and at the door, never in the fold. What a State decides for itself is no rule: {@link Cautions} point it out.
 */
final class AssistanceActRules {

    static final String OTHER = "other";

    static final FieldRules RULES = new FieldRules(AssistanceProcedure.NAME);
    private static final int MOST_ASSURANCES = 50;

    private static final Set<String> CONFIDENTIALITY = Set.of("asked", "lifted", "can-keep", "cannot-keep");
    private static final Set<String> USES = Set.of("other-matter", "onward");
    private static final Set<String> NOTICES = Set.of("before", "after");

    private final Convention convention;

    AssistanceActRules(Convention convention) {
        this.convention = convention;
    }

    /** Of an act that says what the table asks for. */
    void check(Act act) {
        var type = act.envelope().type();
        var body = new BodyFields(act.body());
        RULES.check(AssistanceActFields.TABLE, type, body);
        switch (type) {
            case Acts.REQUEST -> request(body, act.envelope());
            case Acts.ASK -> asked(body);
            case Acts.PROPOSE_CONDITIONS -> conditions(body);
            case CustodySteps.DELIVER -> items(body, act.envelope());
            case CustodySteps.RECEIVED, CustodySteps.MATCHED, CustodySteps.NOT_MATCHED -> found(body, act.envelope());
            case CustodySteps.ONWARD, CustodySteps.RETURNED, CustodySteps.DESTROYED ->
                disposed(type, body, act.envelope());
            case Acts.REFUSE -> ground(body, law(act.envelope()).ground(body.text("ground")));
            case Acts.POSTPONE -> ground(body, law(act.envelope()).postponement(body.text("ground")));
            case Acts.CONFIDENTIALITY -> RULES.oneOf("confidentiality", body, CONFIDENTIALITY);
            case Acts.ASK_USE -> RULES.oneOf("use", body, USES);
            case Acts.EXCULPATORY -> RULES.oneOf("notice", body, NOTICES);
            case Acts.REDIRECT -> {
                RULES.oneOf("wrong", body, Set.of("authority", "state"));
                Redirection.lacking(body::text).ifPresent(it -> {
                    throw RULES.broken("missing", it);
                });
            }
            default -> {}
        }
    }

    private void request(BodyFields body, Envelope envelope) {
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

    /** Ready-made questions, or some in words. */
    private static void asked(BodyFields body) {
        if (body.texts("questions").isEmpty() && body.text("text").isEmpty()) {
            throw RULES.broken("missing", "questions");
        }
    }

    /** Conditions in words, or assurances: who gives what, in which form, until when. */
    private static void conditions(BodyFields body) {
        var assurances = body.maps("assurances");
        if (body.text("text").isEmpty() && assurances.isEmpty()) {
            throw RULES.broken("missing", "text");
        }
        if (assurances.size() > MOST_ASSURANCES) {
            throw RULES.broken("too-long", "assurances");
        }
        for (var assurance : assurances) {
            var said = new BodyFields(assurance);
            for (var key : List.of("what", "by", "form")) {
                RULES.needs(said, key);
            }
            if (!said.text("until").isEmpty() && said.day("until") == null) {
                throw RULES.broken("unknown", "until");
            }
        }
    }

    private static void items(BodyFields body, Envelope envelope) {
        var items = Items.read(body).orElseThrow(() -> RULES.broken("unknown", Items.KEY));
        if (!items.boundBy(envelope.facts())) {
            throw RULES.broken("unknown", Items.HASH);
        }
    }

    /** What was found of each item, if it is said: in the order of the delivery, and bound by the facts. */
    private static void found(BodyFields body, Envelope envelope) {
        var found = body.maps(Found.KEY);
        if (found.isEmpty()) {
            return;
        }
        var items = Found.items(found).orElseThrow(() -> RULES.broken("unknown", Found.KEY));
        if (!items.boundBy(envelope.facts())) {
            throw RULES.broken("unknown", Items.HASH);
        }
    }

    /** Passed on, given back or destroyed: when, and with whose consent or until when copies remain. */
    private static void disposed(String type, BodyFields body, Envelope envelope) {
        found(body, envelope);
        var on = day(body, "doneOn");
        if (type.equals(CustodySteps.DESTROYED) && day(body, "backupsUntil").isBefore(on)) {
            throw RULES.broken("unknown", "backupsUntil");
        }
        var consent = body.text(CustodySteps.CONSENT);
        if (type.equals(CustodySteps.ONWARD)
                && !(consent.matches(CustodySteps.NONE + "|[0-9a-f]{64}")
                        && consent.equals(envelope.facts().get(CustodySteps.CONSENT)))) {
            throw RULES.broken("unknown", CustodySteps.CONSENT);
        }
    }

    private static LocalDate day(BodyFields body, String key) {
        var day = body.day(key);
        if (day == null) {
            throw RULES.broken("unknown", key);
        }
        return day;
    }

    /** The grounds of the thread's own instrument and edition, or {@code other} in the State's own words. */
    private static void ground(BodyFields body, Optional<ProcedureLaw.Ground> known) {
        if (body.text("ground").equals(OTHER)) {
            RULES.needs(body, "words");
        } else if (known.isEmpty()) {
            throw RULES.broken("unknown", "ground");
        }
    }

    private ProcedureLaw law(Envelope envelope) {
        return convention
                .law(AssistanceProcedure.NAME, envelope.convention())
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
