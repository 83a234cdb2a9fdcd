package org.comity.cooperation.assistance;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.comity.convention.Convention;
import org.comity.convention.Offence;
import org.comity.convention.ProcedureLaw;
import org.comity.cooperation.form.Fields;
import org.comity.proof.Act;
import org.comity.proof.Envelope;
import org.comity.vocabulary.RuleBroken;

/**
 * Field and ground rules of Art. 40 and 44; checked when signing and at the door, never in the fold. What a State decides
 * for itself is no rule: {@link Cautions} point it out.
 */
final class ActRules {

    static final String OTHER = "other";

    private static final int LONGEST_TEXT = 8000;
    private static final int MOST_ASSURANCES = 50;

    private static final Set<String> CONFIDENTIALITY = Set.of("asked", "lifted", "can-keep", "cannot-keep");
    private static final Set<String> USES = Set.of("other-matter", "onward");
    private static final Set<String> NOTICES = Set.of("before", "after");

    private final Convention convention;

    ActRules(Convention convention) {
        this.convention = convention;
    }

    void check(Act act) {
        var kind = Step.Kind.of(act.envelope().type()).orElseThrow(() -> new Broken("type", act.envelope().type()));
        if (Step.of(act.envelope()).isEmpty()) {
            throw new Broken("missing", kind == Step.Kind.DELIVER ? Step.PART : kind.about());
        }
        var body = new Fields(act.body());
        notTooLong(act.body());
        switch (kind) {
            case REQUEST -> request(body, act.envelope());
            case SUPPLEMENT, ANSWER, ASK, NOT_MATCHED, UNABLE, STATUS, COSTS -> needs(body, "text");
            case EXECUTED -> needs(body, "steps");
            case PROPOSE_CONDITIONS -> conditions(body);
            case DELIVER -> items(body, act.envelope());
            case REFUSE -> ground(body, law(act.envelope()).ground(body.text("ground")));
            case POSTPONE -> ground(body, law(act.envelope()).postponement(body.text("ground")));
            case CONFIDENTIALITY -> oneOf("confidentiality", body, CONFIDENTIALITY);
            case ASK_USE -> {
                oneOf("use", body, USES);
                needs(body, "text");
            }
            case EXCULPATORY -> {
                oneOf("notice", body, NOTICES);
                needs(body, "text");
            }
            default -> {}
        }
    }

    private void request(Fields body, Envelope envelope) {
        var law = law(envelope);
        if (!envelope.convention().startsWith(body.text("instrument") + "/")) {
            throw new Broken("unknown", "instrument");
        }
        if (envelope.facts().containsKey(Link.FACT)
                && Link.read(envelope.facts().get(Link.FACT)).isEmpty()) {
            throw new Broken("unknown", Link.FACT);
        }
        var missing = body.flag("emergency")
                ? RequestRules.missingInEmergency(body, law)
                : RequestRules.missing(body, law);
        if (!missing.isEmpty()) {
            throw new Incomplete(missing);
        }
        known(body, "offences", offences(envelope.convention()));
        known(body, "dataClasses", RequestRules.DATA_CLASSES);
        known(body, "measures", RequestRules.MEASURES);
        oneOf("expedited", body, RequestRules.EXPEDITED);
        if (!body.text("stage").isEmpty()) {
            oneOf("stage", body, RequestRules.STAGES);
        }
        if (!body.text("scope").isEmpty() && law.scope(body.text("scope")).isEmpty()) {
            throw new Broken("unknown", "scope");
        }
    }

    /** Articles of the edition's own offences. */
    private Set<String> offences(String edition) {
        return convention.offences(edition).stream().map(Offence::article).collect(Collectors.toSet());
    }

    /** Conditions in words, or assurances: who gives what, in which form, until when. */
    private static void conditions(Fields body) {
        var assurances = body.maps("assurances");
        if (body.text("text").isEmpty() && assurances.isEmpty()) {
            throw new Broken("missing", "text");
        }
        if (assurances.size() > MOST_ASSURANCES) {
            throw new Broken("too-long", "assurances");
        }
        for (var assurance : assurances) {
            notTooLong(assurance);
            var said = new Fields(assurance);
            for (var key : List.of("what", "by", "form")) {
                needs(said, key);
            }
            if (!said.text("until").isEmpty() && said.day("until") == null) {
                throw new Broken("unknown", "until");
            }
        }
    }

    private static void items(Fields body, Envelope envelope) {
        var items = Items.read(body).orElseThrow(() -> new Broken("unknown", Items.KEY));
        if (!items.boundBy(envelope.facts())) {
            throw new Broken("unknown", Items.HASH);
        }
    }

    /** The grounds of the thread's own instrument and edition, or {@code other} in the State's own words. */
    private static void ground(Fields body, Optional<ProcedureLaw.Ground> known) {
        if (body.text("ground").equals(OTHER)) {
            needs(body, "words");
        } else if (known.isEmpty()) {
            throw new Broken("unknown", "ground");
        }
    }

    private ProcedureLaw law(Envelope envelope) {
        return convention
                .law(AssistanceProcedure.NAME, envelope.convention())
                .orElseThrow(() -> new Broken("unknown", "convention"));
    }

    private static void needs(Fields body, String key) {
        if (body.text(key).isEmpty()) {
            throw new Broken("missing", key);
        }
    }

    private static void oneOf(String field, Fields body, Set<String> allowed) {
        if (!allowed.contains(body.text(field))) {
            throw new Broken("unknown", field);
        }
    }

    private static void known(Fields body, String field, Set<String> allowed) {
        var said = body.texts(field);
        if (!allowed.containsAll(said) || new HashSet<>(said).size() != said.size()) {
            throw new Broken("unknown", field);
        }
    }

    private static void notTooLong(Map<String, Object> body) {
        body.forEach((key, value) -> {
            if (value instanceof String text && text.length() > LONGEST_TEXT) {
                throw new Broken("too-long", key);
            }
        });
    }

    /** One field is not as it must be. */
    static final class Broken extends RuleBroken {
        Broken(String what, String field) {
            super("assistance." + what, Map.of("field", field.substring(0, Math.min(40, field.length()))));
        }
    }

    /** What the law asks of a request is missing. */
    static final class Incomplete extends RuleBroken {

        private final List<RequestRules.Missing> missing;

        Incomplete(List<RequestRules.Missing> missing) {
            super(
                    "assistance.incomplete",
                    Map.of(
                            "count",
                            Integer.toString(missing.size()),
                            "field",
                            missing.getFirst().key()));
            this.missing = List.copyOf(missing);
        }

        List<RequestRules.Missing> missing() {
            return missing;
        }
    }
}
