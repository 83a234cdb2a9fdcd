package org.comity.preservation;

import static org.comity.procedure.Confidentiality.Answer.OPEN;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.comity.casework.AwaitedDecisions;
import org.comity.casework.DomesticFile;
import org.comity.casework.KeptByProviders;
import org.comity.convention.ProcedureLaw;
import org.comity.procedure.ActWriting.End;
import org.comity.procedure.ActWriting.Pointed;
import org.comity.procedure.Procedures;
import org.comity.procedure.RequestRow;
import org.comity.procedure.file.KnownRequests;
import org.comity.procedure.file.Particulars;
import org.comity.procedure.form.BodyFields;
import org.comity.procedure.form.FieldBroken;
import org.comity.thread.Procedure;
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
    private final KeptByProviders providers;

    Preservation(
            KnownRequests requests,
            DomesticFile file,
            ObjectProvider<AwaitedDecisions> decisions,
            ObjectProvider<Procedures> procedures,
            KeptByProviders providers) {
        this.requests = requests;
        this.file = file;
        this.decisions = decisions;
        this.procedures = procedures;
        this.providers = providers;
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
    public void check(String type, BodyFields body, BodyFields facts, ProcedureLaw law) {
        var preserved = type.equals("report-preserved") ? body.instant("preservedAt") : null;
        var until = facts.instant("until");
        var earliest = preserved == null ? null : preserved.plus(Duration.ofDays(law.minimumDays()));
        if (earliest != null && until != null && until.isBefore(earliest)) {
            throw new FieldBroken("preservation", "too-short", "until", earliest);
        }
    }

    /** Once taken up, nothing is gained by settling confidentiality a second time. */
    @Override
    public List<String> offered(Procedure.State state, List<String> usual) {
        boolean takenUp = Set.of("Accepted", "Unable").contains(state.name());
        return usual.stream().filter(it -> !takenUp || !it.equals("accept")).toList();
    }

    /** A report starts from what was asked, what is noted of providers, and our own entry, so that little is typed at night. */
    @Override
    public Map<String, Object> prefilled(RequestRow row, String type) {
        if (!type.equals("report-preserved")) return Map.of();
        var asked = requests.opening(row).texts("dataClasses");
        var noted = providers.noted(row.thread());
        var begun = new HashMap<>(noted.under("kept", "notKept", "providerReference"));
        var since = noted.since() == null ? requests.now() : noted.since();
        begun.put("preservedAt", since.toString());
        begun.put("dataClasses", asked);
        begun.put("needs", requests.toDisclose(asked));
        begun.put("sendTo", requests.self().functions().getOrDefault("central-authority", ""));
        return begun;
    }

    @Override
    public @Nullable End end(RequestRow row, String type) {
        var minimum = Duration.ofDays(requests.law(row).minimumDays());
        var until = row.until();
        if (!type.equals("report-preserved")) return new End(until == null ? null : until.plus(minimum), null, until);
        var least = requests.now().plus(minimum);
        var asked = requests.now().plus(Duration.ofDays(requests.opening(row).number("daysAsked", 60)));
        return new End(providers.noted(row.thread()).promised(least, asked), least, until);
    }

    @Override
    public List<Pointed> pointed(@Nullable RequestRow row, String type, Map<String, Object> body) {
        if (row == null) return List.of();
        var law = requests.law(row);
        var pointed = switch (type) {
            case "report-preserved" ->
                Stream.concat(
                        warning(lacksOrder(row), "no-order", ""),
                        warning(
                                procedures.getObject().of(ID).confidentiality(row.thread()) == OPEN,
                                "secrecy-open",
                                ""));
            case "refuse" -> law.duty("consultation").stream().flatMap(it -> warning(true, "consultation", it.ref()));
            case "extend", "ask-extension" ->
                Stream.concat(
                        warning(!law.form() && law.duty("extension").isEmpty(), "extension-practice", ""),
                        warning(type.equals("ask-extension") && over(row), "after-the-end", ""));
            case "release" -> undecided(row, law, "not-decided", "decided-elsewhere");
            // Nobody may have held it though the request for assistance came.
            case "expire" -> undecided(row, law, "not-held", "came-elsewhere");
            default -> Stream.<Pointed>of();
        };
        return pointed.toList();
    }

    private boolean lacksOrder(RequestRow row) {
        return requests.self().profile().orderNeedsMagistrate() && !file.holds(row.thread(), DomesticFile.Kind.ORDER);
    }

    private boolean over(RequestRow row) {
        return row.until() != null && !requests.now().isBefore(row.until());
    }

    // What is said where none that waits can be named: the same where one is closed to some.
    private Stream<Pointed> undecided(RequestRow row, ProcedureLaw law, String named, String unknown) {
        var ref = law.duty("hold").map(ProcedureLaw.Provision::ref).orElse("");
        var awaited = decisions.getObject();
        var open = awaited.undecided(row.thread());
        if (!awaited.named(open).isEmpty()) {
            return Stream.of(new Pointed("preservation.warning." + named, ref, awaited.named(open)));
        }
        return warning(
                !open.isEmpty()
                        || awaited.named(awaited.following(row.thread())).isEmpty(),
                unknown,
                ref);
    }

    private static Stream<Pointed> warning(boolean so, String key, String ref) {
        return so ? Stream.of(new Pointed("preservation.warning." + key, ref)) : Stream.of();
    }
}
