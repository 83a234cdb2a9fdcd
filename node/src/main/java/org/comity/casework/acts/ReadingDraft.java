package org.comity.casework.acts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.casework.BesideDraft;
import org.comity.casework.Drafts;
import org.comity.casework.InstrumentBonds;
import org.comity.casework.ReadByOthers;
import org.comity.casework.ReturnedDrafts;
import org.comity.casework.SeatedAuthorities;
import org.comity.casework.compose.PhoneCalls;
import org.comity.convention.ProcedureLaw.Provision;
import org.comity.directory.Directory;
import org.comity.directory.GoneParticipant;
import org.comity.directory.Participant;
import org.comity.identity.Officials;
import org.comity.procedure.ActWriting.Pointed;
import org.comity.procedure.Composition;
import org.comity.procedure.Draft;
import org.comity.procedure.Editions;
import org.comity.procedure.Procedures;
import org.comity.procedure.RequestRow;
import org.comity.procedure.Requests;
import org.comity.ui.FormProblems;
import org.comity.ui.Language;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows a draft as the document it will be. */
@Component
class ReadingDraft implements DraftsShown {

    private final Drafts drafts;
    private final Directory directory;
    private final Officials officials;
    private final WhoApproves who;
    private final Editions editions;
    private final SendingDrafts sending;
    private final Requests requests;
    private final PhoneCalls calls;
    private final Procedures procedures;
    private final InstrumentBonds bonds;
    private final RequiringTwoReaders read;
    private final AwaitingAssurances assured;
    private final PromisingBeyondOrder promising;
    private final SeatedAuthorities seats;
    private final ReturnedDrafts returned;
    private final ComparingReturned comparing;
    private final BesideDraft beside;

    // More than eight: each gives one part of the page on which a draft is read and approved.
    ReadingDraft(
            Drafts drafts,
            Directory directory,
            Officials officials,
            WhoApproves who,
            Editions editions,
            SendingDrafts sending,
            Requests requests,
            PhoneCalls calls,
            Procedures procedures,
            InstrumentBonds bonds,
            RequiringTwoReaders read,
            AwaitingAssurances assured,
            PromisingBeyondOrder promising,
            SeatedAuthorities seats,
            ReturnedDrafts returned,
            ComparingReturned comparing,
            BesideDraft beside) {
        this.drafts = drafts;
        this.directory = directory;
        this.officials = officials;
        this.who = who;
        this.editions = editions;
        this.sending = sending;
        this.requests = requests;
        this.calls = calls;
        this.procedures = procedures;
        this.bonds = bonds;
        this.read = read;
        this.assured = assured;
        this.promising = promising;
        this.seats = seats;
        this.returned = returned;
        this.comparing = comparing;
        this.beside = beside;
    }

    @Override
    public ActView view(String id, Official by) {
        var draft = drafts.get(id);
        var rendering = procedures.of(draft.procedure()).rendering();
        var other = GoneParticipant.shown(directory, draft.counterpart());
        var language = languageFor(other);
        boolean submitted = draft.act() != null;
        var address = draft.address(requests);
        var edition = editions.ofDraft(draft);
        var sections = rendering.sections(edition, draft.thread(), draft.type(), draft.facts(), draft.body(), language);
        return new ActView(
                draft,
                rendering.headline(draft.type(), draft.facts(), draft.body(), language),
                sections,
                language.getLanguage(),
                Language.of(language).dir(),
                directory.self(),
                other,
                rendering.function(),
                drafts.needsSecondOfficer(draft),
                who.waitsForCentralAuthority(draft),
                pointed(draft),
                gaps(draft, Language.of(language)),
                draft.opens() ? beside(draft) : List.of(),
                edition,
                draft.status() == Draft.Status.SUBMITTED
                        && who.verdict(draft, by).allowed(),
                draft.status() == Draft.Status.SUBMITTED && who.takesBack(draft, by),
                address,
                backTo(draft, address),
                officials.name(draft.submittedBy()),
                submitted ? drafts.json(id).length : 0,
                submitted ? drafts.pdf(id).length : 0,
                sending.of(draft),
                directory.keysWithdrawn(other.id()).isPresent(),
                seats.reads(other.id()),
                returned.of(draft).orElse(null),
                comparing.of(draft, sections, language, by).orElse(null),
                confidential(draft));
    }

