package org.comity.casework.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.comity.casework.Officers;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.Test;

/** How far a draft is, its own page says as the list of the desk that leads to it does. */
class CountedChecksTest extends Officers {

    @Test
    void the_desk_and_the_draft_count_alike() throws Exception {
        var body = new HashMap<>(ordinary());
        body.put("identifiers", List.of());
        var draft = drafts.start("preservation/1", "request", Role.REQUESTING, "XD-1", null, body, official("maren"));

        for (var chair : List.of("duty-officer", "lawyer")) {
            var row = page(chair, "/desk?view=officers", "en").replaceAll("(?s).*data-id=\"" + draft.id() + "\"", "");
            var counted = numbers("([0-9]+) of ([0-9]+) settled", row);

            assertThat(counted).as(chair).hasSize(2);
            assertThat(numbers(
                            "<span class=\"end tag [a-z]+\">([0-9]+) of ([0-9]+)</span>",
                            page(chair, "/drafts/" + draft.id() + "/data", "en")))
                    .as(chair)
                    .isEqualTo(counted);
        }
    }

    @Test
    void what_is_not_asked_is_optional_and_not_open_for_whoever_hears_the_page() throws Exception {
        var draft =
                drafts.start("preservation/1", "request", Role.REQUESTING, "XD-1", null, ordinary(), official("maren"));
        var page = page("duty-officer", "/drafts/" + draft.id() + "/data", "en");

        assertThat(page).contains("<span class=\"vh\"> (optional)</span>");
        int settled = numbers("<span class=\"end tag [a-z]+\">([0-9]+) of ([0-9]+)</span>", page)
                .getFirst();
        assertThat(Pattern.compile("<span class=\"vh\"> settled</span>")
                        .matcher(page)
                        .results()
                        .count())
                .as("one that is not asked for is answered, too")
                .isEqualTo(settled + 1);
    }

    /** What works there, beside the questions of each page, for who writes what they will read. */
    @Test
    void their_own_wording_stands_beside_the_questions() throws Exception {
        var draft =
                drafts.start("preservation/1", "request", Role.REQUESTING, "XB-1", null, ordinary(), official("maren"));
        for (var step : List.of("offence", "data", "necessity")) {
            assertThat(page("duty-officer", "/drafts/" + draft.id() + "/" + step, "en"))
                    .as(step)
                    .containsSubsequence(
                            "data-checks", "id=\"wording-traffic\"", "Model wording", "traffic data of the account");
        }
    }

    private static List<Integer> numbers(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .findFirst()
                .map(CountedChecksTest::both)
                .orElse(List.of());
    }

    private static List<Integer> both(MatchResult found) {
        return List.of(Integer.valueOf(found.group(1)), Integer.valueOf(found.group(2)));
    }
}
