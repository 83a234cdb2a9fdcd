package org.comity.capacity.rounds;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.comity.proof.feed.Audience;

/**
 * What a board may say of an offer: whatever its provider wrote in it, before the audience that it chose. To whom its rules do not
 * let it give, and what it said of export control, is for the Secretariat alone.
 *
 * @param body what is published
 */
record OfferOnBoard(Audience audience, Map<String, Object> body) {

    private static final List<String> SHOWN = List.of(
            "kind",
            "articles",
            "capacity",
            "unit",
            "what",
            "earliest",
            "latest",
            "yearly",
            "languages",
            "levels",
            "interpretation",
            "mode",
            "regions",
            "legalSystem",
            "conditions",
            "conditionsWords",
            "tied",
            "south",
            "sort",
            "conflict");

    /** @param law whose words say its fields; nothing for an offer that is for the Secretariat alone */
    static Optional<OfferOnBoard> of(String law, ListedOffer offer) {
        return Optional.ofNullable(
                        switch (offer.acts().text("audience")) {
                            case "everybody" -> Audience.PUBLIC;
                            case "participants" -> Audience.PARTICIPANTS;
                            default -> null;
                        })
                .map(it -> new OfferOnBoard(it, body(law, offer)));
    }

    private static Map<String, Object> body(String law, ListedOffer offer) {
        var said = new TreeMap<String, Object>();
        SHOWN.forEach(field -> offer.acts().said(field).ifPresent(it -> said.put(field, it)));
        var body = new TreeMap<String, Object>();
        body.put("kind", law);
        body.put("title", offer.acts().text("title"));
        body.put("provider", offer.provider());
        body.put("said", said);
        return body;
    }
}
