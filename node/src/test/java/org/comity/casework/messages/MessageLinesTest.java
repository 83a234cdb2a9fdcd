package org.comity.casework.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import org.comity.casework.WorkingMessages;
import org.comity.casework.WorkingMessages.Message;
import org.comity.database.PracticeDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the other desk wrote, however often it arrives. */
class MessageLinesTest {

    private static final Instant NOON = Instant.parse("2027-03-01T12:00:00Z");

    @Test
    void a_message_that_arrives_again_after_its_id_was_forgotten_is_there_once() throws Exception {
        var db = JdbcClient.create(PracticeDatabase.fresh("cooperation"));
        var lines = new MessageLines(db);
        assertThat(lines.add("t", "XB-1", "Call us.", NOON, false)).isTrue();

        assertThat(lines.add("t", "XB-1", "Call us.", NOON, false)).isFalse();
        assertThat(lines.newest("t")).hasSize(1);

        assertThat(lines.add("t", "XB-1", "Call us.", NOON.plusMillis(1), false))
                .as("said again")
                .isTrue();
        assertThat(lines.add("t", "XB-1", "Now.", NOON, false)).as("another").isTrue();
        assertThat(lines.add("u", "XB-1", "Call us.", NOON, false))
                .as("elsewhere")
                .isTrue();
        assertThat(lines.add("t", "XB-1", "Call us.", NOON, true)).as("ours").isTrue();
        assertThat(lines.add("t", "XB-1", "Call us.", NOON, true))
                .as("ours, which nobody repeats")
                .isTrue();

        db.sql("update cooperation.message set text = ''").update();
        assertThat(lines.add("t", "XB-1", "Call us.", NOON, false))
                .as("its words were deleted here")
                .isFalse();
        assertThat(lines.newest("t")).extracting(it -> it.message().text()).containsOnly("");
    }

    @Test
    void every_message_is_handed_over_though_the_page_shows_the_newest_100() throws Exception {
        var lines = new MessageLines(JdbcClient.create(PracticeDatabase.emptied("cooperation", 4)));
        lines.add("other", "XB-1", "elsewhere", NOON, false);
        for (int i = 0; i < 201; i++) lines.add("t", "XB-1", "no. " + i, NOON.plusSeconds(i), false);

        var all = new ArrayList<String>();
        lines.every("t", it -> all.add(it.text()));

        assertThat(all)
                .hasSize(201)
                .doesNotHaveDuplicates()
                .startsWith("no. 0", "no. 1")
                .endsWith("no. 200");
        assertThat(lines.newest("t")).hasSize(100);

        var newest = lines.before("t", WorkingMessages.NEWEST);
        assertThat(newest.messages())
                .extracting(Message::text)
                .startsWith("no. 101")
                .endsWith("no. 200");
        assertThat(newest.later()).isFalse();
        var before = lines.before("t", newest.earlier());
        assertThat(before.messages())
                .extracting(Message::text)
                .startsWith("no. 1")
                .endsWith("no. 100");
        assertThat(before.later()).isTrue();
        var first = lines.before("t", before.earlier());
        assertThat(first.messages()).extracting(Message::text).containsExactly("no. 0");
        assertThat(first.earlier()).isZero();
        assertThat(lines.id("t", "XB-1", NOON).getAsLong() + 1).isEqualTo(before.earlier());
        assertThat(lines.id("t", "XA-1", NOON)).isEmpty();
    }
}
