package org.comity.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A form that was opened and left as it was leaves no draft behind; one in which something was written does. */
class EmptyFormsTest extends Officers {

    @Test
    void a_form_that_was_left_empty_leaves_no_draft() throws Exception {
        var reference = preserved(70);
        var thread = requests.find(reference).orElseThrow().thread();
        var form = "/requests/" + reference + "/ask";

        redirected("duty-officer", post(form).param("text", "").param("then", "leave"));
        redirected("duty-officer", post(form).param("text", "").param("then", "discard"));
        assertThat(drafts.alive(thread, "ask")).isEmpty();

        redirected("duty-officer", post(form).param("text", "Which account?").param("then", "leave"));
        assertThat(drafts.alive(thread, "ask")).hasSize(1);
    }

    /** The browser sends the moment that the page proposed, which another page would propose a second later. */
    @Test
    void a_moment_that_the_page_proposed_leaves_no_draft() throws Exception {
        var reference = preserved(70);
        var thread = requests.find(reference).orElseThrow().thread();
        var form = "/requests/" + reference + "/extend";
        var page = page("duty-officer", form, "en");
        assertThat(page).contains("This moment is chosen beforehand");
        var offered = found("name=\"offered\" value=\"([^\"]+)\"", page);

        redirected("duty-officer", left(form, offered, offered.substring(11, 19)));
        assertThat(drafts.alive(thread, "extend")).isEmpty();

        redirected("duty-officer", left(form, offered, "23:59:59"));
        assertThat(drafts.alive(thread, "extend")).hasSize(1);
    }

    private static MockHttpServletRequestBuilder left(String form, String offered, String time) {
        return post(form)
                .param("offered", offered)
                .param("text", "")
                .param("until.date", offered.substring(0, 10))
                .param("until.time", time)
                .param("until.zone", "Z")
                .param("then", "leave");
    }
}
