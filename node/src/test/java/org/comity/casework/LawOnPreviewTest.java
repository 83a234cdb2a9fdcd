package org.comity.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.Test;

/** Who opens a request reads what the law says of it, as who writes any later act does. */
class LawOnPreviewTest extends Officers {

    @Test
    void the_preview_of_an_act_that_opens_a_request_says_what_the_law_says_of_it() throws Exception {
        var begun = drafts.start(
                "onward-transfer/1",
                "ask-onward",
                Role.REQUESTING,
                "XD-1",
                null,
                Map.of("instrument", "uncc", "recipient", "Narvia"),
                official("maren"));

        assertThat(page("duty-officer", "/drafts/" + begun.id() + "/preview", "en"))
                .contains("only after notice to the State that gave them", "36(3)");
    }

    @Test
    void a_request_for_assistance_says_that_another_treaty_may_govern() throws Exception {
        var begun = drafts.start(
                "assistance/1",
                "request",
                Role.REQUESTING,
                "XD-1",
                null,
                Map.of("instrument", "uncc"),
                official("maren"));

        assertThat(page("duty-officer", "/drafts/" + begun.id() + "/preview", "en"))
                .contains("40(7)", "40(12)(d)", "40(13)");
    }
}
