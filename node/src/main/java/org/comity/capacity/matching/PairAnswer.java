package org.comity.capacity.matching;

/**
 * What both sides made of an earlier proposal: agreed units are placed, also those of an earlier round; what was declined in
 * this round is not proposed again.
 *
 * @param state whose need it is
 */
public record PairAnswer(String round, String need, String state, String offer, int units, boolean agreed) {

    public PairAnswer {
        RoundRefused.unless(units >= 1 && units <= NeedInRound.MOST_UNITS, "answer");
    }
}
