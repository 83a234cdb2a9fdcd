package org.comity.cooperation.preservation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.comity.convention.Convention;
import org.comity.convention.ProcedureLaw;
import org.comity.cooperation.Draft;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.comity.ui.Choice;
import org.comity.ui.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** What each page of a new request shows beside its questions: what is settled, what the other's law needs. */
@Component
class ComposingRequest {

    private final Convention convention;
    private final Directory directory;

    ComposingRequest(Convention convention, Directory directory) {
        this.convention = convention;
        this.directory = directory;
    }

    Request empty() {
        var instrument = convention.offered("preservation").stream()
                .map(it -> it.instrument().id())
                .findFirst()
                .orElse("");
        return Request.empty(instrument, directory.self().functions().getOrDefault("contact-point", ""));
    }

    boolean mayBeAsked(String id) {
        return directory.find(id).filter(it -> !it.id().equals(directory.self().id())).isPresent();
    }

    ComposeView start(String to, String language) {
        return view(null, empty(), ComposeStep.STATE, to.isBlank() ? null : directory.find(to).orElse(null), Problems.NONE, language);
    }

    ComposeView unknownState(MultiValueMap<String, String> form, String language) {
        var body = Request.of(RequestForm.apply(empty().json(), ComposeStep.STATE, form));
        return view(null, body, ComposeStep.STATE, null, Problems.NONE.with("counterpart", "compose.choose-state"), language);
    }

    ComposeView page(Draft draft, ComposeStep step, boolean check, String language) {
        var request = Request.of(draft.body());
        var problems = check ? problems(request, step) : Problems.NONE;
        return view(draft, request, step, directory.get(draft.counterpart()), problems, language);
    }

    /** After saving, the page shows itself again while a line of it cannot be right; gaps alone never hold anybody. */
    boolean stays(Draft saved, ComposeStep step) {
        return step == ComposeStep.DATA
                && !saved.emergency()
                && problems(Request.of(saved.body()), step).all().stream()
                        .anyMatch(it -> it.key().contains(".ip-") || it.key().endsWith("period-reversed"));
    }

    private static Problems problems(Request request, ComposeStep step) {
        var missing = request.emergency() ? RequestRules.missingInEmergency(request) : RequestRules.missing(request);
        return new Problems(missing.stream()
                .filter(it -> step.letters().contains(it.letter()))
                .map(it -> new Problems.Problem(
                        ComposeView.field(it),
                        "preservation.missing." + it.key(),
                        Map.of("line", Integer.toString(it.line()))))
                .toList());
    }

    private ComposeView view(
            @Nullable Draft draft,
            Request request,
            ComposeStep step,
            @Nullable Participant other,
            Problems problems,
            String language) {
        var letters = ComposeView.letters(request);
        int done = (int) letters.values().stream()
                .filter(it -> it.settled() || !it.asked())
                .count();
        return new ComposeView(
                draft,
                step.path(),
                step.ordinal() + 1,
                request.json(),
                ComposeView.lines(request),
                ComposeView.from(request),
                ComposeView.until(request),
                other,
                states(language),
                instruments(language, other),
                notOffered(language),
                offences(language),
                letters,
                done,
                provisions(request, other, language),
                convention.newest(request.instrument()).map(it -> it.shortName().in(language)).orElse(""),
                problems);
    }

    private List<Choice> states(String language) {
        return directory.all().stream()
                .filter(it -> !it.id().equals(directory.self().id()))
                .map(it -> new Choice(it.id(), it.state() + " " + it.name(language), null))
                .sorted((a, b) -> java.text.Collator.getInstance(java.util.Locale.forLanguageTag(language))
                        .compare(a.label().substring(3), b.label().substring(3)))
                .toList();
    }

    private List<Choice> instruments(String language, @Nullable Participant other) {
        return convention.offered("preservation").stream()
                .map(it -> new Choice(
                        it.instrument().id(),
                        it.instrument().name().in(language) + " · " + it.law().article(),
                        it.instrument().bindingNote().in(language)))
                .toList();
    }

    private List<String> notOffered(String language) {
        var offered = convention.offered("preservation").stream()
                .map(it -> it.instrument().id())
                .collect(Collectors.toSet());
        return convention.laws().stream()
                .filter(it -> it.procedure().equals("preservation"))
                .map(ProcedureLaw::edition)
                .flatMap(it -> convention.instrument(it).stream())
                .filter(it -> !offered.contains(it.id()))
                .map(it -> it.name().in(language))
                .distinct()
                .toList();
    }

    private List<Choice> offences(String language) {
        return convention.offences(edition()).stream()
                .map(it -> new Choice(it.article(), it.article() + ". " + it.title().in(language), null))
                .toList();
    }

    private List<ComposeView.Provision> provisions(Request request, @Nullable Participant other, String language) {
        var rows = new ArrayList<ComposeView.Provision>();
        if (other == null) {
            return rows;
        }
        for (var offence : convention.offences(edition())) {
            if (request.offences().contains(offence.article())) {
                rows.add(new ComposeView.Provision(
                        offence.article(),
                        offence.title().in(language),
                        directory.self().profile().provisions().getOrDefault(offence.article(), ""),
                        other.profile().provisions().getOrDefault(offence.article(), "")));
            }
        }
        return rows;
    }

    private String edition() {
        return convention.newest(Convention.UNCC).orElseThrow().edition();
    }
}
