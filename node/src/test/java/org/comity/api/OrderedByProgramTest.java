package org.comity.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.UUID;
import org.comity.casework.DomesticFile;
import org.comity.casework.DomesticFile.Kind;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A magistrate's program decides on an order once each time that the request was passed on, as on the page. */
class OrderedByProgramTest extends WritingPrograms {

    private static final String GRANTED = "{\"kind\": \"order\", \"text\": \"Granted.\", \"number\": \"14/26\"}";
    private static final String REFUSED = "{\"kind\": \"order-refused\", \"text\": \"No ground.\"}";

    @Autowired
    private DomesticFile file;

    @Test
    void what_was_granted_on_the_page_is_not_refused_by_program() throws Exception {
        var row = requests.find(preserved(70)).orElseThrow();
        file.add(row.thread(), Kind.PASSED_ON, "", row.reference(), null, null, official("okell"));
        redirected(
                "magistrate",
                post("/orders/" + row.address())
                        .param("then", "grant")
                        .param("number", "14/26")
                        .param("data", "Mail logs."));

        var path = "/requests/" + row.address() + "/file";
        assertThat(read(json(token("sorane"), path, REFUSED, 409), "$.type")).endsWith("orders.decided");
        assertThat(file.holds(row.thread(), Kind.ORDER_REFUSED)).isFalse();

        file.add(row.thread(), Kind.PASSED_ON, "", row.reference(), null, null, official("okell"));
        var key = UUID.randomUUID().toString();
        for (int time = 0; time < 2; time++) {
            assertThat(ask(token("sorane"), wish(path, REFUSED, key)).getStatus())
                    .as("the same wish is answered as before")
                    .isEqualTo(201);
        }
        json(token("sorane"), path, GRANTED, 409);
    }
}
