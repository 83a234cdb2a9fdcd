package org.comity.cooperation.preservation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.comity.convention.Convention;
import org.comity.cooperation.DomesticFile;
import org.comity.cooperation.Draft;
import org.comity.cooperation.Drafts;
import org.comity.cooperation.Editions;
import org.comity.cooperation.RequestRow;
import org.comity.cooperation.Requests;
import org.comity.cooperation.StepsOnOffer;
import org.comity.cooperation.form.Fields;
import org.comity.directory.Directory;
import org.comity.thread.Threads;
import org.comity.ui.Choice;
import org.comity.ui.Language;
import org.comity.ui.Problems;
import org.comity.ui.TypedMoment;
import org.comity.ui.Words;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What an officer sees while writing an act: the fields, what is known, what the program points out. */
@Component
class WritingAct {

    private final Requests requests;
    private final Threads threads;
    private final Drafts drafts;
    private final StepsOnOffer steps;
    private final DomesticFile file;
    private final Directory directory;
    private final Convention convention;
    private final Editions editions;
    private final Gaps gaps;
    private final Words words;
    private final Clock clock;

    WritingAct(
            Requests requests,
            Threads threads,
            Drafts drafts,
            PreservationSteps steps,
            DomesticFile file,
            Directory directory,
            Convention convention,
            Editions editions,
            Gaps gaps,
            Words words,
            Clock clock) {
        this.requests = requests;
        this.threads = threads;
        this.drafts = drafts;
        this.steps = steps;
        this.file = file;
        this.directory = directory;
        this.convention = convention;
        this.editions = editions;
        this.gaps = gaps;
        this.words = words;
        this.clock = clock;
    }

    RequestRow row(String reference) {
        return requests.find(reference)
                .orElseThrow(() -> new ActRules.Broken("unknown", "reference"));
    }

    ActFormView view(RequestRow row, String type, @Nullable String draftId, boolean check, Language language) {
        var draft = draftId == null || draftId.isBlank() ? null : drafts.get(draftId);
        var body = draft == null ? prefilled(row, type) : draft.body();
        var until = untilOf(row, type, draft);
        var kind = Step.Kind.of(type).orElseThrow();
        return new ActFormView(
                type,
                row,
                draft,
                directory.get(row.counterpart()),
                fields(row, type, body, language),
                body,
                kind.needsUntil() && kind != Step.Kind.EXPIRE,
                until == null ? null : TypedMoment.of(until, ZoneOffset.UTC),
                type.equals("report-preserved") ? now().plus(minimum(row)) : null,
                row.until(),
                warning(row, type),
                zones(row, language),
                offered(row).stream().filter(it -> !it.equals(type)).toList(),
                check && draft != null ? problems(type, draft) : Problems.NONE);
    }

    Draft save(
            RequestRow row,
            String type,
            @Nullable String draftId,
            long version,
            Map<String, Object> body,
            Map<String, String> facts,
            Official by) {
        var id = draftId;
        long latest = version;
        if (id == null || id.isBlank()) {
            var begun = drafts.start(
                    row.procedure(), type, row.ourRole(), row.counterpart(), row.thread(), body, by);
            id = begun.id();
            latest = begun.version();
        }
        return drafts.save(id, latest, body, facts, by);
    }

    List<String> offered(RequestRow row) {
        var state = threads.find(row.thread()).map(Threads.Thread::state).orElse(null);
        return state == null ? List.of() : steps.offered(state, row.ourRole(), clock.instant());
    }

    /** What the form still needs, so that nobody learns it only after submitting. */
    Problems problems(String type, Draft draft) {
        var found = Problems.NONE;
        for (var field : ActFields.of(type)) {
            if (field.needed() && draft.body().get(field.key()) instanceof String text && text.isBlank()) {
                found = found.with(field.key(), "preservation.needed." + field.key());
            }
        }
        var kind = Step.Kind.of(type).orElseThrow();
        if (kind.needsUntil() && !draft.facts().containsKey("until")) {
            found = found.with("until", "preservation.needed.until");
        }
        if (type.equals("ask") && draft.body().get("questions") instanceof List<?> asked && asked.isEmpty()
                && "".equals(draft.body().get("text"))) {
            found = found.with("questions", "preservation.needed.questions");
        }
        if (type.equals("refuse") && "other".equals(draft.body().get("ground")) && "".equals(draft.body().get("words"))) {
            found = found.with("words", "preservation.needed.words");
        }
        return found;
    }