    private List<Provision> beside(Draft draft) {
        return procedures.of(draft.procedure()).writing().saidOfOpening(editions.ofDraft(draft), draft.body());
    }

    private boolean confidential(Draft draft) {
        return Optional.ofNullable(draft.thread())
                .flatMap(requests::ofThread)
                .map(RequestRow::confidential)
                .orElse(Boolean.TRUE.equals(draft.body().get("secret")));
    }

    /** What the treaty asks and the State decides, for the officer who signs. */
    private List<Pointed> pointed(Draft draft) {
        var procedure = procedures.of(draft.procedure());
        boolean opens = procedure.opening().equals(draft.type());
        if (opens || draft.thread() == null) {
            var pointed = new ArrayList<>(opens ? procedure.composition().pointedOut(draft.readable()) : List.of());
            if (opens) {
                var other = GoneParticipant.shown(directory, draft.counterpart());
                pointed.addAll(EntryStatements.on(beside(draft), editions.ofDraft(draft), other));
            }
            if (calls.untold(draft)) {
                pointed.add(new Pointed("compose.phone.untold", ""));
            }
            pointed.addAll(beside.pointed(draft));
            file(draft).forEach(pointed::add);
            return pointed;
        }
        var ofProcedure = requests.ofThread(draft.thread()).stream()
                .flatMap(row -> Stream.concat(
                        procedure.writing().pointed(row, draft.type(), draft.body(), draft.facts()).stream(),
                        promising.pointed(row, draft).stream()));
        var ofSafeguards = Stream.concat(read.pointed(draft).stream(), assured.pointed(draft).stream());
        return Stream.of(ofProcedure, file(draft), ofSafeguards)
                .flatMap(it -> it)
                .toList();
    }

    /** Files are added on the preview, after the page on which a choice says that one is there. */
    private Stream<Pointed> file(Draft draft) {
        return draft.files().isEmpty() && procedures.of(draft.procedure()).saysFile(draft.type(), draft.body())
                ? Stream.of(new Pointed("acts.caution.no-file", ""))
                : Stream.of();
    }

    /** What is missing, each with its page, so that nobody learns it only after submitting. */
    List<ActView.Gap> gaps(Draft draft, Language language) {
        if (!draft.opens()) {
            return List.of();
        }
        var pages = procedures.of(draft.procedure()).composition();
        var labels = new HashMap<FormProblems.Problem, String>();
        pages.checks(draft.readable(), language)
                .forEach(check -> check.missing().forEach(it -> labels.put(it, check.label())));
        // What every page asks, as the reason of an emergency, is one gap: where it is asked first.
        var gaps = new LinkedHashMap<FormProblems.Problem, ActView.Gap>();
        for (var step : pages.steps()) {
            var path = "/drafts/" + draft.id() + "/" + step + "?check=true";
            var fields = pages.fields(draft.readable(), step, language).stream()
                    .collect(Collectors.toMap(
                            Composition.PageField::key, Composition.PageField::label, (one, _) -> one));
            for (var problem : problems(pages, draft, step).all()) {
                var key = problem.field().split("[^A-Za-z0-9]", 2)[0];
                var label = fields.getOrDefault(key, labels.getOrDefault(problem, ""));
                gaps.putIfAbsent(
                        problem,
                        new ActView.Gap(
                                problem, label, path, typed(draft.readable().get(key))));
            }
        }
        return List.copyOf(gaps.values());
    }

    private static boolean typed(@Nullable Object said) {
        return switch (said) {
            case null -> false;
            case String text -> !text.isBlank();
            case Collection<?> list -> !list.isEmpty();
            default -> true;
        };
    }

    private FormProblems problems(Composition pages, Draft draft, String step) {
        var problems = pages.problems(draft.readable(), step);
        return step.equals(Composition.STATE)
                        && bonds.bindsNot(draft.readable(), GoneParticipant.shown(directory, draft.counterpart()))
                ? problems.with("instrument", "treaties.problem.bound-not")
                : problems;
    }

    /** The document is written in a language that the addressee reads. */
    static Locale languageFor(Participant other) {
        return ReadByOthers.language(other).locale();
    }

    /** The page on which it is written. */
    static String backTo(Draft draft, String address) {
        return draft.opens()
                ? "/drafts/" + draft.id() + "/state"
                : "/requests/" + address + "/" + draft.type() + "?draft=" + draft.id();
    }
}
