package org.comity.capacity.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.comity.board.BoardWords;
import org.comity.procedure.form.ActContent;
import org.comity.proof.feed.Audience;
import org.comity.proof.form.CanonicalJson;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.Test;

/** A board says of a need what its State lets that audience see, and no word more. */
class NeedOnBoardTest {

    @Test
    void a_need_stands_before_the_audience_that_its_state_chose() {
        assertThat(on("everybody").orElseThrow().audience()).isEqualTo(Audience.PUBLIC);
        assertThat(on("participants").orElseThrow().audience()).isEqualTo(Audience.PARTICIPANTS);
        assertThat(on("named")).isEmpty();
        assertThat(on("secretariat")).isEmpty();
        assertThat(on("")).isEmpty();
    }

    /** Without one word more than the form promises: {@link ShownNeedTest} goes through every part and reader. */
    @Test
    void what_is_said_to_the_secretariat_alone_is_in_no_body() {
        var body = on("everybody").orElseThrow().body();

        assertThat(body.keySet())
                .containsExactlyInAnyOrder(
                        "state",
                        "asked",
                        "articles",
                        "units",
                        "unit",
                        "attempts",
                        "legalBasis",
                        "languages",
                        "mode",
                        "title",
                        "why",
                        "earliest",
                        "latest");
        assertThat(body).containsEntry("asked", "lab").containsEntry("state", "XM");
        assertThat(CanonicalJson.write(body)).as("a board takes it").isNotEmpty();
        BoardWords.hold(body);
    }

    @Test
    void a_part_that_is_narrowed_is_left_out() {
        var narrowed = List.of(
                Map.of("field", "why", "audience", "participants"),
                Map.of("field", "dates", "audience", "secretariat"),
                Map.of("field", "title", "audience", "everybody"));

        var open = on("everybody", narrowed).orElseThrow().body();
        assertThat(open).containsKey("title").doesNotContainKeys("why", "earliest", "latest");
        var among = on("participants", narrowed).orElseThrow().body();
        assertThat(among).containsKeys("title", "why").doesNotContainKeys("earliest", "latest");
    }

    private static Optional<NeedOnBoard> on(String audience) {
        return on(audience, List.of());
    }

    private static Optional<NeedOnBoard> on(String audience, List<?> seenBy) {
        var need = new HashMap<String, Object>();
        need.put("audience", audience);
        need.put("seenBy", seenBy);
        need.put("title", "A laboratory");
        need.put("kind", "lab");
        need.put("articles", List.of("25"));
        need.put("units", 5);
        need.put("unit", "persons");
        need.put("severity", "gravest");
        need.put("why", "None yet.");
        need.put("attempts", List.of(Map.of("what", "asked twice")));
        need.put("earliest", "2027-03-01");
        need.put("latest", "2027-12-31");
        need.put("languages", List.of("fr"));
        need.put("mode", "online");
        need.put("line", "weak");
        need.put("legalBasis", "A law.");
        need.put("named", List.of("XB-1"));
        need.put("secondSignature", "Permanent secretary");
        need.put("together", List.of());
        return NeedOnBoard.of(
                "XM",
                new ActsOfHelp(
                        Set.of(),
                        List.of(new ActContent(
                                "a", "submit", need, Instant.parse("2026-05-04T10:00:00Z"), Role.REQUESTING))));
    }
}
