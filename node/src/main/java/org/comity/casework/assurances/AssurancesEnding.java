package org.comity.casework.assurances;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.comity.casework.Assurances;
import org.comity.casework.Assurances.StandingAssurance;
import org.comity.casework.Compartments;
import org.comity.procedure.RequestRow;
import org.comity.procedure.Requests;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;

/** Lists the assurances that end within two weeks or ended in the last two, whatever became of the request. */
@Component
class AssurancesEnding {

    private static final int DAYS = 14;
    static final int MOST = 50;

    private final AssuranceRows rows;
    private final Assurances assurances;
    private final Requests requests;
    private final Compartments compartments;

    AssurancesEnding(AssuranceRows rows, Assurances assurances, Requests requests, Compartments compartments) {
        this.rows = rows;
        this.assurances = assurances;
        this.requests = requests;
        this.compartments = compartments;
    }

    /** Of requests that this official may see; of the earliest of these, if they are many. */
    Seen seen(Official by) {
        var from = assurances.today().minusDays(DAYS);
        var until = assurances.today().plusDays(DAYS);
        var all = compartments.seen(rows.between(from, until), Function.identity(), by.id());
        var threads = all.stream().limit(MOST).toList();
        var listed =
                requests.ofThreads(threads).stream().collect(Collectors.toMap(RequestRow::thread, Function.identity()));
        var ending = threads.stream()
                .filter(listed::containsKey)
                .flatMap(thread -> assurances.of(thread).stream()
                        .filter(StandingAssurance::given)
                        .filter(it -> within(it, from, until))
                        .map(it -> new AssuranceEnding(
                                Objects.requireNonNull(listed.get(thread)), it, !it.holdsOn(assurances.today()))))
                .toList();
        return new Seen(ending, all.size() > MOST);
    }

    /** @param more end than are listed */
    record Seen(List<AssuranceEnding> ending, boolean more) {}

    private static boolean within(StandingAssurance standing, LocalDate from, LocalDate until) {
        var last = standing.assured().until();
        return last != null && !last.isBefore(from) && !last.isAfter(until);
    }
}
