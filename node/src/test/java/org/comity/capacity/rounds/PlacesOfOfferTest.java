package org.comity.capacity.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.comity.procedure.form.ActContent;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.Test;

/** What is left of an offer follows from its own acts: nothing is agreed by one side, and nothing is lost by silence. */
class PlacesOfOfferTest {

    private static final Instant NOON = Instant.parse("2027-03-01T12:00:00Z");

    private final List<ActContent> acts = new ArrayList<>();

    @Test
    void each_place_is_agreed_kept_or_free() {
        act("o", "submit", Map.of("capacity", 10, "unit", "persons"));
        assertThat(open()).isEqualTo(new PlacesOfOffer(10, 0, 0, "persons", null));

        act("p1", "propose", Map.of("placed", "4", "answerUntil", "2027-04-01T12:00:00Z"));
        act("a1", "accept", Map.of("proposal", "p1"));
        assertThat(open().kept()).as("one side alone agrees to nothing").isEqualTo(4);
        assertThat(open().until()).isEqualTo(Instant.parse("2027-04-01T12:00:00Z"));
        act("a2", "state-accepts", Map.of("proposal", "p1"));
        assertThat(open()).isEqualTo(new PlacesOfOffer(10, 4, 0, "persons", null));

        act("p2", "propose", Map.of("placed", "3"));
        assertThat(open().free()).isEqualTo(3);
        act("n2", "no-answer", Map.of("proposal", "p2", "side", "state"));
        assertThat(open().free()).isEqualTo(6);
        act("p3", "propose", Map.of("placed", "2"));
        act("d3", "state-declines", Map.of("proposal", "p3"));
        assertThat(open()).isEqualTo(new PlacesOfOffer(10, 4, 0, "persons", null));
        assertThat(open().squares()).isEqualTo(10);
    }

    @Test
    void what_was_agreed_outlives_the_offer_and_a_smaller_one() {
        act("o", "submit", Map.of("capacity", 10, "unit", "days"));
        act("p1", "propose", Map.of("placed", "4"));
        act("a1", "accept", Map.of("proposal", "p1"));
        act("a2", "state-accepts", Map.of("proposal", "p1"));
        act("p2", "propose", Map.of("placed", "5"));

        var ended = PlacesOfOffer.of(new ActsOfHelp(Set.of("capacity"), acts), false);
        assertThat(ended).isEqualTo(new PlacesOfOffer(4, 4, 0, "days", null));
        assertThat(ended.free()).isZero();

        act("n2", "no-answer", Map.of("proposal", "p2"));
        act("c", "amend", Map.of("capacity", "3"));
        assertThat(open().free()).isZero();
        assertThat(new PlacesOfOffer(10_000, 0, 0, "persons", null).squares()).isZero();
    }

    private PlacesOfOffer open() {
        return PlacesOfOffer.of(new ActsOfHelp(Set.of("capacity"), acts), true);
    }

    private void act(String id, String type, Map<String, Object> body) {
        acts.add(new ActContent(id, type, body, NOON, Role.REQUESTING));
    }
}
