package org.comity.paper;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.comity.casework.CaseAccess;
import org.comity.casework.Dispatches;
import org.comity.directory.Directory;
import org.comity.directory.GoneParticipant;
import org.comity.procedure.Procedures;
import org.comity.procedure.RequestRow;
import org.comity.procedure.form.ClockChoices;
import org.comity.thread.Threads;
import org.comity.ui.Choice;
import org.comity.ui.FormProblems;
import org.comity.ui.Language;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What came from a State without a node, in a thread that we have: one of the steps that it may take now. */
@Component
class RecordingAnswer {

    private final CaseAccess access;
    private final Dispatches dispatches;
    private final Directory directory;
    private final RecordingActs recording;
    private final Threads threads;
    private final PaperWords words;
    private final PaperLimits limits;
    private final Clock clock;
    private final Procedures procedures;

    // More than eight: it is judged by all that a recorded act rests on.
    RecordingAnswer(
            CaseAccess access,
            Dispatches dispatches,
            Directory directory,
            RecordingActs recording,
            Threads threads,
            PaperWords words,
            PaperLimits limits,
            Clock clock,
            Procedures procedures) {
        this.access = access;
        this.dispatches = dispatches;
        this.directory = directory;
        this.recording = recording;
        this.threads = threads;
        this.words = words;
        this.limits = limits;
        this.clock = clock;
        this.procedures = procedures;
    }

    /** Letters that there are can be read, and have left or were received, whatever stands at the other State since. */
    RequestRow letters(String reference, Official by) {
        var row = access.find(reference, by).orElseThrow(() -> PaperRefused.unknown(reference));
        boolean paper = threads.find(row.thread()).filter(it -> !it.byWire()).isPresent();
        return paper || !dispatches.of(row.thread()).isEmpty() ? row : row(reference, by);
    }

    RequestRow row(String reference, Official by) {
        var row = access.find(reference, by).orElseThrow(() -> PaperRefused.unknown(reference));
        // Who left the directory has no node either: letters go on.
        boolean node = GoneParticipant.hasNode(directory, row.counterpart());
        var thread = threads.find(row.thread()).orElseThrow(() -> PaperRefused.unknown(reference));
        if (node) {
            throw thread.byWire()
                    ? PaperRefused.hasNode(row.counterpart())
                    : PaperRefused.threadNotThere(row.counterpart());
        }
        if (!thread.weKeep()) throw PaperRefused.keeperGone(row.counterpart());
        return row;
    }

    /** @param draft what is compared now; null before it was kept */
    PaperRecordView view(
            RequestRow row,
            @Nullable String type,
            @Nullable PaperDraft draft,
            List<PaperRecordView.Begun> begun,
            TypedValues typed,
            FormProblems problems,
            Locale language) {
        var other = GoneParticipant.shown(directory, row.counterpart());
        var offered = other.hasNode() ? List.<String>of() : offered(row);
        var chosen = type != null && offered.contains(type) ? type : null;
        var form = procedures.of(row.procedure()).forms();
        var self = directory.self();
        var shown = chosen == null && draft != null ? draft.typed().text("type") : chosen;
        return new PaperRecordView(
                row,
                other,
                offered.stream()
                        .map(it -> Choice.of(it, words.said(language, row.law(), it)))
                        .toList(),
                chosen,
                draft == null ? null : draft.id(),
                draft != null && draft.scan() != null,
                begun.stream()
                        .filter(it -> draft == null || !it.id().equals(draft.id()))
                        .toList(),
                draft != null || row.emergency(),
                shown == null ? List.of() : form.fields(shown, row, Language.of(language)),
                words.channels(language),
                ClockChoices.of(Language.of(language), self, other),
                typed,
                problems);
    }

    FormProblems problems(RequestRow row, String type, TypedValues typed) {
        var form = procedures.of(row.procedure()).forms();
        var found = form.problems(type, form.read(type, PostedForm.form(typed), row));
        if (typed.text("pasted").length() > limits.largestText()) {
            found = found.tooLong("pasted", "paper.too-long", limits.largestText(), typed.text("pasted"));
        }
        var came = PaperArrival.read(typed);
        found = came.problems(found, clock);
        return came.day() != null && found.at("cameDay").isEmpty() && tooEarly(row, type, came.day())
                ? found.with("cameDay", "paper.before-posted")
                : found;
    }

    /** How many figures and articles it says in words that no program counts. */
    int uncounted(RequestRow row, String type, TypedValues typed) {
        var form = procedures.of(row.procedure()).forms();
        return form.uncounted(type, form.read(type, PostedForm.form(typed), row))
                .all()
                .size();
    }

    /** By that day our letter had not left, and without it this could not be said. */
    private boolean tooEarly(RequestRow row, String type, LocalDate day) {
        return offered(row).contains(type) && !dispatches.expected(row, day).contains(type);
    }

    /** @throws PaperRefused unless the other State may say this now */
    void mustBeOffered(RequestRow row, String type) {
        if (!offered(row).contains(type)) {
            throw row.toPost() ? PaperRefused.notPosted() : PaperRefused.notOffered(type);
        }
    }

    /** @throws PaperRefused unless the other State may say this now, and could by that day */
    void mustBeExpected(RequestRow row, String type, LocalDate day) {
        mustBeOffered(row, type);
        if (tooEarly(row, type, day)) {
            throw PaperRefused.beforePosted();
        }
    }

    @Transactional
    public void record(RequestRow row, String type, TypedValues typed, @Nullable Scan scan, Official by) {
        var came = PaperArrival.read(typed);
        mustBeExpected(row, type, java.util.Objects.requireNonNull(came.day()));
        var written = procedures.of(row.procedure()).forms().read(type, PostedForm.form(typed), row);
        var body = new LinkedHashMap<>(written.body());
        body.put("letterReference", came.reference());
        recording.record(
                new PaperRecord(
                        row.procedure(),
                        type,
                        row.ourRole().other(),
                        false,
                        row.counterpart(),
                        row.thread(),
                        java.util.Objects.requireNonNull(came.by()),
                        came.happened(clock),
                        body,
                        written.facts(),
                        files(typed.text("pasted"), scan)),
                by);
    }

    static List<Scan> files(String pasted, @Nullable Scan scan) {
        var files = new ArrayList<Scan>();
        if (!pasted.isBlank()) {
            files.add(new Scan("mail.txt", "text/plain", pasted.getBytes(UTF_8)));
        }
        if (scan != null) {
            files.add(scan);
        }
        return files;
    }

    /** What would have effect now, and can be said by who has got what left. */
    List<String> offered(RequestRow row) {
        return dispatches.expected(row, null);
    }
}
