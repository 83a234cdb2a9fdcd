package org.comity.casework.articles;

import static org.assertj.core.api.Assertions.assertThat;

import org.comity.casework.Officers;
import org.comity.procedure.KnownProcedure;
import org.comity.procedure.Procedures;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the page of a procedure says can be written can be; what is begun only from another request is not offered there. */
class WriteOneTest extends Officers {

    @Autowired
    private Procedures procedures;

    @Test
    void every_link_to_a_new_request_opens_one() throws Exception {
        int begun = 0;
        int known = 0;
        for (var law :
                procedures.all().stream().map(KnownProcedure::law).distinct().toList()) {
            var page = page("duty-officer", "/articles/procedures/" + law, "en");
            if (page.contains("/requests/new/" + law)) {
                begun++;
                assertThat(page("duty-officer", "/requests/new/" + law, "en")).contains("<form");
            } else {
                known++;
                assertThat(page).as(law).contains("It cannot be begun by itself on this node.");
            }
        }
        assertThat(begun).isGreaterThan(3);
        assertThat(known).isPositive();
    }
}
