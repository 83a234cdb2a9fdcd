package org.comity.cooperation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pages of two requests that carry the same number, each given by another authority. */
class SharedReferencePagesTest extends Officers {

    @Autowired
    private JdbcClient db;

    @Test
    void each_has_its_own_pages_and_the_short_path_leads_to_both() throws Exception {
        var first = sent("XD-1", emergency(), "maren").reference();
        var thread = requests.find(sent("XD-1", emergency(), "maren").reference()).orElseThrow().thread();
        db.sql("update cooperation.request set reference = :r, author = 'XA-2', search = lower(:r) where thread = :t")
                .param("r", first).param("t", thread).update();
        try {
            var whole = "/requests/XA-2/" + first;
            assertThat(page("duty-officer", whole, "en"))
                    .contains(first + " (XA-2)", "href=\"" + whole + "/documents\"", whole + "/record");
            assertThat(page("duty-officer", whole + "/record", "ar")).contains(first + " (XA-2)");
            assertThat(page("duty-officer", "/requests/XA-1/" + first, "en")).contains(first + " (XA-1)");
            assertThat(code("duty-officer", "/requests/XA-9/" + first)).isEqualTo(404);

            assertThat(web.perform(get("/requests/" + first).cookie(seat("duty-officer"))).andReturn().getResponse().getRedirectedUrl())
                    .isEqualTo("/requests?q=" + first);
            assertThat(page("duty-officer", "/requests?q=" + first, "en"))
                    .contains("href=\"" + whole + "\"", "href=\"/requests/XA-1/" + first + "\"");
            assertThat(code("duty-officer", "/requests/" + first + "/record")).isEqualTo(409);

            assertThat(redirected("duty-officer", post(whole + "/owner").param("owner", "me"))).isEqualTo(whole);
            assertThat(requests.ofThread(thread).orElseThrow().owner()).isEqualTo("maren");
            assertThat(requests.find("XA-1/" + first).orElseThrow().owner()).isNull();
        } finally {
            db.sql("update cooperation.request set author = 'XA-1', reference = :r where thread = :t")
                    .param("r", "XA-2019-" + first.substring(8)).param("t", thread).update();
        }
    }
}
