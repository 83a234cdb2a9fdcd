package org.comity.paper;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.comity.convention.Convention;
import org.comity.convention.ProcedureLaw;
import org.comity.directory.Directory;
import org.comity.directory.GoneParticipant;
import org.comity.procedure.Dispatch;
import org.comity.procedure.KnownProcedure;
import org.comity.procedure.Procedures;
import org.comity.procedure.RequestRow;
import org.comity.procedure.form.BodyFields;
import org.comity.sealing.OfficialLetter;
import org.comity.sealing.OfficialLetter.Block;
import org.comity.sealing.OfficialLetter.Part;
import org.comity.sealing.OfficialLetter.Text;
import org.comity.sealing.OfficialLetter.Title;
import org.comity.thread.Threads.KeptAct;
import org.comity.ui.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Composes letters that an authority can sign: in the addressee's language first, then in ours. */
@Component
class ComposingLetters {

    private final Directory directory;
    private final Procedures procedures;
    private final Convention convention;
    private final LetterWords words;
    private final OurLetterhead head;
    private final LetterSettings settings;
    private final LetterLanguages languages;
    private final Clock clock;

    ComposingLetters(
            Directory directory,
            Procedures procedures,
            Convention convention,
            LetterWords words,
            OurLetterhead head,
            LetterSettings settings,
            LetterLanguages languages,
            Clock clock) {
        this.directory = directory;
        this.procedures = procedures;
        this.convention = convention;
        this.words = words;
        this.head = head;
        this.settings = settings;
        this.languages = languages;
        this.clock = clock;
    }

    /** @param way how the letter went, if it is known */
    OfficialLetter act(RequestRow row, KeptAct act, @Nullable Dispatch way) {
        return act(row, act, way, new KnownWhenPosted.Known(row.theirCase(), languages.translation(act.id())));
    }

    /** @param known what may stand upon it, of what is learned in time */
    OfficialLetter act(RequestRow row, KeptAct act, @Nullable Dispatch way, KnownWhenPosted.Known known) {
        var procedure = procedures.of(row.procedure());
        var translation = known.translation();
        var parts = new ArrayList<Part>();
        for (var language : languages.of(row)) {
            var note = languages.note(row, translation, language);
            parts.add(act(blocks(row, procedure, language, known.theirCase()), procedure, act, way, translation, note));
        }
        return letter(row, parts, act.envelope().drill());
    }

    private Part act(
            LetterBlocks set,
            KnownProcedure procedure,
            KeptAct act,
            @Nullable Dispatch way,
            Optional<Translation> translation,
            String note) {
        var envelope = act.envelope();
        var language = set.language();
        boolean opening = envelope.type().equals(procedure.opening());
        var law = convention.law(procedure.law(), envelope.convention()).orElse(null);
        var headline = procedure.rendering().headline(envelope.type(), envelope.facts(), act.body(), set.locale());
        var sections = procedure
                .rendering()
                .sections(
                        envelope.convention(),
                        act.thread(),
                        envelope.type(),
                        envelope.facts(),
                        act.body(),
                        set.locale());
        var files = set.files(envelope.attachments(), translation);
        var marks = set.marks(opening && procedure.steps().urgent(act.body()));
        var blocks = new ArrayList<Block>(top(set, marks, way, envelope.time(), files.size() + 1));
        head.checkWord(act, set).ifPresent(blocks::add);
        blocks.add(new Title(headline, basis(set, law, opening)));
        blocks.add(new Text(operative(set, law, envelope.type(), opening)));
        var numbered = new NumberedIdentifiers(act.body(), set);
        blocks.addAll(set.items(set.without(sections, law == null ? "" : instrument(set, law)), numbered));
        if (opening) {
            blocks.addAll(set.rules(law));
        }
        if (opening && envelope.convention().startsWith(Convention.UNCC + "/")) {
            blocks.addAll(set.provisions(new BodyFields(act.body()).texts("offences")));
        }
        set.close(blocks, files, note);
        var reply = new ReplyBlocks(set);
        blocks.add(reply.form(headline, opening ? reply.toOpening(law, numbered.last()) : reply.toAnswer()));
        var check = head.check(act.id());
        var foot = set.say("letters.act", "act", act.id(), "address", head.verify());
        return new Part(language.locale(), set.running(marks), foot, check, blocks);
    }

    /**
     * A kind enquiry, with the dates that matter and no reproach.
     *
     * @param request of which it reminds; null where it is not here
     * @param way how that request went, if it is known
     */
    OfficialLetter reminder(RequestRow row, @Nullable KeptAct request, @Nullable Dispatch way) {
        var procedure = procedures.of(row.procedure());
        var law = request == null
                ? null
                : convention
                        .law(procedure.law(), request.envelope().convention())
                        .orElse(null);
        var parts = new ArrayList<Part>();
        for (var language : languages.of(row)) {
            var note = languages.note(row, Optional.empty(), language);
            parts.add(reminder(blocks(row, procedure, language, row.theirCase()), procedure, law, request, way, note));
        }
        return letter(row, parts, request != null && request.envelope().drill());
    }

