package org.comity.casework.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.comity.casework.Officers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A tired hand presses twice: what goes to the other State, or stays on file for good, is there once; of a page that was opened again, once more. */
class PressedTwiceTest extends Officers {

    @Autowired
    private JdbcClient db;

    @Test
    void a_working_message_goes_once() throws Exception {
        var sent = sent("XB-1", emergency(), "maren");
        var path = "/requests/" + sent.reference();
        long outgoing = count("exchange.outbox where action = 'MESSAGE' and thread", sent.thread());

        for (int opened = 1; opened <= 2; opened++) {
            twice(token(path, "/messages"), () -> post(path + "/messages").param("text", "Call us at once."));

            assertThat(count("cooperation.message where thread", sent.thread())).isEqualTo(opened);
            assertThat(count("exchange.outbox where action = 'MESSAGE' and thread", sent.thread()))
                    .isEqualTo(outgoing + opened);
        }
    }

    @Test
    void a_line_on_file_is_added_once() throws Exception {
        var sent = sent("XB-1", emergency(), "maren");
        var path = "/requests/" + sent.reference();
        for (int opened = 1; opened <= 2; opened++) {
            twice(
                    token(path, "/file[?]_csrf"),
                    () -> post(path + "/file").param("kind", "NOTE").param("text", "The bank answers on Monday."));

            assertThat(count("cooperation.file_line where kind = 'NOTE' and thread", sent.thread()))
                    .isEqualTo(opened);
        }
    }

    /** As the form on the page carries it: the same page pressed twice has one, a page that was opened again another. */
    private String token(String path, String form) throws Exception {
        var found = Pattern.compile("(?s)" + form + ".{0,300}name=\"once\" value=\"([0-9a-f-]{36})\"")
                .matcher(page("duty-officer", path, "en"));
        assertThat(found.find()).as(form).isTrue();
        return found.group(1);
    }

    private void twice(String once, Supplier<MockHttpServletRequestBuilder> form) throws Exception {
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
