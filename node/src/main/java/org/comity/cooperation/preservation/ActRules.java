package org.comity.cooperation.preservation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.comity.convention.Convention;
import org.comity.convention.ProcedureLaw;
import org.comity.cooperation.form.Fields;
import org.comity.proof.Act;
import org.comity.proof.Envelope;
import org.comity.thread.Procedure;
import org.comity.vocabulary.RuleBroken;
import org.jspecify.annotations.Nullable;

/** Field, ground and period rules of Art. 42; checked when signing and at the door, never in the fold. */
final class ActRules {

    private static final int LONGEST_TEXT = 8000;

    private static final Set<String> CONFIDENTIALITY = Set.of("can-keep", "cannot-keep", "not-asked");
    private static final Set<String> RISKS = Set.of("availability", "secrecy", "prejudice");

    private final Convention convention;

    ActRules(Convention convention) {
        this.convention = convention;
    }

    void check(Procedure.@Nullable State from, Act act) {
        var kind = Step.Kind.of(act.envelope().type()).orElseThrow(() -> new Broken("type", act.envelope().type()));
        if (kind.needsUntil() && Step.of(act.envelope()).isEmpty()) {
            throw new Broken("missing", "until");
        }
        var read = new Fields(act.body());
        act.body().forEach((key, value) -> {
            if (value instanceof String text && text.length() > LONGEST_TEXT) {
                throw new Broken("too-long", key);
            }
        });
        ActFields.of(kind.type()).stream()
                .filter(it -> it.need() == ActFields.Need.ALWAYS && read.text(it.key()).isEmpty())
                .findFirst()
                .ifPresent(it -> {
                    throw new Broken("missing", it.key());
                });
        switch (kind) {
            case REQUEST -> request(Request.of(act.body()), act.envelope());
            case ASK -> asked(read);
            case ACCEPT -> oneOf("confidentiality", read, CONFIDENTIALITY);
            case WARN -> oneOf("risk", read, RISKS);
            case REPORT_PRESERVED -> longEnough(read, act.envelope());
            case REFUSE -> ground(read, act.envelope());
            case EXPIRE -> notBeforeTheEnd(act);
            default -> {}
        }
    }

    private void request(Request request, Envelope envelope) {
        law(envelope);
        if (RequestRules.tooLong(request)) {
            throw new Broken("too-long", "facts");
        }
        var missing = request.emergency() ? RequestRules.missingInEmergency(request) : RequestRules.missing(request);
        if (!missing.isEmpty()) {
            throw new Incomplete(missing);
        }
        if (convention.newest(request.instrument()).isEmpty()) {
            throw new Broken("unknown", "instrument");
        }
        if (request.daysAsked() < RequestRules.SHORTEST_DAYS || request.daysAsked() > RequestRules.LONGEST_DAYS) {
            throw new Broken("period", "daysAsked");
        }
    }

    private static void asked(Fields read) {
        if (read.texts("questions").isEmpty() && read.text("text").isEmpty()) {
            throw new Broken("missing", "questions");
        }
    }

    /** Art. 42(8): not less than sixty days from the preservation; the figure is that of the thread's own edition. */
    private void longEnough(Fields read, Envelope envelope) {
        var preserved = read.instant("preservedAt");
        var until = envelope.facts().get("until");
        if (preserved == null || until == null) {
            throw new Broken("missing", "preservedAt");
        }
        if (Instant.parse(until).isBefore(preserved.plus(Duration.ofDays(law(envelope).minimumDays())))) {
            throw new Broken("too-short", "until");
        }
    }

    /** The grounds of the thread's own instrument and edition, or {@code other} in the State's own words. */
    private void ground(Fields read, Envelope envelope) {
        var ground = read.text("ground");
        if (ground.equals("other")) {
            if (read.text("words").isEmpty()) {
                throw new Broken("missing", "words");
            }
            return;
        }
        if (law(envelope).ground(ground).isEmpty()) {
            throw new Broken("unknown", "ground");
        }
    }

    private ProcedureLaw law(Envelope envelope) {
        return convention.law("preservation", envelope.convention()).orElseThrow(() -> new Broken("unknown", "convention"));
    }

    private static void notBeforeTheEnd(Act act) {
        if (act.envelope().time().isBefore(Instant.parse(act.envelope().facts().get("until")))) {
            throw new Broken("too-early", "until");
        }
    }

    private static void oneOf(String field, Fields read, Set<String> allowed) {
        if (!allowed.contains(read.text(field))) {
            throw new Broken("unknown", field);
        }
    }

    /** One field is not as it must be. */
    static final class Broken extends RuleBroken {
        Broken(String what, String field) {
            super("preservation." + what, Map.of("field", field.substring(0, Math.min(40, field.length()))));
        }
    }

    /** Items of Art. 42(3) are missing. */
    static final class Incomplete extends RuleBroken {

        private final List<RequestRules.Missing> missing;

        Incomplete(List<RequestRules.Missing> missing) {
            super(
                    "preservation.incomplete",
                    Map.of("count", Integer.toString(missing.size()), "letter", missing.getFirst().letter()));
            this.missing = List.copyOf(missing);
        }

        List<RequestRules.Missing> missing() {
            return missing;
        }
    }
}
