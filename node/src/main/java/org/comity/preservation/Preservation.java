package org.comity.preservation;

import static org.comity.procedure.Confidentiality.Answer.OPEN;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.casework.AwaitedDecisions;
import org.comity.casework.DomesticFile;
import org.comity.convention.ProcedureLaw;
import org.comity.procedure.ActWriting.End;
import org.comity.procedure.ActWriting.Pointed;
import org.comity.procedure.ActWriting.Written;
import org.comity.procedure.Procedures;
import org.comity.procedure.RequestRow;
import org.comity.procedure.file.KnownRequests;
import org.comity.procedure.file.Particulars;
import org.comity.procedure.form.BodyFields;
import org.comity.procedure.form.FieldBroken;
import org.comity.proof.act.Act;
import org.comity.thread.Procedure;
import org.comity.ui.FormProblems;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Says of a preservation what its file cannot: how long data stay kept, our own order, and what waits for a decision. */
// What follows a request, and the catalogue, are asked when needed: they are made of parts that are made with this one.
@Component
class Preservation implements Particulars {

    static final String ID = "preservation/1";

    private final KnownRequests requests;
    private final DomesticFile file;
    private final ObjectProvider<AwaitedDecisions> decisions;
    private final ObjectProvider<Procedures> procedures;

    Preservation(
            KnownRequests requests,
            DomesticFile file,
            ObjectProvider<AwaitedDecisions> decisions,
            ObjectProvider<Procedures> procedures) {
        this.requests = requests;
        this.file = file;
        this.decisions = decisions;
        this.procedures = procedures;
    }

    @Override
    public String procedure() {
        return ID;
    }

    /** What of the same accounts is stored already: in another period, asked by us, and why it must be kept is said anew. */
    @Override
    public Map<String, Object> begunFrom(RequestRow interception, Map<String, Object> begun) {
        var anew = new HashMap<>(begun);
        List.of("from", "until", "necessity", "answerBy").forEach(it -> anew.put(it, ""));
        anew.put("authority", requests.self().functions().getOrDefault("contact-point", ""));
        return anew;
    }

    /** Not less than the instrument asks, from the preservation; the figure is that of the thread's own edition. */
    @Override
    public void check(Act act, ProcedureLaw law) {
        if (act.envelope().type().equals("report-preserved")) {
            var preserved = Objects.requireNonNull(new BodyFields(act.body()).instant("preservedAt"));
            var until = Instant.parse(act.envelope().facts().getOrDefault("until", ""));
            if (until.isBefore(preserved.plus(Duration.ofDays(law.minimumDays())))) {
                throw new FieldBroken("preservation", "too-short", "until");
            }
        }
    }

    @Override
    public FormProblems problems(RequestRow row, String type, Written written) {
        return switch (type) {
            case "report-preserved" -> tooShort(row, written);
            case "ask-extension" -> notLater(row, new BodyFields(written.body()).day("untilAsked"));
            default -> FormProblems.NONE;
        };
    }

    private FormProblems tooShort(RequestRow row, Written written) {
        var preserved = new BodyFields(written.body()).instant("preservedAt");
        var until = new BodyFields(Map.copyOf(written.facts())).instant("until");
        if (preserved == null || until == null) {
            return FormProblems.NONE;
        }
        int days = requests.law(row).minimumDays();
        var earliest = preserved.plus(Duration.ofDays(days));
        return until.isBefore(earliest)
                ? FormProblems.NONE.with(
                        "until",
                        "preservation.needed.too-short",
                        FormProblems.MOMENT,
                        earliest.toString(),
                        "days",
                        Integer.toString(days))
                : FormProblems.NONE;
    }

    /** Nothing could be extended to it: what is asked for is over when what is kept ends. */
    private static FormProblems notLater(RequestRow row, @Nullable LocalDate asked) {
        var until = row.until();
        return asked != null
                        && until != null
                        && !asked.plusDays(1)
                                .atStartOfDay(ZoneOffset.UTC)
                                .toInstant()
                                .isAfter(until)
                ? FormProblems.NONE.with(
                        "untilAsked", "preservation.needed.not-later", FormProblems.MOMENT, until.toString())
                : FormProblems.NONE;
    }

