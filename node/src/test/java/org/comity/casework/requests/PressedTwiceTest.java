package org.comity.casework.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.function.Supplier;
import org.comity.casework.Officers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A tired hand presses twice: what goes to the other State, or stays on file for good, is there once. */
class PressedTwiceTest extends Officers {

    @Autowired
    private JdbcClient db;

    @Test
    void a_working_message_goes_once() throws Exception {
        var sent = sent("XB-1", emergency(), "maren");
        var path = "/requests/" + sent.reference();
        assertThat(page("duty-officer", path, "en")).containsPattern("(?s)/messages\".{0,300}name=\"once\"");
        long outgoing = count("exchange.outbox where action = 'MESSAGE' and thread", sent.thread());

        twice(() -> post(path + "/messages").param("text", "Call us at once."));

        assertThat(count("cooperation.message where thread", sent.thread())).isEqualTo(1);
        assertThat(count("exchange.outbox where action = 'MESSAGE' and thread", sent.thread()))
                .isEqualTo(outgoing + 1);
    }

    @Test
    void a_line_on_file_is_added_once() throws Exception {
        var sent = sent("XB-1", emergency(), "maren");
        var path = "/requests/" + sent.reference();
        assertThat(page("duty-officer", path, "en")).containsPattern("(?s)/file[?]_csrf.{0,300}name=\"once\"");

        twice(() -> post(path + "/file").param("kind", "NOTE").param("text", "The bank answers on Monday."));

        assertThat(count("cooperation.file_line where kind = 'NOTE' and thread", sent.thread()))
                .isEqualTo(1);
    }

    private void twice(Supplier<MockHttpServletRequestBuilder> form) throws Exception {
        var once = token();
        var first = redirected("duty-officer", form.get().param("once", once));
        assertThat(redirected("duty-officer", form.get().param("once", once))).isEqualTo(first);
    }

    private long count(String table, String thread) {
        return db.sql("select count(*) from " + table + " = :thread")
                .param("thread", thread)
                .query(Long.class)
                .single();
    }
}
