package org.comity.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.comity.casework.Officers;
import org.comity.directory.Directory;
import org.comity.directory.OurEntry;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A new version of our own entry waits on the desk of everybody who may approve it, and of nobody else. */
class OurEntryOnDeskTest extends Officers {

    private static final String SAYS = "A new version of our own entry in the directory";

    @Autowired
    private OurEntry ours;

    @Autowired
    private Directory directory;

    @Test
    void it_is_told_to_whoever_may_approve_it_with_its_link_and_in_the_count() throws Exception {
        var before = waits("second-officer");
        var us = directory.self();
        ours.propose(
                new OurEntry.Content(us.phone(), us.mail(), "8 to 20", us.languages(), us.profile()),
                ours.seen(),
                official("maren"));
        try {
            for (var chair : List.of("second-officer", "lawyer")) {
                assertThat(page(chair, "/desk", "en")).as(chair).contains(SAYS, "href=\"/directory/us\">" + SAYS);
            }
            assertThat(waits("second-officer")).isEqualTo(before + 1);
            assertThat(page("second-officer", "/desk", "ar")).contains("نسخة جديدة من قيدنا في دليل المشاركين");
            assertThat(page("duty-officer", "/desk", "en")).as("who wrote it").doesNotContain(SAYS);
        } finally {
            ours.discard(ours.waiting().orElseThrow().entry().hash(), official("maren"));
        }
        assertThat(page("second-officer", "/desk", "en")).doesNotContain(SAYS);
    }

    private int waits(String chair) throws Exception {
        var page = page(chair, "/desk", "en");
        var said = page.replaceAll("(?s).*?(One|[0-9]+) acts? waits? for you.*", "$1");
        return said.equals(page) ? 0 : said.equals("One") ? 1 : Integer.parseInt(said);
    }
}
