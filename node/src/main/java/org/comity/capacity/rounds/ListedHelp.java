package org.comity.capacity.rounds;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.comity.capacity.matching.NeedInRound;
import org.comity.capacity.matching.OfferInRound;
import org.comity.capacity.matching.PairAnswer;
import org.comity.capacity.matching.RoundFile;
import org.comity.capacity.matching.RoundInput;
import org.comity.capacity.rounds.ActsOfHelp.SaidAct;
import org.comity.cooperation.Compartments;
import org.comity.cooperation.RequestRow;
import org.comity.cooperation.Requests;
import org.comity.thread.Threads;
import org.comity.vocabulary.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The needs and offers on the list that this node keeps, as their threads say. */
@Component
class ListedHelp {

    static final int MOST = 2_000;

    private static final String ON_THE_LIST = "Open";
    private static final int PAGE = 50;

    private final Requests requests;
    private final Threads threads;
    private final MatchedProcedures matched = MatchedProcedures.read();
    private final GroupsOfStates groups = new GroupsOfStates();

    ListedHelp(Requests requests, Threads threads) {
        this.requests = requests;
        this.threads = threads;
    }

    /** Those that nobody closed, oldest first; what waits to be confirmed or admitted too. */
    List<RequestRow> needs() {
        return kept(matched.needs());
    }

    List<RequestRow> offers() {
        return kept(matched.offers());
    }

    /** What takes part: only what stands on the list, with no question and no proposal open. */
    RoundInput input(String round, LocalDate opens, int room, List<PairAnswer> answers) {
        List<NeedInRound> needs = new ArrayList<>();
        for (var row : needs()) {
            if (row.state().equals(ON_THE_LIST)) {
                needs.add(ReadingHelp.need(row.reference(), state(row), acts(row), opens));
            }
        }
        List<OfferInRound> offers = new ArrayList<>();
        for (var row : offers()) {
            if (row.state().equals(ON_THE_LIST)) {
                offers.add(ReadingHelp.offer(
                        row.reference(), row.counterpart(), groups.regions(state(row)), acts(row), opens));
            }
        }
        var codes = new TreeSet<String>();
        needs.forEach(it -> codes.add(it.state()));
        var known = new TreeSet<String>();
        needs.forEach(it -> known.add(it.id()));
        offers.forEach(it -> known.add(it.id()));
        return new RoundInput(
                round,
                opens,
                codes.stream().map(it -> groups.of(it, opens, room)).toList(),
                needs,
                offers,
                answers.stream()
                        .filter(it -> known.contains(it.need()) && known.contains(it.offer()))
                        .toList());
    }

    /** What became of what a solved round proposed; what nobody answered yet is not there. */
    List<PairAnswer> answers(RoundFile file) {
        Map<String, RequestRow> rows = new HashMap<>();
        for (var row : needs()) rows.put(row.reference(), row);
        return file.solution().placed().stream()
                .map(it -> Optional.ofNullable(rows.get(it.need()))
                        .flatMap(row -> ReadingHelp.answer(
                                file.problem().round(), it.need(), it.offer(), it.units(), acts(row))))
                .flatMap(Optional::stream)
                .toList();
    }

    private List<RequestRow> kept(String law) {
        // What is closed to named officers is in no round.
        var filter = new Requests.Filter(
                Requests.View.ALL_OPEN,
                Role.REQUESTED,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                law,
                Compartments.ANYBODY);
        List<RequestRow> rows = new ArrayList<>();
        @Nullable String after = null;
        do {
            var page = requests.list(filter, Requests.Order.NEWEST, after, PAGE);
            rows.addAll(page.rows());
            after = page.cursor();
        } while (after != null && rows.size() < MOST);
        return rows.reversed();
    }

    private ActsOfHelp acts(RequestRow row) {
        try (var all = threads.everyAct(row.thread())) {
            return new ActsOfHelp(all.filter(it -> "effective".equals(it.effect()) && it.registeredAt() != null)
                    .map(it -> {
                        var said = new HashMap<String, Object>(it.body());
                        said.putAll(it.envelope().facts());
                        var at = it.registeredAt() == null ? it.keptAt() : it.registeredAt();
                        return new SaidAct(it.id(), it.envelope().type(), said, at);
                    })
                    .toList());
        }
    }

    /** A participant's id begins with its State. */
    private static String state(RequestRow row) {
        return row.counterpart().substring(0, 2);
    }
}
