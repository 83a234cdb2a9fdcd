package org.comity.casework.compose;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.comity.casework.ReturnedDrafts;
import org.comity.casework.SeatedAuthorities;
import org.comity.convention.Convention;
import org.comity.convention.ProcedureLaw;
import org.comity.directory.Directory;
import org.comity.directory.EntryVersions;
import org.comity.directory.GoneParticipant;
import org.comity.directory.Participant;
import org.comity.procedure.Composition;
import org.comity.procedure.Draft;
import org.comity.procedure.KnownProcedure;
import org.comity.procedure.Procedures;
import org.comity.procedure.form.BodyFields;
import org.comity.procedure.form.ClockChoices;
import org.comity.procedure.form.ComposedPage;
import org.comity.procedure.form.GoverningLaw;
import org.comity.procedure.form.RecordedForm;
import org.comity.ui.Choice;
import org.comity.ui.FormProblems;
import org.comity.ui.Language;
import org.comity.ui.TypedMoment;
import org.comity.ui.Words;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** What each page of a new request shows beside its questions: what is settled, what the other's law needs. */
@Component
class ReadingCompose {

    private final Procedures procedures;
    private final Convention convention;
    private final Directory directory;
    private final EntryVersions entries;
    private final CallingFirst calls;
    private final PointingOut pointing;
    private final OfferingInstruments offering;
    private final CheckingParticipantKinds kinds;
    private final SeatedAuthorities seats;
    private final ReturnedDrafts returned;
    private final Words words;

    // More than eight: one for each thing that stands beside the questions.
    ReadingCompose(
            Procedures procedures,
            Convention convention,
            Directory directory,
            EntryVersions entries,
            CallingFirst calls,
            PointingOut pointing,
            OfferingInstruments offering,
            CheckingParticipantKinds kinds,
            SeatedAuthorities seats,
            ReturnedDrafts returned,
            Words words) {
        this.returned = returned;
        this.procedures = procedures;
        this.convention = convention;
        this.directory = directory;
        this.entries = entries;
        this.calls = calls;
        this.pointing = pointing;
        this.offering = offering;
        this.kinds = kinds;
        this.seats = seats;
        this.words = words;
    }

    /**
     * One that an officer can begin here.
     *
     * @param named null for the first one
     */
    KnownProcedure begun(@Nullable String named) {
        var offered = procedures.grouped(kinds::offers).values().stream()
                .flatMap(List::stream)
                .toList();
        var law = named == null && !offered.isEmpty() ? offered.getFirst() : named;
        if (law == null || !offered.contains(law)) {
            throw ComposeRefused.unknownProcedure();
        }
        return procedures.ofLaw(law).orElseThrow(ComposeRefused::unknownProcedure);
    }

    KnownProcedure of(Draft draft) {
        return procedures
                .find(draft.procedure())
                .filter(_ -> draft.opens())
                .orElseThrow(ComposeRefused::unknownProcedure);
    }

    /** A node is asked only in what its entry lists; a State without one is asked by letter. */
    boolean mayBeAsked(KnownProcedure procedure, String id) {
        return directory.find(id).filter(it -> accepts(procedure, it)).isPresent();
    }

    ComposeView start(KnownProcedure procedure, String to, Language language) {
        var other = directory.find(to).filter(it -> accepts(procedure, it)).orElse(null);
        var empty = procedure.composition().empty();
        return view(
                procedure,
                null,
                other == null ? empty : offering.begun(empty, other),
                Composition.STATE,
                other,
                FormProblems.NONE,
                null,
                language);
    }

    ComposeView unknownState(KnownProcedure procedure, MultiValueMap<String, String> form, Language language) {
        var pages = procedure.composition();
        var body = pages.apply(pages.empty(), Composition.STATE, form);
        var problems = FormProblems.NONE.with("counterpart", "compose.choose-state");
        return view(procedure, null, DrillTick.typed(body, form), Composition.STATE, null, problems, null, language);
    }

    /** What the first page posted, where a treaty of the entries is the basis that a request names. */
    MultiValueMap<String, String> settled(
            KnownProcedure procedure, String counterpart, MultiValueMap<String, String> form) {
        return offering.settled(procedure.law(), counterpart, form);
    }

    boolean bindsNot(Map<String, Object> body, String counterpart) {
        return offering.bindsNot(body, GoneParticipant.shown(directory, counterpart));
    }

    /** The first page again, with what binds both beside the question. */
    ComposeView unbound(
            KnownProcedure procedure,
            Map<String, Object> body,
            MultiValueMap<String, String> form,
            String counterpart,
            Language language) {
        var problems = FormProblems.NONE.with("instrument", "treaties.problem.bound-not");
        var typed = DrillTick.typed(body, form);
        return view(procedure, null, typed, Composition.STATE, directory.get(counterpart), problems, null, language);
    }

