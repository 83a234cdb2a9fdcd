package org.comity.casework.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.comity.casework.DomesticFile;
import org.comity.casework.DomesticFile.Kind;
import org.comity.casework.Officers;
import org.comity.casework.orders.TypedOrder.Decision;
import org.comity.procedure.RequestRow;
import org.comity.ui.Language;
import org.comity.vocabulary.RuleBroken;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whether an order is granted is decided once each time that the request was passed on for it. */
class DecidedOnceTest extends Officers {

    private static final int PRESSES = 8;
    private static final TypedOrder ORDER =
            new TypedOrder("12/27", "Lake Court", "", "Mail logs.", "", false, "As asked.");

    @Autowired
    private DecidingOnOrder ordering;

    @Autowired
    private DomesticFile file;

    @Test
    void pressed_many_times_at_once_one_decision_stands() throws Exception {
        var row = passedOn();
        var together = new CyclicBarrier(PRESSES);
        var presses = new ArrayList<Callable<String>>();
        for (int i = 0; i < PRESSES; i++) {
            var decision = i % 2 == 0 ? Decision.GRANTED : Decision.REFUSED;
            presses.add(() -> {
                together.await();
                return pressed(row, decision);
            });
        }
        var said = new ArrayList<String>();
        try (var threads = Executors.newFixedThreadPool(PRESSES)) {
            for (var each : threads.invokeAll(presses)) said.add(each.get());
        }

        assertThat(said)
                .containsOnlyOnce("done")
                .filteredOn("orders.decided"::equals)
                .hasSize(PRESSES - 1);
        assertThat(decisions(row)).hasSize(1);
        assertThat(pressed(row, Decision.DRAFT)).as("nor is a draft begun").isEqualTo("orders.decided");
    }

    @Test
    void a_request_awaits_an_order_from_each_passing_on_until_the_decision() {
        var row = passedOn();
        assertThat(awaited()).contains(row.thread());

        pressed(row, Decision.DRAFT);
        assertThat(awaited()).contains(row.thread());
        pressed(row, Decision.REFUSED);
        assertThat(awaited()).doesNotContain(row.thread());

        file.add(row.thread(), Kind.NOTE, "Ask again.", "", null, null, official("okell"));
        assertThat(awaited()).doesNotContain(row.thread());
        file.add(row.thread(), Kind.PASSED_ON, "", row.reference(), null, null, official("okell"));
        assertThat(awaited()).contains(row.thread());
        file.add(row.thread(), Kind.ORDER, "By phone.", "7/27", null, null, official("okell"));
        assertThat(awaited()).doesNotContain(row.thread());
        assertThat(requests.awaitsOrder(row.thread())).isFalse();
    }

    private List<String> awaited() {
        return requests.awaitingOrder(official("sorane")).stream()
                .map(RequestRow::thread)
                .toList();
    }

    private String pressed(RequestRow row, Decision decision) {
        try {
            ordering.put(row.address(), ORDER, decision, official("sorane"), Language.ENGLISH);
            return "done";
        } catch (RuleBroken refused) {
            return refused.code();
        }
    }

    private List<DomesticFile.Line> decisions(RequestRow row) {
        return file.lines(row.thread()).stream()
                .filter(it -> it.kind() == Kind.ORDER || it.kind() == Kind.ORDER_REFUSED)
                .toList();
    }

    private RequestRow passedOn() {
        var row = requests.find(preserved(70)).orElseThrow();
        file.add(row.thread(), Kind.PASSED_ON, "", row.reference(), null, null, official("okell"));
        return row;
    }
}
