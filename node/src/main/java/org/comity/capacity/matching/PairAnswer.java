package org.comity.capacity.matching;

/** What both sides made of an earlier proposal of this round: agreed pairs are fixed, declined ones are not proposed again. */
public record PairAnswer(String need, String offer, int units, boolean agreed) {

    public PairAnswer {
        RoundRefused.unless(units >= 1 && units <= NeedInRound.MOST_UNITS, "answer");
    }
}
