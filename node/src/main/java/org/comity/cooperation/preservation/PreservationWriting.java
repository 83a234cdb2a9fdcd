package org.comity.cooperation.preservation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.convention.Convention;
import org.comity.convention.ProcedureLaw;
import org.comity.cooperation.ActField;
import org.comity.cooperation.ActTable;
import org.comity.cooperation.ActWriting;
import org.comity.cooperation.AwaitedDecisions;
import org.comity.cooperation.Confidentiality;
import org.comity.cooperation.DomesticFile;
import org.comity.cooperation.Draft;
import org.comity.cooperation.Editions;
import org.comity.cooperation.RequestRow;
import org.comity.cooperation.form.BodyFields;
import org.comity.cooperation.form.GroundChoices;
import org.comity.cooperation.form.TypedAct;
import org.comity.directory.Directory;
import org.comity.thread.Threads;
import org.comity.ui.Choice;
import org.comity.ui.FormProblems;
import org.comity.ui.Language;
import org.comity.ui.Words;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** What the pages of a preservation know of a thread: gaps left open, grounds of its law, periods, our own order. */
@Component
class PreservationWriting implements ActWriting {

    private final Threads threads;
    private final DomesticFile file;
    private final Directory directory;
    private final Convention convention;
    private final Editions editions;
    private final PreservationGaps gaps;
    private final AwaitedDecisions decisions;
    private final PreservationConfidentiality secrecy;
    private final Words words;
    private final Clock clock;

    // More than eight: each is one thing that a page of these acts starts from: thread, file, entry, law.
    PreservationWriting(
            Threads threads,
            DomesticFile file,
            Directory directory,
            Convention convention,
            Editions editions,
            PreservationGaps gaps,
            AwaitedDecisions decisions,
            PreservationConfidentiality secrecy,
            Words words,
            Clock clock) {
        this.threads = threads;
        this.file = file;
        this.directory = directory;
        this.convention = convention;
        this.editions = editions;
        this.gaps = gaps;
        this.decisions = decisions;
        this.secrecy = secrecy;
        this.words = words;
        this.clock = clock;
    }

    @Override
    public String procedure() {
        return PreservationProcedure.ID;
    }

    @Override
    public ActTable table() {
        return PreservationActFields.TABLE;
    }

    @Override
    public Written read(RequestRow row, String type, MultiValueMap<String, String> form, @Nullable Official by) {
        return new Written(
                new TypedAct(PreservationActFields.TABLE.of(type), form).body(), facts(type, form, row.until()));
    }

    /** An end is named by the act itself, so that an extension registered first wins. */
    static Map<String, String> facts(String type, MultiValueMap<String, String> form, @Nullable Instant current) {
        if (!PreservationProcedure.WITH_UNTIL.contains(type)) {
            return Map.of();
        }
        var until = type.equals("expire") ? current : TypedAct.instant(form, "until");
        return until == null ? Map.of() : Map.of("until", until.toString());
    }

    @Override
    public FormProblems problems(RequestRow row, String type, Written written) {
        var found = FormProblems.NONE;
        var body = new BodyFields(written.body());
        if (PreservationProcedure.WITH_UNTIL.contains(type) && !written.facts().containsKey("until")) {
            found = found.with("until", "preservation.needed.until");
        }
        if (type.equals("ask")
                && body.texts("questions").isEmpty()
                && body.text("text").isEmpty()) {
            found = found.with("questions", "preservation.needed.questions");
        }
        if (type.equals("refuse")
                && body.text("ground").equals("other")
                && body.text("words").isEmpty()) {
            found = found.with("words", "preservation.needed.words");
        }
        if (type.equals("refuse")
                && law(row).ground(body.text("ground"))
                        .filter(it -> !open(row, it))
                        .isPresent()) {
            found = found.with("ground", "preservation.needed.reservation");
        }
        return found;
    }

    /** A report starts from what was asked and from our own entry, so that little is typed at night. */
    @Override
    public Map<String, Object> prefilled(RequestRow row, String type) {
        var body = new HashMap<String, Object>();
        if (type.equals("report-preserved")) {
            var self = directory.self();
            body.put("preservedAt", now().toString());
            body.put("dataClasses", asked(row).dataClasses());
            body.put(
                    "needs",
                    String.join(
                            "\n",
                            self.profile().needs().values().stream()
                                    .map(it -> it.toDisclose())
                                    .distinct()
                                    .toList()));
            body.put("sendTo", self.functions().getOrDefault("central-authority", ""));
        }
        if (type.equals("refuse")) {
            body.put("reasons", "given");
            body.put("consultation", "none");
        }
        return body;
    }

