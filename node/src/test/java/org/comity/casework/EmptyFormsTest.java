package org.comity.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import org.junit.jupiter.api.Test;

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
}
