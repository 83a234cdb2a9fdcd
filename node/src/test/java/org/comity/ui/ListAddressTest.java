package org.comity.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The way back leads to the list that a reader came from, and to nothing but a list of ours. */
class ListAddressTest {

    @Test
    void a_list_keeps_its_filters() {
        assertThat(ListAddress.from("https://node.example:8443/desk?view=MINE&state=C%C3%B4te&lang=ar"))
                .isEqualTo("/desk?view=MINE&state=C%C3%B4te");
        assertThat(ListAddress.from("https://node.example/requests?lang=en&law=assistance"))
                .isEqualTo("/requests?law=assistance");
        assertThat(ListAddress.from("https://node.example/requests")).isEqualTo("/requests");
    }

    @Test
    void whatever_is_no_list_leads_to_the_desk() {
        for (var other : Arrays.asList(
                null,
                "",
                "no address at all",
                "https://node.example/requests/XA-2026-000001",
                "https://node.example/desk/handover",
                "https://node.example//desk",
                "//elsewhere.example/sign-in?x=/desk",
                "javascript:alert(1)",
                "https://node.example/desk?x=%22%3E<b>")) {
            assertThat(ListAddress.from(other)).as(other).isEqualTo("/desk");
        }
    }
}
