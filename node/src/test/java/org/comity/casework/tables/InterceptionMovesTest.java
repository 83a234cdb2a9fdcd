package org.comity.casework.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Data as they arise in sentences of the field; that every cell has its answer is {@link ProceduresTest}. */
class InterceptionMovesTest {

    private static final String STOP = "2027-03-31T22:00:00Z";
    private static final String LATER = "2027-04-30T22:00:00Z";

    private final PlayedThread thread = PlayedThread.of("interception/1").requesting("request");

    @Test
    void what_favours_an_accused_is_told_and_consulted_on_also_after_the_end() {
        assertThat(thread.requesting("exculpatory").effect()).isEqualTo("not-started");
        running(thread);
        thread.requesting("stop");
        assertThat(thread.requesting("exculpatory").effect()).isEqualTo("effective");
        thread.requesting("close");

        assertThat(thread.requesting("exculpatory").effect()).isEqualTo("effective");
        assertThat(thread.requested("consult").effect()).isEqualTo("effective");
        assertThat(thread.state()).isEqualTo("Closed");
    }

    @Test
    void it_is_accepted_connected_collected_handed_over_in_batches_and_ends_at_the_hard_stop() {
        thread.requested("acknowledge").requested("accept").requested("hand-over");
        assertThat(thread.state()).isEqualTo("Accepted");
        assertThat(thread.requested("start", "until", STOP).state()).isEqualTo("Collecting");
        thread.requested("batch").requested("gap").requesting("account");
        assertThat(thread.effect()).isEqualTo("effective");

        assertThat(thread.requested("expire", "until", STOP).state()).isEqualTo("Stopped");
        assertThat(thread.requested("batch").effect())
                .as("what was collected before")
                .isEqualTo("effective");
        assertThat(thread.requesting("close").state()).isEqualTo("Closed");
    }

    @Test
    void the_hard_stop_can_be_said_by_the_side_that_asked_too() {
        running(thread);

        assertThat(thread.requesting("expire", "until", STOP).state()).isEqualTo("Stopped");
    }

    @Test
    void a_fast_no_is_an_answer_and_a_court_may_say_no_after_all() {
        assertThat(thread.requested("refuse").state()).isEqualTo("Refused");

        var other = PlayedThread.of("interception/1").requesting("request").requested("accept");
        assertThat(other.requested("refuse").state()).isEqualTo("Refused");
        assertThat(other.requested("start", "until", STOP).effect()).isEqualTo("ended");
    }

    @Test
    void nothing_starts_before_it_is_accepted_nor_twice() {
        assertThat(thread.requested("start", "until", STOP).effect()).isEqualTo("not-accepted");
        assertThat(thread.requested("hand-over").effect()).isEqualTo("not-accepted");
        running(thread);

        assertThat(thread.requested("start", "until", LATER).effect()).isEqualTo("already-started");
        assertThat(thread.requested("expire", "until", STOP).state()).isEqualTo("Stopped");
    }

    @Test
    void a_start_without_its_hard_stop_is_none() {
        assertThat(thread.requested("accept").requested("start").effect()).isEqualTo("incomplete");
        assertThat(thread.state()).isEqualTo("Accepted");
    }

    @Test
    void a_renewal_that_was_asked_moves_the_stop_and_the_old_one_ends_nothing_any_more() {
        running(thread);
        assertThat(thread.requested("renew", "until", LATER).effect()).isEqualTo("no-extension-asked");
        thread.requesting("ask-renewal");
        assertThat(thread.requested("renew", "until", STOP).effect()).isEqualTo("not-later");
        assertThat(thread.requested("renew", "until", LATER).state()).isEqualTo("Collecting");

        assertThat(thread.requested("expire", "until", STOP).effect()).isEqualTo("extended-meanwhile");
        assertThat(thread.requested("expire", "until", LATER).state()).isEqualTo("Stopped");
    }

    @Test
    void a_renewal_that_is_refused_leaves_the_stop_where_it_was() {
        running(thread);
        thread.requesting("ask-renewal").requested("refuse-renewal");

        assertThat(thread.state()).isEqualTo("Collecting");
        assertThat(thread.requested("expire", "until", STOP).state()).isEqualTo("Stopped");
    }

    @Test
    void a_renewal_and_the_hard_stop_that_cross_end_as_the_register_has_them() {
        assertThat(crossing(
                        it -> running(it).requesting("ask-renewal"),
                        it -> it.requested("renew", "until", LATER),
                        it -> it.requesting("expire", "until", STOP)))
                .containsExactly("Collecting", "Stopped");
    }

    @Test
    void a_renewal_that_is_asked_after_the_stop_needs_a_new_request() {
        running(thread);
        thread.requested("expire", "until", STOP);

        assertThat(thread.requesting("ask-renewal").effect()).isEqualTo("already-stopped");
        assertThat(thread.requested("renew", "until", LATER).effect()).isEqualTo("already-stopped");
        assertThat(thread.state()).isEqualTo("Stopped");
    }

    @Test
    void either_side_stops_it_early_and_stopped_twice_is_stopped_once() {
        assertThat(crossing(it -> running(it), it -> it.requesting("stop"), it -> it.requested("stop")))
                .containsExactly("Stopped", "Stopped");
        running(thread);
        thread.requested("stop");

        assertThat(thread.requesting("stop").effect()).isEqualTo("already-stopped");
        assertThat(thread.requested("expire", "until", STOP).effect()).isEqualTo("already-stopped");
    }

