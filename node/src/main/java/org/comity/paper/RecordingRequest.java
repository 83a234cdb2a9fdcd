package org.comity.paper;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.comity.ledger.Ledger;
import org.comity.procedure.ActForms;
import org.comity.procedure.KnownProcedure;
import org.comity.procedure.Procedures;
import org.comity.procedure.RequestRow;
import org.comity.procedure.Requests;
import org.comity.ui.Choice;
import org.comity.ui.FormProblems;
import org.comity.ui.Language;
import org.comity.ui.ListPage;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.RequestAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A request from a State without a node: read from a mail as far as possible, checked, recorded as its opening act. */
@Component
class RecordingRequest {

    /** What a letter asks, as the officer says when it is written down. */
    static final String LAW = "law";

    private static final String NO_SCAN = "scanNone";

    private static final Set<String> OF_THE_FORM = Set.of("then", "version", NO_SCAN);

    private final PaperDrafts drafts;
    private final Directory directory;
    private final RecordingActs recording;
    private final Requests requests;
    private final PaperWords words;
    private final Ledger ledger;
    private final Clock clock;
    private final Procedures procedures;

    RecordingRequest(
            PaperDrafts drafts,
            Directory directory,
            RecordingActs recording,
            Requests requests,
            PaperWords words,
            Ledger ledger,
            Clock clock,
            Procedures procedures) {
        this.drafts = drafts;
        this.directory = directory;
        this.recording = recording;
        this.requests = requests;
        this.words = words;
        this.ledger = ledger;
        this.clock = clock;
        this.procedures = procedures;
    }

    /** @param after from where the list of what is begun goes on; empty for its beginning */
    NewPaperView start(TypedValues typed, FormProblems problems, String after, Locale language) {
        return view(null, typed, problems, after, language);
    }

    NewPaperView page(PaperDraft draft, FormProblems problems, Locale language) {
        return view(draft, draft.typed(), problems, "", language);
    }

    PaperDraft draft(String id) {
        return drafts.find(id).orElseThrow(() -> PaperRefused.unknown(id));
    }

    /** What is still being written down; of a request that was recorded its own page has the scan. */
    Scan scan(String id) {
        var draft = draft(id);
        var scan = draft.scan();
        if (draft.status() != PaperDraft.Status.WRITING || scan == null) throw PaperRefused.unknown(id);
        return Scan.of(scan);
    }

    FormProblems dayProblems(TypedValues typed) {
        return PaperArrival.read(typed).dayProblems(clock);
    }

    List<Participant> withoutNode() {
        return directory.all().stream()
                .filter(it -> !it.hasNode() && !it.id().equals(directory.self().id()))
                .toList();
    }

    List<Participant> withNode() {
        return directory.all().stream()
                .filter(it -> it.hasNode() && !it.id().equals(directory.self().id()))
                .toList();
    }

    /** Reads the text and keeps what was read as a draft. */
    @Transactional
    public PaperDraft read(Participant from, TypedValues typed, @Nullable Scan scan, Official by) {
        var asked = procedure(typed);
        var original = typed.text("text");
        var first = FirstReading.of(asked, from, typed);
        var id = "p" + UUID.randomUUID().toString().substring(24);
        var draft = new PaperDraft(
                id,
                from.id(),
                null,
                first.typed(),
                first.byMachine(),
                original,
                scan == null ? null : scan.content(),
                PaperDraft.Status.WRITING,
                null,
                by.id(),
                clock.instant(),
                1);
        drafts.add(draft);
        ledger.record(by, "paper.read", id, Map.of("from", from.id()));
        return draft;
    }

    /**
     * @param scan in place of the one that is there; null: that one, or none if the form says so
     * @return nothing if somebody else has saved it since that version: neither's words are lost
     */
    @Transactional
    public Optional<PaperDraft> save(String id, long version, TypedValues typed, @Nullable Scan scan) {
        var before = writing(id);
        var kept = typed.text(NO_SCAN).isEmpty() ? before.scan() : null;
        var draft = before.with(words(before, typed), scan == null ? kept : scan.content(), clock.instant());
        // The same again, as when somebody presses twice.
        if (draft.typed().equals(before.typed()) && Arrays.equals(draft.scan(), before.scan())) {
            return Optional.of(before);
        }
        if (before.version() != version) return Optional.empty();
        drafts.save(draft);
        return Optional.of(draft);
    }

    /** The page of a draft with other words than those that are kept. */
    NewPaperView page(PaperDraft draft, TypedValues typed, FormProblems problems, Locale language) {
        return view(draft, words(draft, typed), problems, "", language);
    }

