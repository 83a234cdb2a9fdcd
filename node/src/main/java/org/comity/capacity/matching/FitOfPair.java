package org.comity.capacity.matching;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How well an offer fits a need, part by part, in thousandths; whole numbers, so that everybody computes the same. */
final class FitOfPair {

    /** So many shared days, or the whole of the need's, fit fully. */
    private static final int FULL_DAYS = 90;

    private FitOfPair() {}

    static FittingPair of(NeedInRound need, StateInRound state, OfferInRound offer) {
        List<Integer> parts = new ArrayList<>();
        for (var part : FitPart.values()) {
            parts.add(
                    switch (part) {
                        case KIND -> offer.kinds().contains(need.kind()) ? 1000 : 600;
                        case ARTICLES -> articles(need, offer);
                        case LANGUAGE ->
                            need.languages().follow(offer.languages()).isEmpty() ? 550 : 1000;
                        case TIME -> time(need, offer);
                        case MODE ->
                            need.mode().onlineOnly(offer.mode())
                                            && !need.readiness().goodLine()
                                    ? 400
                                    : 1000;
                        case LEGAL -> legal(need, offer);
                        case NEAR -> near(state, offer.provider());
                    });
        }
        return new FittingPair(need.id(), offer.id(), parts);
    }

    private static int articles(NeedInRound need, OfferInRound offer) {
        if (need.articles().isEmpty() || offer.articles().isEmpty()) return 1000;
        long shared =
                need.articles().stream().filter(offer.articles()::contains).count();
        return (int) (1000 * shared / need.articles().size());
    }

    private static int time(NeedInRound need, OfferInRound offer) {
        long full = Math.min(FULL_DAYS, need.window().days());
        return (int) Math.clamp(1000 * need.window().shared(offer.window()) / full, 0, 1000);
    }

    /** Half where one side says nothing of it: who keeps silent neither gains nor loses much. */
    private static int legal(NeedInRound need, OfferInRound offer) {
        if (need.legal().isEmpty() || offer.legal().isEmpty()) return 500;
        return Collections.disjoint(need.legal(), offer.legal()) ? 0 : 1000;
    }

    /** The smallest region that both are in, or help among developing States. */
    private static int near(StateInRound state, OfferInRound.Provider provider) {
        if (!state.regions().isEmpty()
                && !provider.regions().isEmpty()
                && state.regions().getFirst().equals(provider.regions().getFirst())) return 1000;
        if (provider.developing() && state.developing()) return 800;
        return Collections.disjoint(state.regions(), provider.regions()) ? 0 : 600;
    }
}
