package org.comity.cooperation.preservation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.comity.convention.Convention;
import org.comity.convention.ProcedureLaw;
import org.comity.cooperation.ActWriting.End;
import org.comity.cooperation.ActWriting.Pointed;
import org.comity.cooperation.AwaitedDecisions;
import org.comity.cooperation.Confidentiality;
import org.comity.cooperation.DomesticFile;
import org.comity.cooperation.Editions;
import org.comity.cooperation.Procedures;
import org.comity.cooperation.RequestRow;
import org.comity.cooperation.form.BodyFields;
import org.comity.cooperation.form.FieldBroken;
import org.comity.cooperation.procedure.Particulars;
import org.comity.directory.Directory;
import org.comity.proof.Act;
import org.comity.thread.Procedure;
import org.comity.thread.Threads;
import org.comity.thread.Threads.KeptAct;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Says of a preservation what its file cannot: how long data stay kept, our own order, and what waits for a decision. */
@Component
class Preservation implements Particulars {

    static final String ID = "preservation/1";
    static final String NAME = "preservation";

    private final Threads threads;
    private final DomesticFile file;
    private final Directory directory;
    private final Convention convention;
    private final Editions editions;
    private final ObjectProvider<AwaitedDecisions> decisions;
    private final ObjectProvider<Procedures> procedures;
    private final Clock clock;

    // Asked when needed: what follows a request, and the catalogue, are made of parts that are made with this one.
    Preservation(
            Threads threads,
            DomesticFile file,
            Directory directory,
            Convention convention,
            Editions editions,
            ObjectProvider<AwaitedDecisions> decisions,
            ObjectProvider<Procedures> procedures,
            Clock clock) {
        this.threads = threads;
        this.file = file;
        this.directory = directory;
        this.convention = convention;
        this.editions = editions;
        this.decisions = decisions;
        this.procedures = procedures;
        this.clock = clock;
    }

    @Override
    public String procedure() {
        return ID;
    }

    /** Not less than the instrument asks, from the preservation; the figure is that of the thread's own edition. */
    @Override
    public void check(Act act, ProcedureLaw law) {
        if (act.envelope().type().equals("report-preserved")) {
            var preserved = Objects.requireNonNull(new BodyFields(act.body()).instant("preservedAt"));
            var until = Instant.parse(act.envelope().facts().getOrDefault("until", ""));
            if (until.isBefore(preserved.plus(Duration.ofDays(law.minimumDays())))) {
                throw new FieldBroken(NAME, "too-short", "until");
            }
        }
    }

    /** Once taken up, the report comes before a second settling of confidentiality. */
    @Override
    public List<String> offered(Procedure.State state, List<String> usual) {
        var first = "report-preserved";
        return Set.of("Accepted", "Unable").contains(state.name())
                ? Stream.concat(
                                usual.stream().filter(first::equals),
                                usual.stream()
                                        .filter(it -> !Set.of(first, "accept").contains(it)))
                        .toList()
                : usual;
    }

    /** A report starts from what was asked and from our own entry, so that little is typed at night. */
    @Override
    public Map<String, Object> prefilled(RequestRow row, String type) {
        return switch (type) {
            case "report-preserved" -> {
                var self = directory.self();
                var needs = self.profile().needs().values().stream()
                        .map(it -> it.toDisclose())
                        .distinct()
                        .toList();
                yield Map.of(
                        "preservedAt",
                        now().toString(),
                        "dataClasses",
                        asked(row).texts("dataClasses"),
                        "needs",
                        String.join("\n", needs),
                        "sendTo",
                        self.functions().getOrDefault("central-authority", ""));
            }
            case "refuse" -> Map.of("reasons", "given", "consultation", "none");
            default -> Map.of();
        };
    }

    @Override
    public @Nullable End end(RequestRow row, String type) {
        var minimum = Duration.ofDays(law(row).minimumDays());
        var until = row.until();
        return type.equals("report-preserved")
                ? new End(now().plus(Duration.ofDays(asked(row).number("daysAsked", 60))), now().plus(minimum), until)
                : new End(until == null ? null : until.plus(minimum), null, until);
    }

    @Override
    public List<Pointed> pointed(@Nullable RequestRow row, String type, Map<String, Object> body) {
        var pointed = new ArrayList<Pointed>();
        if (row == null) {
            return pointed;
        }
        switch (type) {
            case "report-preserved" -> reported(row, pointed);
            case "refuse" ->
                law(row).duty("consultation")
                        .ifPresent(it -> pointed.add(new Pointed("preservation.warning.consultation", it.ref())));
            case "ask-extension", "extend" -> extended(row, type, pointed);
            case "release" -> released(row, pointed);
            default -> {}
        }
        return pointed;
    }

    private void reported(RequestRow row, List<Pointed> pointed) {
        if (directory.self().profile().orderNeedsMagistrate() && !file.holds(row.thread(), DomesticFile.Kind.ORDER)) {
            pointed.add(warning("no-order"));
        }
        if (procedures.getObject().of(ID).confidentiality(row.thread()) == Confidentiality.Answer.OPEN) {
            pointed.add(warning("secrecy-open"));
        }
    }

    private void extended(RequestRow row, String type, List<Pointed> pointed) {
        var law = law(row);
        if (!law.form() && law.duty("extension").isEmpty()) {
            pointed.add(warning("extension-practice"));
        }
        if (type.equals("ask-extension") && row.until() != null && !now().isBefore(row.until())) {
            pointed.add(warning("after-the-end"));
        }
    }

    private void released(RequestRow row, List<Pointed> pointed) {
        var open = decisions.getObject().undecided(row.thread());
        var ref = law(row).duty("hold").map(ProcedureLaw.Provision::ref).orElse("");
        if (!open.isEmpty()) {
            var waiting = open.stream().map(RequestRow::reference).toList();
            pointed.add(new Pointed("preservation.warning.not-decided", ref, waiting));
        } else if (decisions.getObject().following(row.thread()).isEmpty()) {
            pointed.add(new Pointed("preservation.warning.decided-elsewhere", ref));
        }
    }

    private static Pointed warning(String key) {
        return new Pointed("preservation.warning." + key, "");
    }

    private BodyFields asked(RequestRow row) {
        return new BodyFields(threads.opening(row.thread()).map(KeptAct::body).orElseThrow());
    }

    private ProcedureLaw law(RequestRow row) {
        return convention.law(NAME, editions.ofThread(row.thread())).orElseThrow();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
