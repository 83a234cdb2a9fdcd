package org.comity.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import org.comity.database.CountedStatements;
import org.junit.jupiter.api.Test;

/** What the pages that officers look at all day ask the database; how many rows others left there does not count. */
class StatementsOfPagesTest extends PaperPages {

    private static final String HIDDEN = "select c.thread from cooperation.compartment c";

    @Test
    void the_desk_asks_once_what_is_hidden_and_no_more_different_things_than_it_needs() {
        var sent = sent("/desk");

        assertThat(sent)
                .filteredOn(it -> it.contains(HIDDEN))
                .as("from its reader, and from anybody")
                .hasSize(2);
        assertThat(new HashSet<>(sent)).hasSizeBetween(30, 80);
        for (var shared : List.of(
                "from identity.duty_shift",
                "from directory.draft",
                "from exchange.outbox where",
                "from forum.moderator where official",
                "'DISPUTED' as why from thread.joint")) {
            assertThat(sent)
                    .filteredOn(it -> it.replaceAll("\\s+", " ").contains(shared))
                    .as("several parts of the page need it: " + shared)
                    .hasSize(1);
        }
    }

    @Test
    void a_request_asks_once_what_is_hidden_and_no_more_different_things_than_it_needs() throws Exception {
        var sent = sent("/requests/" + pastRequest("S-1"));

        assertThat(sent).filteredOn(it -> it.contains(HIDDEN)).hasSize(2);
        assertThat(new HashSet<>(sent)).hasSizeBetween(30, 70);
    }

    /** Of the second look: at the first, this and that is read once for good. */
    private List<String> sent(String path) {
        drawn(path);
        return CountedStatements.sent(() -> drawn(path));
    }

    private void drawn(String path) {
        try {
            page(path, "en");
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
