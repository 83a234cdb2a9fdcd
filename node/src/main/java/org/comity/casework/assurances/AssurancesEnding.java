package org.comity.casework.assurances;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.casework.Assurances;
import org.comity.casework.Compartments;
import org.comity.procedure.RequestRow;
import org.comity.procedure.Requests;
import org.comity.thread.Threads;
import org.comity.thread.Threads.KeptAct;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lists the assurances that end within two weeks or ended in the last two, whatever became of the request. */
@Component
class AssurancesEnding {

    private static final int DAYS = 14;
    static final int MOST = 50;

    private final AssuranceRows rows;
    private final Assurances assurances;
    private final Requests requests;
    private final Threads threads;
    private final Compartments compartments;

    AssurancesEnding(
            AssuranceRows rows, Assurances assurances, Requests requests, Threads threads, Compartments compartments) {
        this.rows = rows;
        this.assurances = assurances;
        this.requests = requests;
        this.threads = threads;
        this.compartments = compartments;
    }

    /** Of requests that this official may see; of the earliest days, if they are many. Only the acts that give them are read. */
    Seen seen(Official by) {
        var today = assurances.today();
        var all = rows.between(today.minusDays(DAYS), today.plusDays(DAYS), compartments.hiddenFrom(by.id()), MOST + 1);
        if (all.isEmpty()) return new Seen(List.of(), false);
        var ends = all.stream().limit(MOST).toList();
        var listed = requests
                .ofThreads(
                        ends.stream().map(AssuranceRows.End::thread).distinct().toList())
                .stream()
                .collect(Collectors.toMap(RequestRow::thread, Function.identity()));
        var acts = threads.acts(ends.stream().map(AssuranceRows.End::act).collect(Collectors.toSet())).stream()
                .collect(Collectors.toMap(KeptAct::id, Function.identity()));
        var ending = ends.stream()
                .flatMap(it -> ending(it, listed.get(it.thread()), acts.get(it.act()), today))
                .toList();
        return new Seen(ending, all.size() > MOST);
    }

    private Stream<AssuranceEnding> ending(
            AssuranceRows.End end, @Nullable RequestRow request, @Nullable KeptAct act, LocalDate today) {
        if (request == null || act == null) return Stream.of();
        return assurances.given(act, request.ourRole()).stream()
                .filter(it -> end.until().equals(it.assured().until()))
                .map(it -> new AssuranceEnding(request, it, !it.holdsOn(today)));
    }

    /** @param more end than are listed */
    record Seen(List<AssuranceEnding> ending, boolean more) {}
}
