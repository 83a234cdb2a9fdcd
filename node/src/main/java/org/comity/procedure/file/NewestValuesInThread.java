package org.comity.procedure.file;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.procedure.field.FiledField.Condition;
import org.comity.procedure.form.BodyFields;
import org.comity.proof.register.Entry;
import org.comity.thread.Threads;
import org.comity.thread.Threads.KeptAct;
import org.jspecify.annotations.Nullable;

/** Reads what was said in a thread with effect, by whom and in whatever act: of each key the last word counts. */
public record NewestValuesInThread(Threads threads, String thread) {

    /** What tells who a person is, in the order in which a request names it. */
    private static final List<String> OF_A_PERSON =
            List.of("name", "otherNames", "born", "birthPlace", "nationalities", "documents", "whereabouts", "known");

    public Stream<KeptAct> acts() {
        return threads.everyAct(thread).filter(it -> Entry.EFFECTIVE.equals(it.effect()));
    }

    /** Empty where nobody said it. */
    public String text(String key) {
        return bodies().map(it -> it.text(key))
                .filter(it -> !it.isEmpty())
                .reduce((_, later) -> later)
                .orElse("");
    }

    public @Nullable Instant instant(String key) {
        return bodies().flatMap(it -> Stream.ofNullable(it.instant(key)))
                .reduce((_, later) -> later)
                .orElse(null);
    }

    /** What opened the thread leaves it open, or some act says it; words that were deleted leave nothing open. */
    boolean mayHold(Condition condition) {
        var open = new Condition(condition.key(), List.of(Condition.NOTHING));
        return acts().findFirst()
                        .filter(KeptAct::bodyKept)
                        .filter(it -> open.holds(new BodyFields(it.body()), Map.of()))
                        .isPresent()
                || bodies().anyMatch(it -> condition.holds(it, Map.of()));
    }

    /** A line for each person; empty where nobody named any. */
    public String persons(String key) {
        return bodies()
                .map(it -> it.maps(key))
                .filter(it -> !it.isEmpty())
                .reduce((_, later) -> later)
                .orElse(List.of())
                .stream()
                .map(BodyFields::new)
                .map(NewestValuesInThread::person)
                .collect(Collectors.joining("\n"));
    }

    private static String person(BodyFields person) {
        return OF_A_PERSON.stream()
                .map(person::text)
                .filter(it -> !it.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private Stream<BodyFields> bodies() {
        return acts().map(KeptAct::body).map(BodyFields::new);
    }
}
