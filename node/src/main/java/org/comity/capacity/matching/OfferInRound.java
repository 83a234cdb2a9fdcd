package org.comity.capacity.matching;

import java.util.List;
import java.util.Set;
import org.comity.capacity.SpokenLanguages;

/**
 * An offer as it stands when a round is frozen.
 *
 * @param kinds of help that it gives
 * @param articles of the Convention; none means any
 * @param capacity places, persons or items, whole numbers
 * @param languages with how well those who take part must follow each
 * @param regions by M49 to which it is limited; none means everywhere
 */
public record OfferInRound(
        String id,
        Provider provider,
        Set<String> kinds,
        Set<String> articles,
        int capacity,
        SpokenLanguages languages,
        Set<String> regions,
        DaySpan window,
        HelpMode mode,
        Terms terms) {

    public OfferInRound {
        kinds = Set.copyOf(kinds);
        articles = Set.copyOf(articles);
        regions = Set.copyOf(regions);
        RoundRefused.unless(capacity >= 0 && capacity <= 10_000, "capacity");
    }

    /**
     * Who offers.
     *
     * @param regions its own, from the smallest to the largest; none for a body of the world
     * @param ratings sum of the marks 1 to 5 that recipients gave it, {@code rated} of how many
     */
    public record Provider(
            String code, List<String> regions, String legal, boolean developing, int ratings, int rated) {

        public Provider {
            regions = List.copyOf(regions);
            RoundRefused.unless(rated >= 0 && ratings >= rated && ratings <= 5 * rated, "ratings");
        }
    }

    /**
     * Its conditions.
     *
     * @param barred States to which its own rules do not let it give; shown to nobody but the Secretariat
     * @param unmet States that do not meet a condition that it states
     * @param interpretation the provider pays for it
     * @param exportChecked the provider answered the question on export control
     */
    public record Terms(Set<String> barred, Set<String> unmet, boolean interpretation, boolean exportChecked) {

        public Terms {
            barred = Set.copyOf(barred);
            unmet = Set.copyOf(unmet);
        }
    }
}