    /** A report starts from what was asked and from our own entry, so that little is typed at night. */
    private Map<String, Object> prefilled(RequestRow row, String type) {
        var body = new LinkedHashMap<String, Object>(ActForm.body(type, new org.springframework.util.LinkedMultiValueMap<>()));
        if (type.equals("report-preserved")) {
            var self = directory.self();
            body.put("preservedAt", now().toString());
            body.put("dataClasses", asked(row).dataClasses());
            body.put(
                    "needs",
                    String.join("\n", self.profile().needs().values().stream().map(it -> it.toDisclose()).distinct().toList()));
            body.put("sendTo", self.functions().getOrDefault("central-authority", ""));
        }
        if (type.equals("refuse")) {
            body.put("reasons", "given");
            body.put("consultation", "none");
        }
        return body;
    }

    private Request asked(RequestRow row) {
        return threads.opening(row.thread()).map(it -> Request.of(it.body())).orElseThrow();
    }

    private @Nullable Instant untilOf(RequestRow row, String type, @Nullable Draft draft) {
        if (draft != null && draft.facts().containsKey("until")) {
            return Instant.parse(draft.facts().get("until"));
        }
        return switch (type) {
            case "report-preserved" -> now().plus(Duration.ofDays(asked(row).daysAsked()));
            case "extend" -> row.until() == null ? null : row.until().plus(minimum(row));
            default -> null;
        };
    }

    /** The program points out; the State decides. */
    private @Nullable String warning(RequestRow row, String type) {
        boolean order = file.holds(row.thread(), DomesticFile.Kind.ORDER);
        return switch (type) {
            case "report-preserved" ->
                directory.self().profile().orderNeedsMagistrate() && !order ? "no-order" : null;
            case "refuse" -> "consultation";
            case "ask-extension" ->
                row.until() != null && !now().isBefore(row.until()) ? "after-the-end" : null;
            default -> null;
        };
    }

    private List<ActFormView.Asked> fields(RequestRow row, String type, Map<String, Object> body, Language language) {
        var asked = new ArrayList<ActFormView.Asked>();
        for (var field : ActFields.of(type)) {
            var options = options(row, field, language);
            if (field.key().equals("completes") && options.isEmpty()) {
                continue;
            }
            var known = field.kind() == ActFields.Kind.INSTANT ? new Fields(body).instant(field.key()) : null;
            var moment = known == null ? null : TypedMoment.of(known, ZoneOffset.UTC);
            asked.add(new ActFormView.Asked(
                    field.key(), field.kind().name(), field.needed(), options, moment));
        }
        return asked;
    }

    private List<Choice> options(RequestRow row, ActFields.Field field, Language language) {
        if (field.key().equals("completes")) {
            return gaps.open(row.thread()).stream()
                    .map(it -> Choice.of(it, words.say(language, "preservation.option.completes." + it)))
                    .toList();
        }
        if (!field.key().equals("ground")) {
            return field.options().stream()
                    .map(it -> Choice.of(it, words.say(language, "preservation.option." + field.key() + "." + it)))
                    .toList();
        }
        var grounds = new ArrayList<Choice>();
        convention.law("preservation", editions.ofThread(row.thread()))
                .ifPresent(law -> law.grounds()
                        .forEach(it -> grounds.add(
                                new Choice(it.code(), it.text().in(language.tag()), it.ref() + " · "
                                        + words.say(language, "preservation.mark." + it.mark().name())))));
        grounds.add(Choice.of("other", words.say(language, "preservation.option.ground.other")));
        return grounds;
    }

    private List<Choice> zones(RequestRow row, Language language) {
        var self = directory.self();
        var other = directory.get(row.counterpart());
        return List.of(
                Choice.of("Z", "UTC"),
                Choice.of(self.zone().getId(), self.capital(language.tag())),
                Choice.of(other.zone().getId(), other.capital(language.tag())));
    }

    private Duration minimum(RequestRow row) {
        return Duration.ofDays(convention
                .law("preservation", editions.ofThread(row.thread()))
                .orElseThrow()
                .minimumDays());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
