package org.comity.paper;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.comity.directory.Directory;
import org.comity.directory.GoneParticipant;
import org.comity.ledger.Ledger;
import org.comity.procedure.RequestRow;
import org.comity.ui.Choice;
import org.comity.ui.FormProblems;
import org.comity.ui.JudgingDays;
import org.comity.ui.Language;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An officer says how the translation of a letter stands: a draft, or certified by whom and when; and which text prevails. */
@Component
class TranslatingLetters {

    static final String CERTIFIED = "certified";

    private final TranslationRows rows;
    private final LetterLanguages letters;
    private final Directory directory;
    private final Ledger ledger;
    private final Clock clock;

    TranslatingLetters(TranslationRows rows, LetterLanguages letters, Directory directory, Ledger ledger, Clock clock) {
        this.rows = rows;
        this.letters = letters;
        this.directory = directory;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Of the letter itself, in order. */
    List<Language> languagesOf(RequestRow row) {
        return letters.of(row);
    }

    LetterView.Translated view(RequestRow row, String act, Locale language) {
        var kept = rows.of(act);
        var in = Language.of(language);
        return new LetterView.Translated(
                letters.note(row, kept, in),
                choices(languages(row), in),
                choices(texts(row, kept.map(Translation::language).orElse("")), in),
                kept.orElse(null),
                rows.before(act));
    }

    FormProblems problems(RequestRow row, TypedValues typed) {
        var found = FormProblems.NONE;
        if (!languages(row).contains(typed.text("language"))) {
            found = found.with("language", "paper.needed");
        }
        if (!texts(row, typed.text("language")).contains(typed.text("prevails"))) {
            found = found.with("prevails", "paper.needed");
        }
        if (!certified(typed)) {
            return found;
        }
        var by = typed.text("certifiedBy");
        var day = PaperArrival.day(typed.text("certifiedDay"));
        if (by.isBlank()) {
            found = found.with("certifiedBy", "paper.needed");
        } else if (by.length() > Translation.LONGEST) {
            found = found.with("certifiedBy", "paper.translation.long");
        }
        if (day == null) {
            found = found.with("certifiedDay", "paper.needed");
        } else if (day.isAfter(LocalDate.now(clock.withZone(ZoneOffset.ofHours(14))))) {
            found = found.with("certifiedDay", "paper.in-the-future");
        } else if (new JudgingDays(clock).ofAnotherAge(day)) {
            found = found.with("certifiedDay", "paper.impossible-day");
        }
        return found;
    }

    /** What the letter left with stays, so that it is printed again with it; a file may join it. */
    FormProblems problems(String act, Instant posted, TypedValues typed, boolean file, Official by) {
        var now = translation(act, typed, by);
        return rows.of(act)
                .flatMap(it -> it.asOf(posted))
                .filter(it -> !it.saysTheSame(now) || file && !it.file().isEmpty())
                .map(_ -> FormProblems.NONE.with("language", "paper.translation.left"))
                .orElse(FormProblems.NONE);
    }

    /** What was checked before; a draft has nobody who certified it. */
    @Transactional
    public void record(RequestRow row, String act, TypedValues typed, @Nullable Scan scan, Official by) {
        var translation = translation(act, typed, by);
        rows.put(row.thread(), translation, scan);
        ledger.record(
                by,
                "letter.translated",
                act,
                Map.of("language", translation.language(), "state", translation.certified() ? CERTIFIED : "draft"));
    }

    private Translation translation(String act, TypedValues typed, Official by) {
        boolean certified = certified(typed);
        var now = clock.instant();
        return new Translation(
                act,
                typed.text("language"),
                certified ? typed.text("certifiedBy").strip() : "",
                certified ? PaperArrival.day(typed.text("certifiedDay")) : null,
                typed.text("prevails"),
                "",
                by.id(),
                now,
                now,
                null);
    }

    /** @param before which of those that stood there before, or null */
    Optional<Scan> file(RequestRow row, String act, @Nullable Long before) {
        return before == null ? rows.file(row.thread(), act) : rows.fileBefore(row.thread(), act, before);
    }

    private static boolean certified(TypedValues typed) {
        return typed.text("state").equals(CERTIFIED);
    }

    /** Those of the letter, and what else the addressee accepts. */
    private List<String> languages(RequestRow row) {
        return Stream.concat(
                        letters.of(row).stream().map(Language::tag),
                        GoneParticipant.shown(directory, row.counterpart()).languages().stream())
                .distinct()
                .toList();
    }

    private List<String> texts(RequestRow row, String translated) {
        return Stream.concat(
                        letters.of(row).stream().map(Language::tag),
                        Stream.of(translated).filter(it -> languages(row).contains(it)))
                .distinct()
                .toList();
    }

    private static List<Choice> choices(List<String> tags, Language in) {
        return tags.stream().map(it -> Choice.of(it, LetterWords.named(it, in))).toList();
    }
}
