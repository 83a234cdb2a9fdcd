package org.comity.casework.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** An activity after a match in sentences of the field; that every cell has its answer is {@link ProceduresTest}. */
class ActivityMovesTest {

    private final PlayedThread thread = PlayedThread.of("capacity-activity/1");

    @Test
    void nothing_starts_before_the_secretariat_has_put_both_sides_together() {
        requesting("submit");

        assertThat(requesting("start").effect()).isEqualTo("not-joined");
        requested("take-up");
        assertThat(requesting("start").state()).isEqualTo("Running");
        assertThat(requested("take-up").effect()).isEqualTo("joined-already");
    }

    @Test
    void it_is_closed_only_with_both_reports_in_whichever_order_they_come() {
        for (var order : List.of(List.of("report", "other-report"), List.of("other-report", "report"))) {
            var played = new ActivityMovesTest();
            played.running();
            played.requesting("end");
            assertThat(played.requested("close").effect()).isEqualTo("report-missing");
            played.says(order.getFirst());
            assertThat(played.requested("close").effect()).isEqualTo("report-missing");
            assertThat(played.says(order.getLast()).state()).isEqualTo("BothIn");
            assertThat(played.requested("close-without").effect()).isEqualTo("both-reported");
            assertThat(played.requested("close").state()).isEqualTo("Closed");
        }
    }

    @Test
    void without_both_reports_it_is_closed_only_by_saying_so() {
        running();
        requesting("end");
        requesting("report");

        assertThat(thread.state()).isEqualTo("OursIn");
        assertThat(requested("close-without").state()).isEqualTo("ClosedWithout");
    }

    @Test
    void the_year_is_told_after_the_end_and_after_the_closing_too() {
        requesting("submit");
        requested("take-up");
        assertThat(requesting("follow-up").effect()).isEqualTo("not-under-way");
        requesting("start");
        assertThat(requesting("follow-up").effect()).isEqualTo("effective");
        requesting("end");
        requesting("report");
        requested("other-report");
        requested("close");

        assertThat(requesting("follow-up").effect()).isEqualTo("effective");
        assertThat(requested("other-follow-up").effect()).isEqualTo("effective");
        assertThat(thread.state()).isEqualTo("Closed");
    }

    @Test
    void what_never_started_has_no_follow_up_after_it_was_taken_back() {
        requesting("submit");
        requested("take-up");
        requesting("withdraw");

        assertThat(requesting("follow-up").effect()).isEqualTo("ended");
    }

    @Test
    void it_pauses_and_goes_on_and_a_report_comes_after_the_end_alone() {
        running();
        assertThat(requesting("report").effect()).isEqualTo("activity-goes-on");
        assertThat(requesting("pause").state()).isEqualTo("Paused");
        assertThat(requesting("pause").effect()).isEqualTo("already-paused");
        assertThat(requesting("resume").state()).isEqualTo("Running");
        requesting("pause");
        assertThat(requesting("end").state()).isEqualTo("Over");
        assertThat(requesting("resume").effect()).isEqualTo("activity-over");
        assertThat(requesting("plan").effect()).isEqualTo("activity-over");
    }

    @Test
    void what_has_started_is_not_set_aside_and_the_other_side_speaks_through_the_secretariat_alone() {
        running();

        assertThat(requested("set-aside").effect()).isEqualTo("started-already");
        assertThat(requested("report").effect()).isEqualTo("wrong-role");
        assertThat(requesting("other-report").effect()).isEqualTo("wrong-role");
    }

    @Test
    void an_end_and_a_closing_that_cross_leave_it_closed_or_over() {
        for (var each : PlayedThread.crossing(
                "capacity-activity/1",
                it -> {
                    it.requesting("submit");
                    it.requested("take-up");
                    it.requesting("start");
                },
                it -> it.requesting("end"),
                it -> it.requested("close-without"))) {
            assertThat(each).isEqualTo("ClosedWithout");
        }
    }

    private void running() {
        requesting("submit");
        requested("take-up");
        requesting("start");
    }

    private PlayedThread says(String type) {
        return type.startsWith("other-") ? requested(type) : requesting(type);
    }

    private PlayedThread requesting(String type, String... facts) {
        return thread.requesting(type, facts);
    }

    private PlayedThread requested(String type, String... facts) {
        return thread.requested(type, facts);
    }
}
