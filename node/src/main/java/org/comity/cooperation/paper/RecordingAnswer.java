package org.comity.cooperation.paper;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.comity.cooperation.Procedures;
import org.comity.cooperation.RequestRow;
import org.comity.cooperation.Requests;
import org.comity.directory.Directory;
import org.comity.thread.Threads;
import org.comity.ui.Choice;
import org.comity.ui.Problems;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What came from a State without a node, in a thread that we have: one of the steps that it may take now. */
@Component
class RecordingAnswer {

    private final Requests requests;
    private final Threads threads;
    private final Directory directory;
    private final RecordingActs recording;
    private final PaperWords words;
    private final PaperLimits limits;
    private final Clock clock;
    private final Procedures procedures;

    RecordingAnswer(
            Requests requests,
            Threads threads,
            Directory directory,
            RecordingActs recording,
            PaperWords words,
            PaperLimits limits,
            Clock clock,
            Procedures procedures) {
        this.requests = requests;
        this.threads = threads;
        this.directory = directory;
        this.recording = recording;
        this.words = words;
        this.limits = limits;
        this.clock = clock;
        this.procedures = procedures;
    }

    RequestRow row(String reference) {
        var row = requests.find(reference).orElseThrow(() -> PaperRefused.unknown(reference));
        if (directory.get(row.counterpart()).hasNode()) {
            throw PaperRefused.hasNode(row.counterpart());
        }
        return row;
    }

    RecordView view(RequestRow row, @Nullable String type, Typed typed, Problems problems, Locale language) {
        var offered = offered(row);
        var chosen = type != null && offered.contains(type) ? type : null;
        var form = procedures.of(row.procedure()).forms();
        var self = directory.self();
        var other = directory.get(row.counterpart());
        return new RecordView(
                row,
                other,
                offered.stream().map(it -> Choice.of(it, words.said(language, it))).toList(),
                chosen,
                chosen == null ? List.of() : form.fields(chosen, row, PaperWords.language(language)),
                chosen != null && form.problems(chosen, form.read(chosen, Posted.form(new Typed(Map.of())), row)).at("until").isPresent(),
                words.channels(language),
                List.of(
                        Choice.of("Z", "UTC"),
                        Choice.of(other.zone().getId(), other.capital(language.getLanguage())),
                        Choice.of(self.zone().getId(), self.capital(language.getLanguage()))),
                typed,
                problems);
    }

    Problems problems(RequestRow row, String type, Typed typed) {
        var form = procedures.of(row.procedure()).forms();
        var found = form.problems(type, form.read(type, Posted.form(typed), row));
        if (typed.text("pasted").length() > limits.largestText()) {
            found = found.with("pasted", "paper.too-long");
        }
        return Came.read(typed).problems(found, clock);
    }

    @Transactional
    public void record(RequestRow row, String type, Typed typed, @Nullable Scan scan, Official by) {
        if (!offered(row).contains(type)) {
            throw PaperRefused.notOffered(type);
        }
        var came = Came.read(typed);
        var written = procedures.of(row.procedure()).forms().read(type, Posted.form(typed), row);
        var body = new LinkedHashMap<>(written.body());
        body.put("letterReference", came.reference());
        recording.record(
                new Recording(
                        row.procedure(), type, row.ourRole().other(), false, row.counterpart(), row.thread(),
                        java.util.Objects.requireNonNull(came.by()), came.happened(clock), body, written.facts(),
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

    List<String> offered(RequestRow row) {
        var state = threads.find(row.thread()).map(Threads.Thread::state).orElse(null);
        Role other = row.ourRole().other();
        return state == null ? List.of() : procedures.of(row.procedure()).steps().offered(state, other, clock.instant());
    }
}