    /** Once taken up, nothing is gained by settling confidentiality a second time. */
    @Override
    public List<String> offered(Procedure.State state, List<String> usual) {
        boolean takenUp = Set.of("Accepted", "Unable").contains(state.name());
        return usual.stream().filter(it -> !takenUp || !it.equals("accept")).toList();
    }

    /** A report starts from what was asked and from our own entry, so that little is typed at night. */
    @Override
    public Map<String, Object> prefilled(RequestRow row, String type) {
        if (!type.equals("report-preserved")) {
            return Map.of();
        }
        var self = requests.self();
        var needs = self.profile().needs().values().stream().map(it -> it.toDisclose());
        return Map.of(
                "preservedAt", requests.now().toString(),
                "dataClasses", requests.opening(row).texts("dataClasses"),
                "needs", needs.distinct().collect(Collectors.joining("\n")),
                "sendTo", self.functions().getOrDefault("central-authority", ""));
    }

    @Override
    public @Nullable End end(RequestRow row, String type) {
        var minimum = Duration.ofDays(requests.law(row).minimumDays());
        var until = row.until();
        return type.equals("report-preserved")
                ? new End(
                        requests.now()
                                .plus(Duration.ofDays(requests.opening(row).number("daysAsked", 60))),
                        requests.now().plus(minimum),
                        until)
                : new End(until == null ? null : until.plus(minimum), null, until);
    }

    @Override
    public List<Pointed> pointed(@Nullable RequestRow row, String type, Map<String, Object> body) {
        if (row == null) {
            return List.of();
        }
        var law = requests.law(row);
        var pointed = switch (type) {
            case "report-preserved" ->
                Stream.concat(
                        warning(lacksOrder(row), "no-order", ""),
                        warning(
                                procedures.getObject().of(ID).confidentiality(row.thread()) == OPEN,
                                "secrecy-open",
                                ""));
            case "accept" -> secrecy(row, new BodyFields(body));
            case "refuse" -> law.duty("consultation").stream().flatMap(it -> warning(true, "consultation", it.ref()));
            case "extend", "ask-extension" ->
                Stream.concat(
                        warning(!law.form() && law.duty("extension").isEmpty(), "extension-practice", ""),
                        warning(type.equals("ask-extension") && over(row), "after-the-end", ""));
            case "release" -> released(row, law);
            default -> Stream.<Pointed>of();
        };
        return pointed.toList();
    }

    /** They asked for it, and the answer passes it over, or takes back with one word what it says with another. */
    private Stream<Pointed> secrecy(RequestRow row, BodyFields body) {
        var settled = body.text("confidentiality");
        boolean asked = procedures.getObject().of(ID).confidentiality(row.thread()) == OPEN;
        return Stream.concat(
                warning(asked && settled.equals("not-asked"), "secrecy-asked", ""),
                warning(settled.equals("can-keep") && body.flag("providerMayTell"), "provider-tells", ""));
    }

    private boolean lacksOrder(RequestRow row) {
        return requests.self().profile().orderNeedsMagistrate() && !file.holds(row.thread(), DomesticFile.Kind.ORDER);
    }

    private boolean over(RequestRow row) {
        return row.until() != null && !requests.now().isBefore(row.until());
    }

    private Stream<Pointed> released(RequestRow row, ProcedureLaw law) {
        var ref = law.duty("hold").map(ProcedureLaw.Provision::ref).orElse("");
        var awaited = decisions.getObject();
        var open = awaited.undecided(row.thread());
        if (!awaited.named(open).isEmpty()) {
            return Stream.of(new Pointed("preservation.warning.not-decided", ref, awaited.named(open)));
        }
        var known = awaited.named(awaited.following(row.thread()));
        return warning(!open.isEmpty() || known.isEmpty(), "decided-elsewhere", ref);
    }

    private static Stream<Pointed> warning(boolean so, String key, String ref) {
        return so ? Stream.of(new Pointed("preservation.warning." + key, ref)) : Stream.of();
    }
}
