package org.comity.casework.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

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
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

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

    @Test
    void words_that_another_window_saved_are_not_written_over() throws Exception {
        var row = passedOn();
        var path = "/orders/" + row.address();
        assertThat(page("magistrate", path, "en")).contains("name=\"version\" value=\"0\"");
        redirected("magistrate", typed(path, "save", "Mail logs.").param("version", "0"));
        assertThat(page("magistrate", path, "en")).contains("Mail logs.", "name=\"version\" value=\"1\"");

        for (var then : List.of("save", "grant", "refuse")) {
            assertThat(answered(
                            200, "magistrate", typed(path, then, "All logs.").param("version", "0")))
                    .as(then)
                    .contains("Somebody else saved this draft after you opened it", "All logs.</textarea>");
        }
        assertThat(answered(200, "magistrate", typed(path, "grant", "").param("version", "0")))
                .as("shown again for another reason, it knows the words of before")
                .contains("name=\"version\" value=\"0\"");
        assertThat(page("magistrate", path, "ar")).contains("Mail logs.");
        assertThat(decisions(row)).isEmpty();
        assertThat(redirected("magistrate", typed(path, "save", "Mail logs.").param("version", "0")))
                .as("the same press twice")
                .isEqualTo(path);

        redirected("magistrate", typed(path, "grant", "All logs.").param("version", "1"));
        assertThat(decisions(row))
                .singleElement()
                .satisfies(it -> assertThat(it.text()).contains("All logs."));
    }

    /** The line of the domestic file holds all of it, or it is said at its field what is too long. */
    @Test
    void no_word_of_an_order_is_cut_off() throws Exception {
        var row = passedOn();
        var path = "/orders/" + row.address();
        var reasons = "r".repeat(1990) + "the end.";

        assertThat(answered(200, "magistrate", typed(path, "grant", "d".repeat(2000), reasons)))
                .contains("id=\"f-data-problem\"", "Shorten this to 1,", reasons);
        assertThat(decisions(row)).isEmpty();

        redirected("magistrate", typed(path, "grant", "d".repeat(1500), reasons));
        assertThat(decisions(row))
                .singleElement()
                .satisfies(it -> assertThat(it.text()).endsWith("the end."));
    }

    private static MockHttpServletRequestBuilder typed(String path, String then, String data) {
        return typed(path, then, data, "As asked.");
    }

    private static MockHttpServletRequestBuilder typed(String path, String then, String data, String reasons) {
        return post(path)
                .param("then", then)
                .param("number", "12/27")
                .param("court", "Lake Court")
                .param("data", data)
                .param("reasons", reasons);
    }

    private List<String> awaited() {
        return requests.awaitingOrder(official("sorane"), null).rows().stream()
                .map(RequestRow::thread)
                .toList();
    }

    private String pressed(RequestRow row, Decision decision) {
        try {
            ordering.put(row.address(), ORDER, 0, decision, official("sorane"), Language.ENGLISH);
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
