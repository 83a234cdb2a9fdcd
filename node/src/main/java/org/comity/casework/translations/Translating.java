package org.comity.casework.translations;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.comity.casework.Drafts;
import org.comity.directory.Directory;
import org.comity.directory.GoneParticipant;
import org.comity.ledger.Ledger;
import org.comity.procedure.Draft;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.form.Digests;
import org.comity.ui.Choice;
import org.comity.ui.FormProblems;
import org.comity.ui.JudgingDays;
import org.comity.ui.Language;
import org.comity.ui.TypedText;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets an officer say who translates which document until when, which file is the translation, and who certified it. */
@Component
class Translating {

    static final int LONGEST = 200;

    /** The text of the act itself, as a form names it. */
    static final String ACT = "act";

    private final DocumentTranslationRows rows;
    private final Drafts drafts;
    private final Directory directory;
    private final Ledger ledger;
    private final Clock clock;

    Translating(DocumentTranslationRows rows, Drafts drafts, Directory directory, Ledger ledger, Clock clock) {
        this.rows = rows;
        this.drafts = drafts;
        this.directory = directory;
        this.ledger = ledger;
        this.clock = clock;
    }

    TranslationsView view(String id, TypedTranslation typed, FormProblems problems) {
        var draft = drafts.get(id);
        var lines = lines(draft);
        return new TranslationsView(
                draft,
                lines,
                draft.status() != Draft.Status.DISCARDED && draft.status() != Draft.Status.RECALLED,
                languages(draft).stream()
                        .map(it -> Choice.of(
                                it, Language.of(it).map(Language::name).orElse(it)))
                        .toList(),
                draft.files().stream()
                        .map(it -> Choice.of(it.name(), it.name()))
                        .toList(),
                typed,
                problems);
    }

    List<TranslationsView.Line> lines(Draft draft) {
        var today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
        return Stream.concat(
                        rows.of(draft.id()).stream()
                                .map(it -> new TranslationsView.Line(
                                        it,
                                        it.state(source(draft, it.document()), file(draft, it.translation()), today))),
                        rows.replaced(draft.id()).stream()
                                .map(it -> new TranslationsView.Line(it, DocumentTranslation.State.REPLACED)))
                .toList();
    }

    @Transactional
    FormProblems record(String id, TypedTranslation typed, Official by) {
        var draft = drafts.get(id);
        var found = problems(draft, typed);
        if (found.any()) {
            return found;
        }
        var document = typed.document().equals(ACT) ? "" : typed.document();
        var kept = new DocumentTranslation(
                id,
                document,
                typed.language(),
                typed.translator(),
                day(typed.due()),
                typed.translation(),
                typed.certifiedBy(),
                day(typed.certifiedOn()),
                source(draft, document),
                file(draft, typed.translation()),
                by.id(),
                clock.instant());
        rows.put(kept);
        var state =
                kept.certifiedOn() != null ? "certified" : kept.translation().isEmpty() ? "asked" : "done";
        ledger.record(by, "draft.translation-recorded", id, Map.of("language", typed.language(), "state", state));
        return found;
    }

    private FormProblems problems(Draft draft, TypedTranslation typed) {
        var found = FormProblems.NONE;
        if (!typed.document().equals(ACT) && file(draft, typed.document()).isEmpty()) {
            found = found.with("document", "translations.needed.document");
        }
        if (!languages(draft).contains(typed.language())) {
            found = found.with("language", "translations.needed.language");
        }
        if (typed.translator().isEmpty() || typed.translator().length() > LONGEST) {
            found = found.with("translator", "translations.needed.translator");
        }
        if (!typed.due().isEmpty() && TypedText.day(typed.due()).isEmpty()) {
            found = found.with("due", "translations.needed.day");
        }
        if (!typed.translation().isEmpty()
                && (file(draft, typed.translation()).isEmpty()
                        || typed.translation().equals(typed.document()))) {
            found = found.with("translation", "translations.needed.translation");
        }
        return found.and(certificate(typed));
    }

    private FormProblems certificate(TypedTranslation typed) {
        var on = day(typed.certifiedOn());
        if (typed.certifiedBy().isEmpty() && typed.certifiedOn().isEmpty()) {
            return FormProblems.NONE;
        }
        if (typed.translation().isEmpty()) {
            return FormProblems.NONE.with("translation", "translations.needed.certified-what");
        }
        if (typed.certifiedBy().isEmpty() || typed.certifiedBy().length() > LONGEST) {
            return FormProblems.NONE.with("certifiedBy", "translations.needed.certifiedBy");
        }
        return on == null || new JudgingDays(clock).neverHappened(on)
                ? FormProblems.NONE.with("certifiedOn", "translations.needed.certifiedOn")
                : FormProblems.NONE;
    }

    /** Theirs first, since it is for them; then ours. */
    private List<String> languages(Draft draft) {
        return Stream.concat(
                        GoneParticipant.shown(directory, draft.counterpart()).languages().stream(),
                        directory.self().languages().stream())
                .distinct()
                .toList();
    }

    /** SHA-256 of a document as it is now; empty if it is gone. */
    private static String source(Draft draft, String document) {
        return document.isEmpty() ? Digests.sha256(CanonicalJson.write(draft.body())) : file(draft, document);
    }

    private static String file(Draft draft, String name) {
        return draft.files().stream()
                .filter(it -> it.name().equals(name))
                .map(Draft.File::sha256)
                .findFirst()
                .orElse("");
    }

    private static @Nullable LocalDate day(String typed) {
        return TypedText.day(typed).orElse(null);
    }
}
