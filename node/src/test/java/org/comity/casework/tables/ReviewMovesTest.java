package org.comity.casework.tables;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A review in sentences of the field, from the side of who is reviewed and of who looks; that every cell has its answer is {@link ProceduresTest}. */
class ReviewMovesTest {

    private final PlayedThread reviewed = PlayedThread.of("state-review/1").requesting("open", "part", "reviewed");
    private final PlayedThread reviewer = PlayedThread.of("state-review/1").requesting("open", "part", "reviewer");

    @Test
    void nothing_begins_before_the_state_agrees_and_it_may_decline() {
        assertThat(reviewed.requested("give").effect()).isEqualTo("not-agreed-to");
        assertThat(reviewed.requesting("hand-on").effect()).isEqualTo("not-agreed-to");
        assertThat(reviewed.requested("decline").state()).isEqualTo("Declined");
        assertThat(reviewed.requested("agree").effect()).isEqualTo("ended");
        assertThat(reviewer.requested("observe").effect()).isEqualTo("not-agreed-to");
        assertThat(reviewer.requested("agree").state()).isEqualTo("Waiting");
        assertThat(reviewer.requested("decline").effect()).isEqualTo("agreed-before");
    }

    @Test
    void a_state_gives_reads_what_was_observed_responds_and_plans() {
        assertThat(reviewed.requested("agree").state()).isEqualTo("Agreed");
        assertThat(reviewed.requesting("hand-on").effect()).isEqualTo("nothing-given");
        assertThat(reviewed.requested("plan").effect()).isEqualTo("nothing-observed");
        assertThat(reviewed.requested("give").state()).isEqualTo("Given");
        assertThat(reviewed.requested("respond").effect()).isEqualTo("nothing-observed");
        assertThat(reviewed.requesting("hand-on").state()).isEqualTo("Observed");
        assertThat(reviewed.requested("give").state()).isEqualTo("Observed");
        assertThat(reviewed.requested("respond").state()).isEqualTo("Answered");
        assertThat(reviewed.requesting("hand-on").state())
                .as("one more observation")
                .isEqualTo("Observed");
        assertThat(reviewed.requested("report").effect()).isEqualTo("no-plan");
        assertThat(reviewed.requested("plan").state()).isEqualTo("Planned");
        assertThat(reviewed.requested("report").effect()).isEqualTo("effective");
        assertThat(reviewed.requesting("close").state()).isEqualTo("Closed");
        assertThat(reviewed.requested("show").effect())
                .as("it chooses who reads it afterwards too")
                .isEqualTo("effective");
    }

    @Test
    void who_looks_waits_for_material_and_never_speaks_as_who_is_reviewed() {
        reviewer.requested("agree");
        assertThat(reviewer.requested("observe").effect()).isEqualTo("nothing-given");
        assertThat(reviewer.requesting("hand-on").state()).isEqualTo("Looking");
        assertThat(reviewer.requested("observe").state()).isEqualTo("Saying");
        for (var act : new String[] {"give", "respond", "plan", "report", "show"}) {
            assertThat(reviewer.requested(act).effect()).as(act).isEqualTo("not-reviewed");
        }
        reviewed.requested("agree");
        assertThat(reviewed.requested("observe").effect()).isEqualTo("not-reviewer");
    }

    @Test
    void either_stops_at_any_time_and_the_secretariat_takes_back_only_what_nobody_answered() {
        reviewed.requested("agree");
        assertThat(reviewed.requesting("withdraw").effect()).isEqualTo("agreed-before");
        assertThat(reviewed.requested("stop").state()).isEqualTo("Stopped");
        assertThat(reviewed.requested("show").effect())
                .as("nothing was ever given")
                .isEqualTo("ended");
        assertThat(reviewer.requesting("withdraw").state()).isEqualTo("Withdrawn");
    }

    @Test
    void an_observation_that_crosses_a_plan_undoes_nothing() {
        reviewed.requested("agree").requested("give");
        reviewed.requesting("hand-on").requested("plan");

        assertThat(reviewed.requesting("hand-on").state()).isEqualTo("Planned");
        assertThat(reviewed.requested("respond").state()).isEqualTo("Planned");
    }
}
