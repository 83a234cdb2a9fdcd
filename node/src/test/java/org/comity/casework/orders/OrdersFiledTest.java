package org.comity.casework.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import org.comity.casework.Officers;
import org.junit.jupiter.api.Test;

/** An order that stands in the domestic file alone lasts as long as the law allows, and no longer. */
class OrdersFiledTest extends Officers {

    @Test
    void an_order_of_the_domestic_file_ends_when_the_law_says() throws Exception {
        var longer = preserved(120);
        var shorter = preserved(80);
        for (var reference : new String[] {longer, shorter}) {
            redirected(
                    "lawyer",
                    multipart("/requests/" + reference + "/file")
                            .param("kind", "ORDER")
                            .param("number", "7/27")
                            .param("text", "Granted by phone."));
        }

        assertThat(page("duty-officer", "/requests/" + longer, "en"))
                .contains("Our order ends too early", "7/27</bdi> ends on");
        assertThat(page("duty-officer", "/requests/" + shorter, "en")).doesNotContain("Our order ends too early");
    }
}
