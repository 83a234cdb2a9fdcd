package org.comity.capacity.matching;

import static org.comity.capacity.matching.Obstacle.ARTICLES;
import static org.comity.capacity.matching.Obstacle.BARS_UNREAD;
import static org.comity.capacity.matching.Obstacle.DATES;
import static org.comity.capacity.matching.Obstacle.DECLINED;
import static org.comity.capacity.matching.Obstacle.EXPORT;
import static org.comity.capacity.matching.Obstacle.KIND;
import static org.comity.capacity.matching.Obstacle.LANGUAGE;
import static org.comity.capacity.matching.Obstacle.MODE;
import static org.comity.capacity.matching.Obstacle.PREREQUISITE;
import static org.comity.capacity.matching.Obstacle.PROVIDER_RULE;
import static org.comity.capacity.matching.Obstacle.REGION;
import static org.comity.capacity.matching.Obstacle.RIGHTS;
import static org.comity.capacity.matching.Obstacle.UPKEEP;

import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.comity.capacity.AssistanceKind;
import org.comity.capacity.AssistanceKinds;

/** What must hold before an offer may be proposed for a need; each thing that does not is named. */
final class PairChecks {

    private final Set<List<String>> declined = new HashSet<>();

    PairChecks(List<PairAnswer> answers) {
        answers.stream().filter(it -> !it.agreed()).forEach(it -> declined.add(List.of(it.need(), it.offer())));
    }

    /** Nothing stands in the way if it is empty. */
    Set<Obstacle> between(NeedInRound need, StateInRound state, OfferInRound offer) {
        var found = EnumSet.noneOf(Obstacle.class);
        // Most pairs are of other kinds: nothing else is asked about them.
        if (!gives(offer, need)) return EnumSet.of(KIND);
        if (!meet(need.articles(), offer.articles())) found.add(ARTICLES);
        if (!offer.regions().isEmpty() && Collections.disjoint(offer.regions(), state.regions())) found.add(REGION);
        if (offer.terms().barred().contains(state.code())) found.add(PROVIDER_RULE);
        if (!offer.terms().unread().isEmpty()) found.add(BARS_UNREAD);
        if (need.window().shared(offer.window()) < 1) found.add(DATES);
        if (!understood(need, offer)) found.add(LANGUAGE);
        if (!need.mode().meets(offer.mode())) found.add(MODE);
        if (!need.readiness().first()) found.add(PREREQUISITE);
        inHand(need, offer, found);
        if (declined.contains(List.of(need.id(), offer.id()))) found.add(DECLINED);
        return found;
    }

    private static void inHand(NeedInRound need, OfferInRound offer, Set<Obstacle> found) {
        var kind = AssistanceKinds.of(need.kind());
        if (kind == null) return;
        if (kind.goods() && !need.readiness().upkeep()) found.add(UPKEEP);
        if (kind.goods() && !offer.terms().exportChecked()) found.add(EXPORT);
        // Never proposed by a program: people look at it first.
        if (kind.intrusive()
                && !(need.readiness().legalBasis() && need.readiness().oversight())) found.add(RIGHTS);
    }

    static boolean gives(OfferInRound offer, NeedInRound need) {
        return offer.kinds().contains(need.kind()) || givesWider(offer, need);
    }

    private static boolean givesWider(OfferInRound offer, NeedInRound need) {
        AssistanceKind kind = AssistanceKinds.of(need.kind());
        return kind != null && offer.kinds().contains(kind.parent());
    }

    private static boolean meet(Set<String> asked, Set<String> given) {
        return asked.isEmpty() || given.isEmpty() || !Collections.disjoint(asked, given);
    }

    private static boolean understood(NeedInRound need, OfferInRound offer) {
        return !need.languages().follow(offer.languages()).isEmpty()
                || need.readiness().interpretation()
                || offer.terms().interpretation();
    }
}
