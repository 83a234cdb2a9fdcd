package org.comity.casework.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.comity.database.CountedStatements;
import org.comity.database.PracticeDatabase;
import org.comity.evidence.Item;
import org.comity.evidence.ItemArrivals;
import org.comity.evidence.ManyItems;
import org.comity.evidence.custody.PracticeItemsOfThread;
import org.comity.procedure.form.Found;
import org.comity.procedure.form.Items;
import org.comity.proof.act.Envelope;
import org.comity.proof.form.SaltedHash;
import org.comity.thread.Threads;
import org.comity.thread.Threads.KeptAct;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was found of a delivery, however many items its thread has. */
class FindingDeliveredTest {

    private static final String THREAD = "t-1";
    private static final Instant NOON = Instant.parse("2027-03-01T12:00:00Z");

    private final Threads threads = mock();
    private final ItemArrivals arrivals = mock();
    private DataSource source;
    private FindingDelivered finding;

    @BeforeEach
    void start() throws Exception {
        source = PracticeDatabase.fresh("evidence");
        finding = new FindingDelivered(threads, arrivals, PracticeItemsOfThread.over(source));
    }

    @Test
    void both_deliveries_of_a_thread_with_more_than_a_thousand_items_are_found_matched() {
        var manifests = new ManyItems(source, THREAD).put(1_200, Item.State.MATCHED);
        delivers("first", manifests.subList(0, 600));
        delivers("second", manifests.subList(600, 1_200));

        assertThat(finding.verdict(THREAD, "first")).contains("matched");
        assertThat(finding.verdict(THREAD, "second")).contains("matched");
        assertThat(finding.find(THREAD, "second")).hasSize(600).allSatisfy(it -> {
            assertThat(it.result()).isEqualTo(Found.Result.MATCHED);
            assertThat(it.size()).isEqualTo(7);
        });
    }

    @Test
    void a_delivery_of_five_hundred_is_found_with_as_many_statements_as_one_of_ten() {
        var manifests = new ManyItems(source, THREAD).put(510, Item.State.MATCHED);
        delivers("ten", manifests.subList(0, 10));
        delivers("many", manifests.subList(10, 510));

        int ten = CountedStatements.of("evidence", () -> finding.verdict(THREAD, "ten"));
        int many = CountedStatements.of("evidence", () -> finding.verdict(THREAD, "many"));

        assertThat(many).isEqualTo(ten).isPositive();
    }

    @Test
    void while_something_is_on_its_way_nothing_else_of_the_delivery_is_looked_at() {
        when(arrivals.underWay("first")).thenReturn(true);

        assertThat(finding.verdict(THREAD, "first")).isEmpty();

        verify(threads, never()).act(any());
    }

    private void delivers(String act, List<String> manifests) {
        var envelope = new Envelope(
                "",
                THREAD,
                "assistance/1",
                "uncc/1",
                "deliver",
                "XB-1",
                "XA-1",
                "requested",
                NOON,
                List.of(),
                false,
                Map.of(),
                new SaltedHash("0".repeat(32), "0".repeat(64)),
                List.of());
        var body = Map.<String, Object>of(Items.KEY, Items.of(manifests).manifests());
        when(threads.act(act))
                .thenReturn(Optional.of(new KeptAct(
                        act, THREAD, envelope, body, true, "", true, NOON, 1L, "effective", NOON, null, null, null)));
    }
}
