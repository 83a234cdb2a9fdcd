package org.comity.capacity.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.comity.board.BoardWords;
import org.comity.board.BodyRow;
import org.comity.procedure.form.ActContent;
import org.comity.proof.feed.Audience;
import org.comity.proof.form.CanonicalJson;
import org.comity.ui.PagesForTests;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** Who needs help reads on a board what is offered, and not to whom its provider may not give. */
class OfferOnBoardTest {

    private static final Instant NOON = Instant.parse("2026-05-04T10:00:00Z");

    @Test
    void an_offer_stands_before_the_audience_that_its_provider_chose() {
        assertThat(on("everybody").orElseThrow().audience()).isEqualTo(Audience.PUBLIC);
        assertThat(on("participants").orElseThrow().audience()).isEqualTo(Audience.PARTICIPANTS);
        assertThat(on("secretariat")).isEmpty();
        assertThat(on("")).isEmpty();
        assertThat(on("all")).isEmpty();
    }

    @Test
    void it_says_all_that_helps_to_choose_in_words_of_the_form() {
        var body = on("participants").orElseThrow().body();

        assertThat(body).containsEntry("title", "Two weeks at our laboratory").containsEntry("provider", "XB-1");
        assertThat(CanonicalJson.write(body)).as("a board takes it").isNotEmpty();
        assertThat(body.toString()).doesNotContain("XN", "sanctions", "licence-held", "Ministry");
        BoardWords.hold(body);
        var page = PagesForTests.english(NOON);
        var said = BodyRow.of(body).stream()
                .map(it -> it.called(page) + ": " + it.said(page).html().replaceAll("<[^>]*>", ""))
                .toList();
        assertThat(said.toString())
                .contains("How well those who take part must follow a language", "B2: most of a course")
                .contains("The State bears local costs", "Untied");
    }

    /** Whatever the form asks is shown, or said here to be for the Secretariat alone. */
    @Test
    void each_field_is_shown_or_never_is() {
        Map<String, Map<String, List<Map<String, Object>>>> file = new Yaml()
                .load(OfferOnBoardTest.class.getResourceAsStream("/procedures/capacity-offer/1/procedure.yaml"));
        var fields = new TreeSet<String>();
        file.get("acts").get("submit").forEach(it -> fields.add((String) it.get("key")));
        var whole = new HashMap<String, Object>();
        fields.forEach(it -> whole.put(it, "x"));
        whole.put("audience", "everybody");

        var shown = new TreeSet<String>(Set.of("title"));
        var body = OfferOnBoard.of("capacity-offer", offer(whole)).orElseThrow().body();
        ((Map<?, ?>) body.get("said")).keySet().forEach(it -> shown.add((String) it));

        assertThat(shown).doesNotContain("barred", "exportControl", "authority", "audience");
        shown.addAll(Set.of("barred", "exportControl", "authority", "audience"));
        assertThat(shown).isEqualTo(fields);
    }

    private static Optional<OfferOnBoard> on(String audience) {
        var offer = new HashMap<String, Object>();
        offer.put("authority", "Ministry of Justice");
        offer.put("audience", audience);
        offer.put("title", "Two weeks at our laboratory");
        offer.put("kind", List.of("train-le", "evid"));
        offer.put("capacity", 6);
        offer.put("unit", "persons");
        offer.put("what", "Two weeks beside our own people.");
        offer.put("earliest", "2027-03-01");
        offer.put("latest", "2027-12-31");
        offer.put("languages", List.of("fr"));
        offer.put("levels", List.of(Map.of("language", "fr", "level", "vantage")));
        offer.put("mode", "in-person");
        offer.put("conditions", List.of("own-costs"));
        offer.put("tied", "untied");
        offer.put("sort", "state");
        offer.put("exportControl", "licence-held");
        offer.put("barred", List.of(Map.of("state", "XN", "reason", "sanctions")));
        return OfferOnBoard.of("capacity-offer", offer(offer));
    }

    private static ListedOffer offer(Map<String, Object> body) {
        return new ListedOffer(
                "O-1",
                "XB-1",
                new ActsOfHelp(Set.of(), List.of(new ActContent("a", "submit", body, NOON, Role.REQUESTING))));
    }
}
