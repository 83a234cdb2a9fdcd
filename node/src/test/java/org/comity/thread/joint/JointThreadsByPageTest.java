package org.comity.thread.joint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.comity.database.PracticeDatabase;
import org.comity.thread.JointThreads.Joint;
import org.comity.thread.JointThreads.OurPart;
import org.junit.jupiter.api.Test;

/** Each joint thread is on just one page of the list, however many changed in the same moment; and who asks us comes first. */
class JointThreadsByPageTest {

    @Test
    void all_pages_together_hold_each_thread_once() throws Exception {
        var node = new JointNode(
                "XA-1", PracticeDatabase.emptied("thread", 1), Clock.fixed(JointNode.NOON, ZoneOffset.UTC));
        for (int i = 0; i < 250; i++) {
            node.db
                    .sql("""
                            insert into thread.joint (id, procedure, convention, drill, opener, keeper, standing,
                                                      opened_at, changed_at)
                            values (:id, 'gathering/1', 'uncc/1', false, 'XB-1', 'XB-1', :standing, :at, :at)
                            """)
                    .param("id", "thread-%03d".formatted(i))
                    .param("standing", i % 5 == 0 ? "INVITED" : "PARTY")
                    .param("at", JointNode.NOON.plusSeconds(i / 40).atOffset(ZoneOffset.UTC))
                    .update();
        }

        var pages = new ArrayList<List<Joint>>();
        String cursor = null;
        do {
            var page = node.threads.list(cursor);
            pages.add(page.threads());
            cursor = page.cursor();
        } while (cursor != null && pages.size() < 9);

        assertThat(pages).extracting(List::size).containsExactly(100, 100, 50);
        assertThat(pages.stream().flatMap(List::stream).map(Joint::id))
                .doesNotHaveDuplicates()
                .hasSize(250);
        assertThat(pages.getFirst())
                .extracting(Joint::standing)
                .startsWith(OurPart.INVITED)
                .endsWith(OurPart.PARTY);
        assertThat(pages.getFirst().stream().filter(it -> it.standing() == OurPart.INVITED))
                .hasSize(50);
        assertThat(node.threads.list("not ours").threads()).isEqualTo(pages.getFirst());
    }
}