    ComposeView page(
            KnownProcedure procedure, Draft draft, String step, boolean check, Official by, Language language) {
        var problems = check ? procedure.composition().problems(draft.readable(), step) : FormProblems.NONE;
        if (check && calls.untold(draft)) {
            problems = problems.with(PhoneCalls.AT, "compose.phone.when-missing");
        }
        if (check && step.equals(Composition.STATE) && bindsNot(draft.readable(), draft.counterpart())) {
            problems = problems.with("instrument", "treaties.problem.bound-not");
        }
        var other = GoneParticipant.shown(directory, draft.counterpart());
        return view(procedure, draft, draft.readable(), step, other, problems, by, language);
    }

    private ComposeView view(
            KnownProcedure procedure,
            @Nullable Draft draft,
            Map<String, Object> body,
            String step,
            @Nullable Participant other,
            FormProblems problems,
            @Nullable Official by,
            Language language) {
        var composition = procedure.composition();
        var steps = composition.steps(body);
        var governing = new GoverningLaw(convention);
        var rules = governing.of(procedure.law(), body);
        return new ComposeView(
                procedure.law(),
                procedure.mayBeDrill(),
                procedure.steps().keepsForAnother(),
                draft == null ? procedures.grouped(kinds::offers) : Map.of(),
                draft,
                steps,
                steps.stream()
                        .filter(it -> composition.problems(body, it).any())
                        .toList(),
                step,
                steps.indexOf(step) + 1,
                body,
                other,
                other != null && seats.reads(other.id()),
                states(procedure, language),
                draft == null ? notAccepting(procedure, language) : List.of(),
                offering.choices(procedure.law(), other, body, language),
                offering.chosen(other, body),
                offering.barred(procedure.law(), other, language),
                offering.rules(procedure.law(), other, language),
                other == null || !other.kind().authority() ? null : offering.between(other),
                ComposedPage.offences(convention, rules, language),
                rules,
                RecordedForm.kinds(convention, procedure.law(), words, language),
                composition.checks(body, language),
                provisions(rules, new BodyFields(body).texts("offences"), other, language),
                governing.instrument(body).orElse(null),
                composition.asked(body, language),
                composition.choices(body, language),
                composition.fields(body, step, language),
                composition.urgent(),
                Stream.concat(composition.pointedOut(body).stream(), pointing.pointed(body, draft, by).stream())
                        .toList(),
                pointing.card(draft).orElse(null),
                other == null ? null : phone(draft, other, language),
                draft == null ? null : returned.of(draft).orElse(null),
                problems);
    }

    private ComposeView.Phone phone(@Nullable Draft draft, Participant other, Language language) {
        var called = draft == null
                ? null
                : calls.of(draft)
                        .map(it -> new ComposeView.Called(at(it), it.person(), it.said(), zones(other, language)))
                        .orElse(null);
        return new ComposeView.Phone(
                other.phone(), entries.phoneTestedAt(other.id()).orElse(null), called);
    }

    private TypedMoment at(PriorCall call) {
        var zone = directory.self().zone();
        return call.at() == null ? new TypedMoment("", "", zone.getId()) : TypedMoment.of(call.at(), zone);
    }

    private List<Choice> zones(Participant other, Language language) {
        return ClockChoices.of(language, directory.self(), other);
    }

    private boolean accepts(KnownProcedure procedure, Participant other) {
        var node = other.node();
        return mayAsk(procedure, other) && (node == null || node.procedures().contains(procedure.id()));
    }

    private boolean mayAsk(KnownProcedure procedure, Participant other) {
        return !other.id().equals(directory.self().id()) && CheckingParticipantKinds.mayBeAsked(procedure, other);
    }

    private List<Choice> states(KnownProcedure procedure, Language language) {
        var order = Collator.getInstance(language.locale());
        return directory.all().stream()
                .filter(it -> accepts(procedure, it))
                .sorted(Comparator.comparing(it -> it.name(language.tag()), order))
                .map(it -> Choice.of(it.id(), it.state() + " " + it.name(language.tag())))
                .toList();
    }

    private List<String> notAccepting(KnownProcedure procedure, Language language) {
        return directory.all().stream()
                .filter(it -> mayAsk(procedure, it) && !accepts(procedure, it))
                .map(it -> it.name(language.tag()))
                .sorted(Collator.getInstance(language.locale()))
                .toList();
    }

    private List<ComposeView.Provision> provisions(
            ProcedureLaw rules, List<String> chosen, @Nullable Participant other, Language language) {
        var rows = new ArrayList<ComposeView.Provision>();
        if (other == null) {
            return rows;
        }
        var instrument = rules.edition().substring(0, rules.edition().indexOf('/'));
        for (var offence : convention.offences(rules.edition())) {
            if (chosen.contains(offence.article())) {
                rows.add(new ComposeView.Provision(
                        offence.article(),
                        offence.title().in(language.tag()),
                        directory.self().profile().provision(instrument, offence.article()),
                        other.profile().provision(instrument, offence.article())));
            }
        }
        return rows;
    }
}
