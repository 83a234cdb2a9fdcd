package org.comity.capacity.matching;

import java.util.List;
import java.util.Set;
import org.comity.capacity.SpokenLanguages;
import org.comity.vocabulary.StateParty;

/**
 * An offer as it stands when a round is frozen.
 *
 * @param kinds of help that it gives
 * @param articles of the Convention; none means any
 * @param capacity places, persons or items, whole numbers
 * @param languages with how well those who take part must follow each
 * @param regions by M49 to which it is limited; none means everywhere
 * @param legal systems of law that those who help know, in a word each; none if it does not say
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
        Set<String> legal,
        Terms terms) {

    public OfferInRound {
        kinds = Set.copyOf(kinds);
        articles = Set.copyOf(articles);
        regions = Set.copyOf(regions);
        legal = Set.copyOf(legal);
        RoundRefused.unless(capacity >= 0 && capacity <= 10_000, "capacity");
    }

    /** Those of them that are no number of the United Nations' list, in order: no State is found in them. */
    public static List<String> unreadRegions(Set<String> regions) {
        return regions.stream().filter(it -> !it.matches("[0-9]{3}")).sorted().toList();
    }

    /**
     * Who offers.
     *
     * @param regions its own, from the smallest to the largest; none for a body of the world
     * @param developing help among developing States
     */
    public record Provider(String code, List<String> regions, boolean developing) {

        public Provider {
            regions = List.copyOf(regions);
        }
    }

    /**
     * Its conditions.
     *
     * @param barred States to which its own rules do not let it give, as it wrote them; shown to nobody but the Secretariat
     * @param interpretation the provider pays for it
     * @param exportChecked the provider answered the question on export control
     */
    public record Terms(Set<String> barred, boolean interpretation, boolean exportChecked) {

        public Terms {
            barred = Set.copyOf(barred);
        }

        /** What it bars and is no code of a State, in order: nobody can tell to whom it may give. */
        public List<String> unread() {
            return unread(barred);
        }

        /** Those of them that are no code of a State. */
        public static List<String> unread(Set<String> barred) {
            return barred.stream().filter(it -> !StateParty.isCode(it)).sorted().toList();
        }
    }
}
