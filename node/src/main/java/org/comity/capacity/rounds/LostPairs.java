package org.comity.capacity.rounds;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.comity.procedure.RequestRow;
import org.comity.procedure.form.ActContent;
import org.springframework.stereotype.Component;

/**
 * Finds who waits for an answer that cannot come: the other side of the proposal was withdrawn, closed, taken off the list or set
 * aside meanwhile.
 */
@Component
class LostPairs {

    private final MatchedProcedures matched = MatchedProcedures.read();
    private final ListedHelp listed;
    private final RoundRows rounds;

    LostPairs(ListedHelp listed, RoundRows rounds) {
        this.listed = listed;
        this.rounds = rounds;
    }

    /**
     * @param waits the thread of who is to be told
     * @param gone the other side's
     */
    record LostPair(RequestRow waits, RequestRow gone) {}

    /** @param most of each law and state that are looked at */
    List<LostPair> all(int most) {
        var waiting = listed.waiting(most).stream().collect(Collectors.partitioningBy(this::isNeed));
        var lost = new ArrayList<>(ofNeeds(waiting.getOrDefault(true, List.of())));
        lost.addAll(ofOffers(waiting.getOrDefault(false, List.of())));
        return lost;
    }

    Optional<LostPair> of(RequestRow row) {
        if (!MatchedProcedures.answering().contains(row.state())) return Optional.empty();
        var lost = isNeed(row) ? ofNeeds(List.of(row)) : ofOffers(List.of(row));
        return lost.stream().findFirst();
    }

    private boolean isNeed(RequestRow row) {
        return row.law().equals(matched.needs());
    }

    /** A proposal to a State names the offer. */
    private List<LostPair> ofNeeds(List<RequestRow> waiting) {
        var acts = listed.acts(waiting);
        var named = new LinkedHashMap<RequestRow, String>();
        for (var row : waiting) {
            proposal(Objects.requireNonNull(acts.get(row.thread())))
                    .map(it -> it.text("offer"))
                    .filter(it -> !it.isEmpty())
                    .ifPresent(it -> named.put(row, it));
        }
        return gone(named, listed.offers(Set.copyOf(named.values())));
    }

    /** One to a provider does not: it is the need that the round placed there, if that is one alone. A round is read once. */
    private List<LostPair> ofOffers(List<RequestRow> waiting) {
        var acts = listed.acts(waiting);
        var proposed = new LinkedHashMap<RequestRow, String>();
        for (var row : waiting) {
            proposal(Objects.requireNonNull(acts.get(row.thread())))
                    .ifPresent(it -> proposed.put(row, it.text("round")));
        }
        var placed = new HashMap<String, Map<String, Set<String>>>();
        rounds.approvedReasons(Set.copyOf(proposed.values()))
                .forEach((round, reasons) -> placed.put(round, needsByOffer(reasons)));
        var named = new LinkedHashMap<RequestRow, String>();
        proposed.forEach((row, round) -> {
            var needs = placed.getOrDefault(round, Map.of()).getOrDefault(row.reference(), Set.of());
            if (needs.size() == 1) named.put(row, needs.iterator().next());
        });
        return gone(named, listed.needs(Set.copyOf(named.values())));
    }

    private static Map<String, Set<String>> needsByOffer(String reasons) {
        return RoundReasons.of(reasons).proposals().stream()
                .collect(Collectors.groupingBy(
                        it -> it.placed().offer(),
                        Collectors.mapping(it -> it.placed().need(), Collectors.toSet())));
    }

    private List<LostPair> gone(Map<RequestRow, String> named, Map<String, RequestRow> others) {
        var lost = new ArrayList<LostPair>();
        named.forEach((row, reference) -> {
            var other = others.get(reference);
            if (other != null && !listed.isOpen(other)) lost.add(new LostPair(row, other));
        });
        return lost;
    }

    private static Optional<ActContent> proposal(ActsOfHelp acts) {
        return acts.all().stream()
                .filter(it -> it.type().equals(ProposingPair.PROPOSE))
                .reduce((_, later) -> later);
    }
}
