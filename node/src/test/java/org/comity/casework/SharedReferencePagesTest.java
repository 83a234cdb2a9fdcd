package org.comity.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.Map;
import org.comity.ui.Language;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pages of two requests that carry the same number, each given by another authority. */
class SharedReferencePagesTest extends Officers {

    @Autowired
    private JdbcClient db;

    @Autowired
    private UnsentActs unsent;

    @Autowired
    private SearchIndex search;

    @Test
    void each_has_its_own_pages_and_the_short_path_leads_to_both() throws Exception {
        var first = sent("XD-1", emergency(), "maren").reference();
        var thread = requests.find(sent("XD-1", emergency(), "maren").reference())
                .orElseThrow()
                .thread();
        db.sql("update cooperation.request set reference = :r, author = 'XA-2' where thread = :t")
                .param("r", first)
                .param("t", thread)
                .update();
        search.listed(requests.ofThread(thread).orElseThrow());
        try {
            var whole = "/requests/XA-2/" + first;
            assertThat(page("duty-officer", whole, "en"))
                    .contains(first + " (XA-2)", "href=\"" + whole + "/documents\"", whole + "/record");
            assertThat(page("duty-officer", whole + "/record", "ar")).contains(first + " (XA-2)");
            assertThat(page("duty-officer", "/requests/XA-1/" + first, "en")).contains(first + " (XA-1)");
            assertThat(code("duty-officer", "/requests/XA-9/" + first)).isEqualTo(404);

            assertThat(web.perform(get("/requests/" + first).cookie(seat("duty-officer")))
                            .andReturn()
                            .getResponse()
                            .getRedirectedUrl())
                    .isEqualTo("/requests?q=" + first);
            assertThat(page("duty-officer", "/requests?q=" + first, "en"))
                    .contains("href=\"" + whole + "\"", "href=\"/requests/XA-1/" + first + "\"");
            assertThat(code("duty-officer", "/requests/" + first + "/record")).isEqualTo(409);

            assertThat(redirected("duty-officer", post(whole + "/owner").param("owner", "me")))
                    .isEqualTo(whole);
            assertThat(requests.ofThread(thread).orElseThrow().owner()).isEqualTo("maren");
            assertThat(requests.find("XA-1/" + first).orElseThrow().owner()).isNull();

            var maren = official("maren");
            var begun = drafts.start(
                    "preservation/1", "withdraw", Role.REQUESTING, "XD-1", thread, Map.of("text", "Solved."), maren);
            var written = unsent.page(Language.ENGLISH, "maren", null).acts().stream()
                    .filter(it -> it.draft().id().equals(begun.id()))
                    .findFirst();
            assertThat(written.orElseThrow().path()).isEqualTo(whole + "/withdraw?draft=" + begun.id());
            assertThat(page("duty-officer", "/drafts/" + begun.id() + "/preview", "en"))
                    .contains(whole + "/withdraw?draft=");
            assertThat(redirected(
                            "duty-officer",
                            post(whole + "/withdraw")
                                    .param("draft", begun.id())
                                    .param("version", "" + begun.version())
                                    .param("text", "Solved.")
                                    .param("then", "leave")))
                    .isEqualTo(whole);

            var submitted = drafts.submit(begun.id(), drafts.get(begun.id()).version(), maren);
            assertThat(redirected(
                            "second-officer",
                            post("/drafts/" + begun.id() + "/approve")
                                    .param("method", "practice")
                                    .param("act", submitted.act())))
                    .isEqualTo(whole);
            assertThat(page("duty-officer", "/drafts/" + begun.id() + "/approve", "en"))
                    .contains("href=\"" + whole + "\"");
            var wentAhead = drafts.alive(thread, "request").getFirst().act();
            assertThat(page("second-officer", "/confirmations/" + wentAhead, "en"))
                    .contains("href=\"" + whole + "\"");

            assertThat(disposition(whole + "/letter/letter.pdf?act=" + submitted.act()))
                    .isEqualTo("attachment; filename=\"XA-2-" + first + "-letter.pdf\"");
        } finally {
            db.sql("update cooperation.request set author = 'XA-1', reference = :r where thread = :t")
                    .param("r", "XA-2019-" + first.substring(8))
                    .param("t", thread)
                    .update();
        }
    }

    private String disposition(String path) throws Exception {
        return web.perform(get(path).cookie(seat("duty-officer")))
                .andReturn()
                .getResponse()
                .getHeader("Content-Disposition");
    }
}
