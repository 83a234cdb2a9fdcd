package org.comity.procedure.freezing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.procedure.ActWriting.Pointed;
import org.comity.procedure.RequestRow;
import org.comity.procedure.file.KnownRequests;
import org.comity.procedure.file.Particulars;
import org.comity.procedure.form.BodyFields;
import org.comity.thread.Threads;
import org.comity.thread.Threads.KeptAct;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Begins a request to freeze with what was told without a request, and points out that nobody was heard yet. */
@Component
class Freezing implements Particulars {

    private static final Set<String> LIFTING = Set.of("lift", "lift-part");
    private static final Set<String> HEARING = Set.of("LiftIntended", "LiftHeard");

    private final Threads threads;
    private final KnownRequests requests;

    Freezing(Threads threads, KnownRequests requests) {
        this.threads = threads;
        this.requests = requests;
    }

    @Override
    public String procedure() {
        return "freezing/1";
    }

    /** What was told, or given after it was offered, are the facts that we rely upon. */
    @Override
    public Map<String, Object> begunFrom(RequestRow told, Map<String, Object> begun) {
        var said =
                new BodyFields(threads.opening(told.thread()).map(KeptAct::body).orElse(Map.of()));
        var given = newest(told.thread(), "give");
        var whole = new HashMap<>(begun);
        whole.put(
                "facts",
                Stream.of(new BodyFields(begun).text("facts"), said.text("information"), given.text("information"))
                        .filter(it -> !it.isEmpty())
                        .collect(Collectors.joining("\n\n")));
        whole.merge("concerned", given.text("concerned"), (known, later) -> known.equals("") ? later : known);
        return whole;
    }

    /**
     * They are heard wherever possible: not before the time that we named, and before a measure ends on the day on which it was
     * only to be looked at again.
     */
    @Override
    public List<Pointed> pointed(@Nullable RequestRow row, String type, Map<String, Object> body) {
        if (row != null && type.equals("expire")) {
            var say = HEARING.contains(row.state()) ? "not-decided" : "review-day";
            return requests.law(row).duty("hear").stream()
                    .map(it -> new Pointed("freezing.caution." + say, it.ref()))
                    .toList();
        }
        if (row == null || !LIFTING.contains(type) || !row.state().equals("LiftIntended")) {
            return List.of();
        }
        var hearBy = newest(row.thread(), "intend-lift").instant("hearBy");
        return hearBy != null && requests.now().isBefore(hearBy)
                ? List.of(new Pointed("freezing.caution.hearing-runs", ""))
                : List.of();
    }

    /** The newest of these that has effect. */
    private BodyFields newest(String thread, String type) {
        return new BodyFields(threads.effective(thread, Set.of(type))
                .reduce((earlier, later) -> later)
                .map(KeptAct::body)
                .orElse(Map.of()));
    }
}
