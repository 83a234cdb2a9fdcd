package org.comity.cooperation.preservation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.comity.convention.Convention;
import org.comity.proof.Act;
import org.comity.thread.Procedure;
import org.comity.vocabulary.RuleBroken;
import org.jspecify.annotations.Nullable;

/** Field, ground and period rules of Art. 42; checked when signing and at the door, never in the fold. */
final class ActRules {

    private static final int LONGEST_TEXT = 8000;

    /** Fields that must not be empty, by type of act. */
    private static final Map<Step.Kind, List<String>> NEEDED = Map.ofEntries(
            Map.entry(Step.Kind.ANSWER, List.of("text")),
            Map.entry(Step.Kind.COMPLETE, List.of("text")),
            Map.entry(Step.Kind.WARN, List.of("risk", "text")),
            Map.entry(Step.Kind.ACCEPT, List.of("confidentiality")),
            Map.entry(Step.Kind.REPORT_PRESERVED, List.of("preservedAt", "kept")),
            Map.entry(Step.Kind.NOT_AVAILABLE, List.of("text")),
            Map.entry(Step.Kind.REFUSE, List.of("ground")),
            Map.entry(Step.Kind.UNABLE, List.of("text")),
            Map.entry(Step.Kind.ASK_EXTENSION, List.of("text")),
            Map.entry(Step.Kind.HOLD, List.of("channel")),
            Map.entry(Step.Kind.WITHDRAW, List.of("text")));

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
        NEEDED.getOrDefault(kind, List.of()).forEach(field -> {
            if (read.text(field).isEmpty()) {
                throw new Broken("missing", field);
            }
        });
        switch (kind) {
            case REQUEST -> request(Request.of(act.body()));
            case ASK -> asked(read);
            case ACCEPT -> oneOf("confidentiality", read, CONFIDENTIALITY);
            case WARN -> oneOf("risk", read, RISKS);
            case REPORT_PRESERVED -> longEnough(read, act.envelope().facts().get("until"));
            case REFUSE -> ground(read, act.envelope().convention());
            case EXPIRE -> notBeforeTheEnd(act);
            default -> {}
        }
    }

    private void request(Request request) {
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

    /** Art. 42(8): not less than sixty days from the preservation; the figure is the law's, in data. */
    private void longEnough(Fields read, @Nullable String until) {
        var preserved = read.instant("preservedAt");
        if (preserved == null || until == null) {
            throw new Broken("missing", "preservedAt");
        }
        int days = convention.newest(Convention.UNCC)
                .flatMap(it -> convention.law("preservation", it.edition()))
                .orElseThrow()
                .minimumDays();
        if (Instant.parse(until).isBefore(preserved.plus(Duration.ofDays(days)))) {
            throw new Broken("too-short", "until");
        }
    }

    /** The treaty's grounds, or {@code other} in the State's own words. */
    private void ground(Fields read, String edition) {
        var ground = read.text("ground");
        if (ground.equals("other")) {
            if (read.text("words").isEmpty()) {
                throw new Broken("missing", "words");
            }
            return;
        }
        boolean known = convention.laws().stream()
                .filter(it -> it.procedure().equals("preservation"))
                .anyMatch(it -> it.ground(ground).isPresent());
        if (!known) {
            throw new Broken("unknown", "ground");
        }
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