    private Part reminder(
            LetterBlocks set,
            KnownProcedure procedure,
            @Nullable ProcedureLaw law,
            @Nullable KeptAct request,
            @Nullable Dispatch way,
            String note) {
        var title = set.say(
                "letters.reminder",
                "request",
                procedure.rendering().headline(procedure.opening(), Map.of(), Map.of(), set.locale()));
        var reminds = new ReminderBlocks(set, law, request == null ? null : request.body(), way);
        var marks = set.marks(request != null && procedure.steps().urgent(request.body()));
        var files = List.of(reminds.copy());
        var blocks = new ArrayList<Block>(top(set, marks, null, clock.instant(), files.size() + 1));
        blocks.add(new Title(title, basis(set, law, reminds.ref())));
        blocks.addAll(reminds.blocks());
        set.close(blocks, files, note);
        var reply = new ReplyBlocks(set);
        blocks.add(reply.form(title, reply.toReminder()));
        var act = request == null ? "" : request.id();
        var foot = set.say("letters.on-act", "act", act.isEmpty() ? "none" : act, "address", head.verify());
        return new Part(
                set.language().locale(), set.running(marks), foot, act.isEmpty() ? "" : head.check(act), blocks);
    }

    /** Of a question on progress: the paragraph that speaks of it, else that of the request. */
    private String basis(LetterBlocks set, @Nullable ProcedureLaw law, String ref) {
        return law == null || ref.isEmpty()
                ? basis(set, law, false)
                : set.say(
                        "letters.under",
                        "instrument",
                        instrument(set, law),
                        "articles",
                        set.say("letters.article", "article", ref),
                        "given",
                        "no",
                        "items",
                        "");
    }

    private LetterBlocks blocks(RequestRow row, KnownProcedure procedure, Language language, String theirCase) {
        var rendering = procedure.rendering();
        var self = directory.self();
        var other = GoneParticipant.shown(directory, row.counterpart());
        var function = self.function(rendering.function());
        return new LetterBlocks(
                words,
                language,
                self,
                other,
                row,
                theirCase,
                procedure.opener(),
                function,
                other.function(row.ourRole() == procedure.opener() ? rendering.addressed() : rendering.function()),
                settings.signatory(function));
    }

    /** @param written one day on every print: when it left stands beside the way by which it left */
    private List<Block> top(
            LetterBlocks set, OfficialLetter.Marks marks, @Nullable Dispatch way, Instant written, int enclosures) {
        var channel =
                way != null && way.channel() != null ? way.channel() : set.row().channel();
        var blocks = new ArrayList<Block>();
        blocks.add(head.in(set.language(), set.function()));
        if (!marks.marks().isEmpty()) {
            blocks.add(marks);
        }
        blocks.add(set.address(
                PaperArrival.CHANNELS.contains(channel) ? PaperArrival.word(channel) : "",
                way == null ? "" : way.number(),
                way == null ? null : way.day(),
                enclosures));
        blocks.add(set.place(set.dayOf(written)));
        return blocks;
    }

    private String basis(LetterBlocks set, @Nullable ProcedureLaw law, boolean opening) {
        if (law == null) {
            return "";
        }
        var under = law.form()
                ? instrument(set, law)
                : set.say(
                        "letters.under",
                        "instrument",
                        instrument(set, law),
                        "articles",
                        articles(set, law),
                        "given",
                        opening && !LetterWords.items(law).isEmpty() ? "yes" : "no",
                        "items",
                        LetterWords.items(law));
        return opening
                ? under
                : set.say(set.concerning(), "day", set.day(set.dayOf(set.row().openedAt())), "under", under);
    }

    private String operative(LetterBlocks set, @Nullable ProcedureLaw law, String type, boolean opening) {
        var procedure = set.row().law();
        var language = set.language();
        boolean form = law == null || law.form();
        var keys = new ArrayList<>(List.of(procedure + ".letter." + type));
        if (opening) {
            keys.add(set.about(form ? "letters.asks-otherwise" : "letters.asks", "letters.given"));
        } else {
            var says = set.about("letters.says", "letters.given.says");
            keys.add(says + "." + type);
            keys.add(says);
        }
        return words.first(
                language,
                keys,
                "us",
                set.us(),
                "them",
                set.them(),
                "state",
                set.other().name(language.tag()),
                "articles",
                form ? "" : articles(set, Objects.requireNonNull(law)),
                "instrument",
                law == null ? "" : instrument(set, law),
                "what",
                words.first(
                        language,
                        List.of(procedure + ".letter.what", "letters.what"),
                        "state",
                        set.other().name(language.tag())),
                "reference",
                set.row().reference(),
                "day",
                set.day(set.dayOf(set.row().openedAt())));
    }

    private String articles(LetterBlocks set, ProcedureLaw law) {
        return words.articles(set.language(), law);
    }

    private String instrument(LetterBlocks set, ProcedureLaw law) {
        return convention
                .instrument(law.edition())
                .map(it -> it.name().in(set.language().tag()))
                .orElse("");
    }

    private OfficialLetter letter(RequestRow row, List<Part> parts, boolean drill) {
        var title = parts.getFirst().blocks().stream()
                .filter(Title.class::isInstance)
                .map(it -> ((Title) it).text())
                .findFirst()
                .orElseThrow();
        return new OfficialLetter(title, row.reference(), parts, settings.template(), drill);
    }
}
