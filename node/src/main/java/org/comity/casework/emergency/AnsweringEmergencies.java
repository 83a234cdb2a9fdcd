package org.comity.casework.emergency;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.comity.casework.ReadByOthers;
import org.comity.casework.acts.ActView;
import org.comity.casework.acts.UrgentAnswers;
import org.comity.directory.Directory;
import org.comity.directory.GoneParticipant;
import org.comity.procedure.Draft;
import org.comity.procedure.Procedures;
import org.comity.procedure.RequestRow;
import org.comity.procedure.Requests;
import org.comity.procedure.field.EmergencyType;
import org.comity.procedure.form.BodyFields;
import org.comity.procedure.form.FirstWords;
import org.comity.thread.Threads;
import org.comity.ui.FormProblems;
import org.comity.ui.Words;
import org.comity.vocabulary.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The acknowledgement of an emergency: its words are ready, and the next three steps stand beside it with their hours. */
@Component
class AnsweringEmergencies implements FirstWords, UrgentAnswers {

    private static final Duration ORDER_AFTER = Duration.ofMinutes(5);

    private final Requests requests;
    private final Threads threads;
    private final Directory directory;
    private final Words words;
    private final EmergencySettings settings;
    private final Clock clock;
    private final Procedures procedures;
    private final PromisedCall calls;

    AnsweringEmergencies(
            Requests requests,
            Threads threads,
            Directory directory,
            Words words,
            EmergencySettings settings,
            Clock clock,
            Procedures procedures,
            PromisedCall calls) {
        this.requests = requests;
        this.threads = threads;
        this.directory = directory;
        this.words = words;
        this.settings = settings;
        this.clock = clock;
        this.procedures = procedures;
        this.calls = calls;
    }

    @Override
    public Optional<String> of(RequestRow row, String type) {
        if (!row.emergency()
                || row.ourRole() != Role.REQUESTED
                || words(row.procedure(), type).isEmpty()) {
            return Optional.empty();
        }
        var other = GoneParticipant.shown(directory, row.counterpart());
        var language = ReadByOthers.language(other);
        var back = Hours.after(clock.instant(), settings.callBack());
        return Optional.of(words.say(language, PromisedCall.WORDS, "time", Hours.utc(back)));
    }

    @Override
    public FormProblems notKept(Draft draft, @Nullable Instant notBefore) {
        var now = clock.instant();
        var leaves = notBefore == null || notBefore.isBefore(now) ? now : notBefore;
        var field = words(draft.procedure(), draft.type());
        if (field.isEmpty()) {
            return notCompleted(new BodyFields(draft.body()).instant(EmergencyType.COMPLETE_BY), leaves);
        }
        boolean emergency = Optional.ofNullable(draft.thread())
                .flatMap(requests::ofThread)
                .filter(RequestRow::emergency)
                .isPresent();
        return calls.in(new BodyFields(draft.body()).text(field.get()), emergency, leaves)
                .flatMap(it -> notKept(field.get(), it, leaves))
                .orElse(FormProblems.NONE);
    }

    private static FormProblems notCompleted(@Nullable Instant completeBy, Instant leaves) {
        return completeBy == null || completeBy.isAfter(leaves)
                ? FormProblems.NONE
                : FormProblems.NONE.with(
                        EmergencyType.COMPLETE_BY, "emergency.complete.over", "time", Hours.utc(completeBy));
    }

    private static Optional<FormProblems> notKept(String field, String hour, Instant leaves) {
        var why = Hours.ofDay(hour) ? "over" : "no-hour";
        return Optional.of(FormProblems.NONE.with(field, "emergency.answer." + why, "time", hour))
                .filter(it -> !Hours.ofDay(hour) || Hours.over(hour, leaves));
    }

    @Override
    public Optional<String> page(ActView act, Model model, Locale language) {
        var draft = act.draft();
        var field = words(draft.procedure(), draft.type());
        if (field.isEmpty() || draft.thread() == null || !act.mayApprove()) {
            return Optional.empty();
        }
        return requests.ofThread(draft.thread())
                .filter(it -> it.emergency() && it.ourRole() == Role.REQUESTED)
                .map(row -> {
                    var at = Objects.requireNonNullElse(draft.submittedAt(), clock.instant());
                    model.addAttribute(
                            "answer",
                            view(row, field.get(), new BodyFields(draft.body()).text(field.get()), at, language));
                    return "casework/emergency/answer";
                });
    }

    /** The field of an act whose words may promise an hour; empty of every other act. */
    private Optional<String> words(String procedure, String type) {
        return procedures.find(procedure).flatMap(it -> it.promisesCall(type));
    }

    private AnswerView view(RequestRow row, String field, String says, Instant at, Locale language) {
        var opening = threads.opening(row.thread()).filter(Threads.KeptAct::bodyKept);
        var procedure = procedures.of(row.procedure());
        return new AnswerView(
                row,
                opening.map(it -> procedure
                                .rendering()
                                .sections(
                                        it.envelope().convention(),
                                        row.thread(),
                                        it.envelope().type(),
                                        it.envelope().facts(),
                                        it.body(),
                                        language))
                        .orElse(List.of()),
                field,
                steps(
                        row,
                        opening.map(it -> procedure.custodian(it.body())).orElse(""),
                        calls.in(says, row.emergency(), at).orElse(null),
                        at));
    }

    private NextSteps steps(RequestRow row, String custodian, @Nullable String back, Instant at) {
        var call = Optional.ofNullable(back).filter(Hours::ofDay);
        var after = call.map(it -> Hours.nearest(it, at)).orElseGet(() -> Hours.after(at, settings.callBack()));
        return new NextSteps(
                custodian,
                settings.line(custodian).orElse(null),
                GoneParticipant.shown(directory, row.counterpart()),
                back,
                after.plus(ORDER_AFTER));
    }
}
