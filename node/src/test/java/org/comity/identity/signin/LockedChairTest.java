package org.comity.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import org.comity.casework.Officers;
import org.junit.jupiter.api.Test;

/** A chair of practice is open to all, and whoever locks it reads so. */
class LockedChairTest extends Officers {

    @Test
    void nobody_is_promised_that_it_keeps_anybody_out() throws Exception {
        assertThat(page("duty-officer", "/desk", "en"))
                .containsPattern("title=\"Leave the chair[^\"]* it is lost[^\"]*\"")
                .containsPattern("data-kept=\"Leave the chair[^\"]* stays here for you[^\"]*\"")
                .doesNotContain("whoever comes next must sign in");
        assertThat(page("duty-officer", "/desk", "ar")).contains("غادر المقعد.");

        var locked = web.perform(get("/sign-in").param("locked", ""))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(locked)
                .contains("anybody can take a chair without a password")
                .doesNotContain("The desk is locked");
    }
}
