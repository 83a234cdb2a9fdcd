package org.comity.casework;

import static org.assertj.core.api.Assertions.assertThat;

import org.comity.exchange.MessageArrived;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

/** What stands beside a request says something, and a message says whose desk wrote it. */
class ThreadCardTest extends Officers {

    @Autowired
    private WorkingMessages messages;

    @Autowired
    private ApplicationEventPublisher events;

    @Test
    void a_message_names_the_desk_that_wrote_it_and_no_card_is_empty() throws Exception {
        var row = requests.find(sent("XB-1", emergency(), "maren").reference()).orElseThrow();
        messages.write(row.thread(), "Did you reach them?", official("maren"));
        events.publishEvent(new MessageArrived(row.thread(), "XB-1", "Yes, at noon.", row.openedAt()));
        var path = "/requests/" + row.reference();

        assertThat(page("duty-officer", path, "en"))
                .contains("The desk of Belmora", "Our desk, Aldoria", ">XB-1</bdi>", ">XA-1</bdi>");
        assertThat(page("duty-officer", path, "ar")).contains("مكتب ", "مكتبنا، ");

        assertThat(page("duty-officer", path, "en")).contains("id=\"file\"");
        assertThat(page("oversight", path, "en")).doesNotContain("id=\"file\"", "id=\"evidence\"");
    }
}