    @Test
    void withdrawn_it_never_starts_and_what_runs_is_stopped_whichever_came_first() {
        assertThat(crossing(
                        it -> it.requesting("request").requested("accept"),
                        it -> it.requesting("withdraw"),
                        it -> it.requested("start", "until", STOP)))
                .containsExactly("Withdrawn", "Stopped");
    }

    @Test
    void a_question_before_the_start_waits_for_its_answer_and_stops_nothing() {
        thread.requested("accept").requested("ask");
        assertThat(thread.state()).isEqualTo("FactsAsked");
        assertThat(thread.requesting("answer").state()).isEqualTo("Accepted");

        thread.requested("ask").requested("start", "until", STOP);
        assertThat(thread.state()).isEqualTo("Collecting");
    }

    @Test
    void destruction_and_notice_to_the_person_are_put_on_record_before_and_after_it_is_closed() {
        running(thread);
        assertThat(thread.requested("notify", "left", "more").effect()).isEqualTo("still-running");
        thread.requested("batch").requesting("stop");

        assertThat(thread.requesting("account").effect()).isEqualTo("effective");
        assertThat(thread.requested("notify", "left", "more").effect()).isEqualTo("effective");
        assertThat(thread.requesting("close").requested("batch").effect()).isEqualTo("ended");
        assertThat(thread.requesting("account").effect()).isEqualTo("effective");
        assertThat(thread.requested("notify", "left", "more").effect()).isEqualTo("effective");
        assertThat(thread.requested("destruction", "left", "nothing").effect()).isEqualTo("effective");
        assertThat(thread.state()).isEqualTo("Closed");
    }

    @Test
    void what_never_started_has_nothing_to_destroy_after_its_end() {
        thread.requested("refuse");

        assertThat(thread.requested("destruction", "left", "nothing").effect()).isEqualTo("ended");
        assertThat(thread.requested("look-again", "due", LATER).effect()).isEqualTo("ended");
    }

    @Test
    void the_hard_stop_stands_no_more_once_it_is_stopped_and_the_date_of_what_is_left_takes_its_place() {
        running(thread);
        assertThat(thread.holds("until")).isEqualTo(STOP);
        assertThat(thread.requested("look-again", "due", LATER).effect()).isEqualTo("still-running");
        thread.requested("expire", "until", STOP);
        assertThat(thread.holds("until")).isNull();

        thread.requested("look-again", "due", STOP).requesting("look-again", "due", LATER);
        assertThat(thread.holds("due")).isEqualTo(LATER);
        thread.requesting("close").requested("destruction", "left", "more");
        assertThat(thread.holds("due")).as("something is left").isEqualTo(LATER);
        thread.requested("notify", "left", "nothing");
        assertThat(thread.holds("due")).isNull();
        assertThat(thread.state()).isEqualTo("Closed");
    }

    @Test
    void a_batch_that_is_handed_over_here_has_its_receipt_also_after_closing_and_is_destroyed() {
        assertThat(thread.requested("deliver", "part", "partial").effect()).isEqualTo("not-started");
        running(thread);
        thread.requested("deliver", "part", "partial");
        var first = thread.newest();
        assertThat(thread.requesting("destroyed", "delivery", first).effect()).isEqualTo("effective");
        assertThat(thread.requesting("received", "delivery", first).effect()).isEqualTo("effective");
        assertThat(thread.requesting("received", "delivery", first).effect()).isEqualTo("received-already");
        thread.requested("stop").requested("deliver", "part", "whole");
        var last = thread.newest();
        thread.requesting("matched", "delivery", first).requesting("close");

        assertThat(thread.requesting("matched", "delivery", first).effect()).isEqualTo("no-such-delivery");
        assertThat(thread.requesting("not-matched", "delivery", last).effect()).isEqualTo("effective");
        assertThat(thread.requesting("destroyed", "delivery", last).effect()).isEqualTo("effective");
        assertThat(thread.requested("deliver", "part", "whole").effect()).isEqualTo("ended");
    }

    @Test
    void it_is_put_off_for_a_case_of_theirs_and_accepted_later() {
        thread.requested("ask").requested("postpone");
        assertThat(thread.state()).isEqualTo("Postponed");
        assertThat(thread.requested("start", "until", STOP).effect()).isEqualTo("not-accepted");

        assertThat(thread.requested("accept").state()).isEqualTo("Accepted");
        running(thread);
        assertThat(thread.requested("postpone").effect()).isEqualTo("already-started");
    }

    @Test
    void what_was_never_started_has_no_batch_and_what_runs_is_not_closed() {
        assertThat(thread.requested("batch").effect()).isEqualTo("not-started");
        running(thread);

        assertThat(thread.requesting("close").effect()).isEqualTo("still-running");
    }

    private static PlayedThread running(PlayedThread thread) {
        if (thread.state().isEmpty()) {
            thread.requesting("request");
        }
        return thread.requested("accept").requested("start", "until", STOP);
    }

    private static List<String> crossing(
            Consumer<PlayedThread> before, Consumer<PlayedThread> one, Consumer<PlayedThread> other) {
        return PlayedThread.crossing("interception/1", before, one, other);
    }
}
