package org.comity.paper;

import java.util.List;
import java.util.Locale;
import org.comity.casework.Dispatches;
import org.comity.directory.Directory;
import org.comity.directory.GoneParticipant;
import org.comity.identity.Officials;
import org.comity.procedure.ActRendering;
import org.comity.procedure.Dispatch;
import org.comity.procedure.Procedures;
import org.comity.procedure.RequestRow;
import org.comity.thread.Threads;
import org.comity.ui.Choice;
import org.comity.ui.FormProblems;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows the letters of a request: which there are, how each went, and how the translation of one stands. */
@Component
class ReadingLetters {

    private final WritingLetters writing;
    private final TranslatingLetters translating;
    private final Directory directory;
    private final Procedures procedures;
    private final Dispatches dispatches;
    private final LetterRows rows;
    private final PaperWords words;
    private final Officials officials;

    ReadingLetters(
            WritingLetters writing,
            TranslatingLetters translating,
            Directory directory,
            Procedures procedures,
            Dispatches dispatches,
            LetterRows rows,
            PaperWords words,
            Officials officials) {
        this.writing = writing;
        this.translating = translating;
        this.directory = directory;
        this.procedures = procedures;
        this.dispatches = dispatches;
        this.rows = rows;
        this.words = words;
        this.officials = officials;
    }

    LetterView view(
            RequestRow row,
            @Nullable String act,
            TypedValues typed,
            FormProblems problems,
            boolean mayWrite,
            Locale language) {
        var written = writing.ours(row);
        var acts = written.stream().filter(Threads.KeptAct::bodyKept).toList();
        var ways = dispatches.of(row.thread());
        var chosen = acts.stream().filter(it -> it.id().equals(act)).findFirst().orElseGet(() -> first(acts, ways));
        var rendering = procedures.of(row.procedure()).rendering();
        return new LetterView(
                row,
                GoneParticipant.shown(directory, row.counterpart()),
                acts.stream()
                        .map(it -> Choice.of(
                                it.id(),
                                rendering.headline(
                                        it.envelope().type(), it.envelope().facts(), it.body(), language)))
                        .toList(),
                chosen == null ? null : chosen.id(),
                writing.written(row)
                        .filter(it -> it.bodyKept() && (it.recalled() != null || writing.held(it)))
                        .map(it -> kept(it, rendering, language))
                        .toList(),
                translating.languagesOf(row),
                rows.of(row.thread()).stream().map(this::named).toList(),
                ways.reversed().stream()
                        .map(it -> way(it, written, rendering, language))
                        .toList(),
                words.channels(language),
                typed,
                problems,
                mayWrite,
                writing.left(row),
                writing.reminding(row),
                acts.isEmpty() && !written.isEmpty() ? written.getFirst().forgottenAt() : null,
                chosen == null ? null : translating.view(row, chosen.id(), language));
    }

    CorrectLetterView correcting(
            RequestRow row, Dispatch letter, TypedValues typed, FormProblems problems, Locale language) {
        var rendering = procedures.of(row.procedure()).rendering();
        var way = way(letter, writing.ours(row), rendering, language);
        return new CorrectLetterView(
                row,
                GoneParticipant.shown(directory, row.counterpart()),
                way.label(),
                letter,
                way.official(),
                letter.left() && dispatches.answered(row.thread(), letter.act()),
                words.channels(language),
                typed,
                problems);
    }

    /** Whose letter is meant where none is named: the one that the page shows; null if there is none. */
    @Nullable
    String chosen(RequestRow row, @Nullable String act) {
        if (act != null && !act.isEmpty()) return act;
        var acts = writing.ours(row).stream().filter(Threads.KeptAct::bodyKept).toList();
        var first = first(acts, dispatches.of(row.thread()));
        return first == null ? null : first.id();
    }

    /** What waits to be posted comes first, then the newest. */
    private static Threads.@Nullable KeptAct first(List<Threads.KeptAct> acts, List<Dispatch> ways) {
        var waiting = ways.stream()
                .filter(it -> it.stage() == Dispatch.Stage.READY)
                .map(Dispatch::act)
                .toList();
        return acts.reversed().stream()
                .filter(it -> waiting.contains(it.id()))
                .findFirst()
                .orElse(acts.isEmpty() ? null : acts.getFirst());
    }

    private LetterView.Way way(Dispatch way, List<Threads.KeptAct> written, ActRendering rendering, Locale language) {
        var label = written.stream()
                .filter(it -> it.id().equals(way.act()))
                .findFirst()
                .map(it ->
                        rendering.headline(it.envelope().type(), it.envelope().facts(), it.body(), language))
                .orElse("");
        return new LetterView.Way(label, way, officials.name(way.official()));
    }

    private LetterView.NotLeft kept(Threads.KeptAct act, ActRendering rendering, Locale language) {
        var label = rendering.headline(act.envelope().type(), act.envelope().facts(), act.body(), language);
        return new LetterView.NotLeft(label, act.recalled() == null ? act.heldUntil() : null);
    }

    private LetterView.Sent named(LetterView.Sent sent) {
        return new LetterView.Sent(
                sent.what(),
                sent.channel(),
                sent.number(),
                sent.day(),
                officials.name(sent.official()),
                sent.recordedAt());
    }
}