    private TypedValues words(PaperDraft draft, TypedValues typed) {
        var values = new LinkedHashMap<String, List<String>>(typed.values());
        values.keySet().removeAll(OF_THE_FORM);
        values.put(LAW, List.of(procedure(draft.typed()).law()));
        return new TypedValues(values);
    }

    @Transactional
    public void discard(String id, long version, Official by) {
        mustBeLatest(writing(id), version);
        drafts.end(id, PaperDraft.Status.DISCARDED, null);
        ledger.record(by, "paper.discarded", id, Map.of());
    }

    FormProblems problems(PaperDraft draft) {
        var typed = draft.typed();
        var asked = procedure(typed);
        var written = asked.forms().read(asked.opening(), PostedForm.form(typed), null);
        var found = asked.forms().problems(asked.opening(), written);
        found = PaperArrival.read(typed).problems(found, clock);
        return typed.text("checked").isEmpty() ? found.with("checked", "paper.draft.check-first") : found;
    }

    /** As of an answer. */
    int uncounted(PaperDraft draft) {
        var asked = procedure(draft.typed());
        var written = asked.forms().read(asked.opening(), PostedForm.form(draft.typed()), null);
        return asked.forms().uncounted(asked.opening(), written).all().size();
    }

    private static void mustBeLatest(PaperDraft draft, long version) {
        if (draft.version() != version) throw PaperRefused.changedMeanwhile();
    }

    /** @return where the new request is, whoever else may use its reference; recording it again returns the same */
    @Transactional
    public RequestAddress record(String id, long version, Official by) {
        var draft = drafts.lock(id).orElseThrow(() -> PaperRefused.unknown(id));
        if (draft.status() == PaperDraft.Status.RECORDED) {
            return draft.address();
        }
        mustBeLatest(writing(id), version);
        var came = PaperArrival.read(draft.typed());
        var asked = procedure(draft.typed());
        var written = asked.forms().read(asked.opening(), PostedForm.form(draft.typed()), null);
        var body = new LinkedHashMap<>(written.body());
        body.put("letterReference", came.reference());
        var scan = draft.scan() == null ? null : Scan.of(draft.scan());
        var act = recording.record(
                new PaperRecord(
                        asked.id(),
                        asked.opening(),
                        asked.opener(),
                        false,
                        draft.counterpart(),
                        null,
                        Objects.requireNonNull(came.by()),
                        came.happened(clock),
                        body,
                        written.facts(),
                        RecordingAnswer.files(draft.original(), scan)),
                by);
        var opening = act.envelope();
        var address = new RequestAddress(
                opening.author(), Objects.requireNonNull(opening.facts().get("reference")));
        drafts.end(id, PaperDraft.Status.RECORDED, address.path());
        return address;
    }

    /** Under which the pages of a recorded request are: short while nobody else uses its reference. */
    String path(RequestAddress address) {
        return requests.find(address.path()).map(RequestRow::address).orElse(address.path());
    }

    private PaperDraft writing(String id) {
        return drafts.lock(id)
                .filter(it -> it.status() == PaperDraft.Status.WRITING)
                .orElseThrow(() -> PaperRefused.unknown(id));
    }

    private KnownProcedure procedure(TypedValues typed) {
        var law = typed.text(LAW).isEmpty() ? procedures.first() : typed.text(LAW);
        return procedures
                .ofLaw(law)
                .filter(_ -> procedures.betweenStates().contains(law))
                .orElseThrow(() -> PaperRefused.unknown(law));
    }

    private List<ActForms.Field> fields(PaperDraft draft, Locale language) {
        var asked = procedure(draft.typed());
        return asked.forms().fields(asked.opening(), null, Language.of(language));
    }

    private NewPaperView view(
            @Nullable PaperDraft draft, TypedValues typed, FormProblems problems, String after, Locale language) {
        var states = new ArrayList<Choice>();
        withoutNode().forEach(it -> states.add(Choice.of(it.id(), it.state() + " " + it.name(language.getLanguage()))));
        var open = drafts.open(after).stream()
                .map(it -> Choice.of(it.id(), it.counterpart() + " " + it.letterReference()))
                .toList();
        return new NewPaperView(
                draft == null ? null : draft.id(),
                draft == null ? 0 : draft.version(),
                draft == null ? null : directory.get(draft.counterpart()),
                states,
                words.channels(language),
                procedures.betweenStates().stream()
                        .map(it -> Choice.of(it, words.say(language, it + ".name")))
                        .toList(),
                procedures.first(),
                draft == null ? List.of() : fields(draft, language),
                draft == null ? Set.of() : draft.recognised(),
                draft == null ? "" : draft.original(),
                draft != null && draft.scan() != null,
                ListPage.of(open, PaperDrafts.PAGE),
                typed,
                problems);
    }
}
