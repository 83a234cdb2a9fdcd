package org.comity.capacity.matching;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.comity.capacity.SpokenLanguages;
import org.comity.capacity.matching.NeedInRound.Readiness;
import org.comity.capacity.matching.OfferInRound.Provider;
import org.comity.capacity.matching.OfferInRound.Terms;

/** A round with one need of a small island State and one offer that fits it, of which a test changes one thing. */
final class PlayedInput {

    static final LocalDate OPENS = LocalDate.of(2027, 3, 1);
    static final StateInRound MERROW = new StateInRound("XM", false, false, true, true, 6, List.of("054", "009"));

    private PlayedInput() {}

    static NeedInRound need() {
        return need("N-1", "train-le", 2, Set.of("en"));
    }

    static NeedInRound need(String id, String kind, int units, Set<String> languages) {
        return new NeedInRound(
                id,
                "XM",
                kind,
                Set.of("25", "28"),
                units,
                3,
                new DaySpan(LocalDate.of(2027, 6, 1), LocalDate.of(2027, 11, 30)),
                SpokenLanguages.of(languages),
                HelpMode.EITHER,
                LocalDate.of(2026, 1, 1),
                Set.of("common"),
                new Readiness(true, true, true, true, false, true, true));
    }

    static NeedInRound ready(NeedInRound need, Readiness readiness) {
        return new NeedInRound(
                need.id(),
                need.state(),
                need.kind(),
                need.articles(),
                need.units(),
                need.severity(),
                need.window(),
                need.languages(),
                need.mode(),
                need.authenticated(),
                need.legal(),
                readiness);
    }

    static NeedInRound of(NeedInRound need, Set<String> legal) {
        return new NeedInRound(
                need.id(),
                need.state(),
                need.kind(),
                need.articles(),
                need.units(),
                need.severity(),
                need.window(),
                need.languages(),
                need.mode(),
                need.authenticated(),
                legal,
                need.readiness());
    }

    /** Said to be gravest, by so many units. */
    static NeedInRound gravest(String id, int units, boolean signed) {
        var need = need(id, "train-le", units, Set.of("en"));
        return new NeedInRound(
                need.id(),
                need.state(),
                need.kind(),
                need.articles(),
                need.units(),
                4,
                need.window(),
                need.languages(),
                need.mode(),
                need.authenticated(),
                need.legal(),
                new Readiness(true, true, true, true, false, true, signed));
    }

    static NeedInRound speaking(NeedInRound need, String... languages) {
        return new NeedInRound(
                need.id(),
                need.state(),
                need.kind(),
                need.articles(),
                need.units(),
                need.severity(),
                need.window(),
                SpokenLanguages.read(List.of(languages)),
                need.mode(),
                need.authenticated(),
                need.legal(),
                need.readiness());
    }

    static OfferInRound speaking(OfferInRound offer, String... languages) {
        return new OfferInRound(
                offer.id(),
                offer.provider(),
                offer.kinds(),
                offer.articles(),
                offer.capacity(),
                SpokenLanguages.read(List.of(languages)),
                offer.regions(),
                offer.window(),
                offer.mode(),
                offer.legal(),
                offer.terms());
    }

    static OfferInRound offer() {
        return offer("O-1", "train-le", 4);
    }

    static OfferInRound offer(String id, String kind, int capacity) {
        return new OfferInRound(
                id,
                new Provider("XE-1", List.of("155", "150"), false),
                Set.of(kind),
                Set.of("25", "28", "29"),
                capacity,
                SpokenLanguages.of(Set.of("en", "fr")),
                Set.of(),
                new DaySpan(LocalDate.of(2027, 1, 1), LocalDate.of(2027, 12, 31)),
                HelpMode.IN_PERSON,
                Set.of("civil"),
                new Terms(Set.of(), false, true));
    }

    static OfferInRound on(OfferInRound offer, DaySpan window, Terms terms) {
        return new OfferInRound(
                offer.id(),
                offer.provider(),
                offer.kinds(),
                offer.articles(),
                offer.capacity(),
                offer.languages(),
                offer.regions(),
                window,
                offer.mode(),
                offer.legal(),
                terms);
    }

    static RoundInput round(List<NeedInRound> needs, List<OfferInRound> offers, PairAnswer... answers) {
        return new RoundInput("2027-1", OPENS, List.of(MERROW), needs, offers, List.of(answers));
    }
}
