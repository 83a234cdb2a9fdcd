package org.comity.capacity.matching;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;

/**
 * All that a round is computed from. It stays with the Secretariat; of it goes out what {@link RoundProblem} holds.
 *
 * @param opens waiting times count on this day
 * @param answers given to earlier proposals of the same round, and agreed ones of other rounds; the need, the offer, or the
 *     State takes part
 */
public record RoundInput(
        String round,
        LocalDate opens,
        List<StateInRound> states,
        List<NeedInRound> needs,
        List<OfferInRound> offers,
        List<PairAnswer> answers) {

    public RoundInput {
        states = List.copyOf(states);
        needs = List.copyOf(needs);
        offers = List.copyOf(offers);
        answers = List.copyOf(answers);
        var codes = new HashSet<String>();
        var ids = new HashSet<String>();
        for (var state : states) RoundRefused.unless(codes.add(state.code()), "state");
        for (var need : needs) {
            RoundRefused.unless(ids.add(need.id()) && codes.contains(need.state()), "need");
        }
        for (var offer : offers) RoundRefused.unless(ids.add(offer.id()), "offer");
        for (var answer : answers) {
            RoundRefused.unless(
                    ids.contains(answer.need()) || ids.contains(answer.offer()) || codes.contains(answer.state()),
                    "answer");
        }
    }
}
