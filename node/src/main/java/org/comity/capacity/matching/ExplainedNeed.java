package org.comity.capacity.matching;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A need of which units are left without an offer: why, and the smallest changes that would open offers.
 *
 * @param left units without an offer
 * @param reason what stood in the way: {@code taken}, {@code room}, or the word of the last {@link Obstacle} met
 * @param opens by an obstacle, how many offers have nothing else in their way
 * @param days to move the dates by, for the nearest of these; 0 if dates are not among them
 * @param unsigned it is said to be gravest, and two persons did not approve it; null in rounds of before
 * @param byLetter of one that is {@code unsigned}: it came by letter, of which no two are known; null in rounds of before
 */
public record ExplainedNeed(
        String need,
        int left,
        String reason,
        Map<Obstacle, Integer> opens,
        int days,
        @Nullable Boolean unsigned,
        @Nullable Boolean byLetter) {

    private static final String UNSIGNED = "capacity.match.severity-unsigned";
    private static final String BY_LETTER = "capacity.match.severity-by-letter";

    public ExplainedNeed {
        opens = Map.copyOf(opens);
    }

    public ExplainedNeed(String need, int left, String reason, Map<Obstacle, Integer> opens, int days) {
        this(need, left, reason, opens, days, false, false);
    }

    /** What is said to a State of itself is said otherwise to the Secretariat. */
    private static final Set<String> OF_ITSELF = Set.of("room", "language");

    /** For the State whose need it is. */
    public List<ReasonSentence> forState() {
        return sentences(Obstacle::forState, "");
    }

    /** For the Secretariat, which keeps the whole input. */
    public List<ReasonSentence> forSecretariat() {
        return sentences(_ -> true, OF_ITSELF.contains(reason) ? "-of-state" : "");
    }

    private List<ReasonSentence> sentences(java.util.function.Predicate<Obstacle> shown, String reader) {
        var all = new java.util.ArrayList<ReasonSentence>();
        all.add(ReasonSentence.of("capacity.unmet." + (isHidden(shown) ? "none-fits" : reason + reader), "left", left));
        new TreeMap<>(opens).forEach((obstacle, offers) -> {
            if (obstacle.canChange() && shown.test(obstacle)) {
                all.add(ReasonSentence.of("capacity.change." + obstacle.word(), "offers", offers, "days", days));
            }
        });
        if (Boolean.TRUE.equals(unsigned)) all.add(unsigned(Boolean.TRUE.equals(byLetter)));
        return List.copyOf(all);
    }

    /** Of a letter it is not known how many approved it. */
    static ReasonSentence unsigned(boolean byLetter) {
        return ReasonSentence.of(byLetter ? BY_LETTER : UNSIGNED);
    }

    private boolean isHidden(java.util.function.Predicate<Obstacle> shown) {
        for (var obstacle : Obstacle.values()) {
            if (obstacle.word().equals(reason)) return !shown.test(obstacle);
        }
        return false;
    }
}