    @Override
    public List<Pointed> pointed(RequestRow row, String type, Map<String, Object> body) {
        var pointed = new ArrayList<Pointed>();
        switch (type) {
            case "report-preserved" -> {
                if (directory.self().profile().orderNeedsMagistrate()
                        && !file.holds(row.thread(), DomesticFile.Kind.ORDER)) {
                    pointed.add(warning("no-order"));
                }
                if (secrecy.of(row.thread()) == Confidentiality.Answer.OPEN) {
                    pointed.add(warning("secrecy-open"));
                }
            }
            case "refuse" -> {
                law(row).duty("consultation")
                        .ifPresent(it -> pointed.add(new Pointed("preservation.warning.consultation", it.ref())));
                if (law(row).closed() && body.get("ground") instanceof String ground && ground.equals("other")) {
                    pointed.add(new Pointed("basis.closed", law(row).closedBy()));
                }
            }
            case "ask-extension", "extend" -> {
                if (!law(row).form() && law(row).duty("extension").isEmpty()) {
                    pointed.add(warning("extension-practice"));
                }
                if (type.equals("ask-extension") && row.until() != null && !now().isBefore(row.until())) {
                    pointed.add(warning("after-the-end"));
                }
            }
            case "release" -> released(row, pointed);
            default -> {}
        }
        return pointed;
    }

    private void released(RequestRow row, List<Pointed> pointed) {
        var open = decisions.undecided(row.thread());
        var ref = law(row).duty("hold").map(ProcedureLaw.Provision::ref).orElse("");
        if (!open.isEmpty()) {
            pointed.add(new Pointed(
                    "preservation.warning.not-decided",
                    ref,
                    open.stream().map(RequestRow::reference).toList()));
        } else if (decisions.following(row.thread()).isEmpty()) {
            pointed.add(new Pointed("preservation.warning.decided-elsewhere", ref));
        }
    }

    private static Pointed warning(String key) {
        return new Pointed("preservation.warning." + key, "");
    }

    @Override
    public @Nullable End end(RequestRow row, String type, @Nullable Draft draft) {
        if (!PreservationProcedure.WITH_UNTIL.contains(type) || type.equals("expire")) {
            return null;
        }
        return new End(
                until(row, type, draft),
                type.equals("report-preserved") ? now().plus(minimum(row)) : null,
                row.until());
    }

    private @Nullable Instant until(RequestRow row, String type, @Nullable Draft draft) {
        if (draft != null && draft.facts().containsKey("until")) {
            return Instant.parse(draft.facts().get("until"));
        }
        return switch (type) {
            case "report-preserved" -> now().plus(Duration.ofDays(asked(row).daysAsked()));
            case "extend" -> row.until() == null ? null : row.until().plus(minimum(row));
            default -> null;
        };
    }

    @Override
    public Optional<List<Choice>> choices(
            RequestRow row, String type, ActField field, Map<String, Object> body, Language language) {
        return switch (field.key()) {
            case "completes" ->
                Optional.of(gaps.open(row.thread()).stream()
                        .map(it -> Choice.of(it, words.say(language, "preservation.option.completes." + it)))
                        .toList());
            case "ground" -> Optional.of(grounds(row, language));
            default -> Optional.empty();
        };
    }

    private List<Choice> grounds(RequestRow row, Language language) {
        var law = law(row);
        var open = law.grounds().stream().filter(it -> open(row, it)).toList();
        return new GroundChoices(PreservationProcedure.NAME, law, words).of(open, language);
    }

    /** A reservation is open only to a State whose entry has it, and only for an offence outside the instrument. */
    private boolean open(RequestRow row, ProcedureLaw.Ground ground) {
        if (!ground.reservation()) {
            return true;
        }
        var offences = asked(row).offences();
        var instrument = law(row).edition().replaceFirst("/.*", "");
        return offences.isEmpty() && directory.self().profile().reserves(instrument, ground.ref(), offences);
    }

    private PreservationRequest asked(RequestRow row) {
        return threads.opening(row.thread())
                .map(it -> PreservationRequest.of(it.body()))
                .orElseThrow();
    }

    private Duration minimum(RequestRow row) {
        return Duration.ofDays(law(row).minimumDays());
    }

    private ProcedureLaw law(RequestRow row) {
        return convention.law("preservation", editions.ofThread(row.thread())).orElseThrow();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
