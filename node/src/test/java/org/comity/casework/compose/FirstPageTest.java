package org.comity.casework.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.regex.Pattern;
import org.comity.casework.Officers;
import org.junit.jupiter.api.Test;

/** Whoever begins a request is asked for the State and the instrument; what is seldom wanted is folded until it is. */
class FirstPageTest extends Officers {

    private static final String NEW = "/requests/new/preservation";
    private static final String FOLDED = "(?s)<details class=\"[^\"]*more\">((?!</details>).)*name=\"%s\"";

    @Test
    void the_state_comes_first_then_the_instrument_then_the_numbers() throws Exception {
        var page = page("duty-officer", NEW, "en");

        assertThat(page)
                .containsSubsequence("name=\"counterpart\"", "name=\"instrument\"", "name=\"ourCase\"")
                .doesNotContainPattern(FOLDED.formatted("ourCase"));
        for (var seldom : new String[] {"basisKind", "basis", "drill"}) {
            assertThat(Pattern.compile(FOLDED.formatted(seldom)).matcher(page).find())
                    .as(seldom)
                    .isTrue();
        }
        assertThat(page("duty-officer", NEW, "ar")).contains("أهو تمرين فقط؟");
    }

    /** Twenty-eight kinds are a wall: the first groups stand there, the others one press away. */
    @Test
    void of_all_kinds_the_first_groups_are_shown_and_the_others_folded() throws Exception {
        var folded = "(?s)<details class=\"kinds\"%s>((?!</details>).)*href=\"/requests/new/%s\"";
        var begins = page("duty-officer", "/requests/new", "en");
        assertThat(begins).containsPattern(folded.formatted("", "extradition")).contains(" more kinds");
        assertThat(begins).containsSubsequence("href=\"/requests/new/preservation\"", "<details class=\"kinds\"");

        assertThat(page("duty-officer", "/requests/new/extradition", "en"))
                .containsPattern(folded.formatted(" open", "extradition"));
    }

    @Test
    void what_was_begun_there_is_open() throws Exception {
        var page = answered(
                200,
                "duty-officer",
                post(NEW).param("basis", "Treaty of 3 May 2011").param("drill", "yes"));

        assertThat(page).contains("Treaty of 3 May 2011");
        for (var seldom : new String[] {"basis", "drill"}) {
            assertThat(Pattern.compile(FOLDED.formatted(seldom)).matcher(page).find())
                    .as(seldom)
                    .isFalse();
        }
    }
}
