package org.comity.casework.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.comity.assistance.PracticeAssistance;
import org.comity.casework.Compartments;
import org.comity.casework.DomesticFile;
import org.comity.casework.DomesticFile.Kind;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.comity.directory.StateProfile;
import org.comity.preservation.PracticePreservation;
import org.comity.procedure.KnownProcedure;
import org.comity.procedure.Procedures;
import org.comity.procedure.RequestRow;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.Role;
import org.comity.vocabulary.RuleBroken;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.ObjectProvider;

/** Who may order, by the duties and by our own profile. */
class CaseAccessByDutyTest {

    private static final RequestRow ASKED = row("preservation/1", Role.REQUESTED);

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"ORDER", "ORDER_REFUSED"})
    void the_contact_point_orders_a_preservation_only_where_our_profile_says_so(Kind kind) {
        var officer = official(Duty.DUTY_OFFICER);
        assertThat(access(true).mayFile(officer, kind, ASKED)).isTrue();

        assertThat(access(false).mayFile(officer, kind, ASKED)).isFalse();
        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(() -> access(false).mustFile(officer, kind, ASKED))
                .satisfies(it -> assertThat(it.code()).isEqualTo("request.not-your-duty"));
        assertThat(access(true).mayFile(officer, kind, row("assistance/1", Role.REQUESTED)))
                .as("assistance")
                .isFalse();
        assertThat(access(true).mayFile(officer, kind, row("preservation/1", Role.REQUESTING)))
                .as("we ask")
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource(Duty.class)
    void magistrate_and_lawyer_order_whatever_the_profile_says_and_no_other_duty_does(Duty duty) {
        boolean orders = duty == Duty.MAGISTRATE || duty == Duty.LAWYER;
        assertThat(access(false).mayFile(official(duty), Kind.ORDER, ASKED)).isEqualTo(orders);
        assertThat(access(true).mayFile(official(duty), Kind.ORDER, ASKED))
                .isEqualTo(orders || duty == Duty.DUTY_OFFICER);
    }

    /** Whoever may approve what we say may be one of the two who read for it, and nobody else counts. */
    @ParameterizedTest
    @EnumSource(Duty.class)
    void who_may_approve_records_that_discrimination_was_considered(Duty duty) {
        boolean approves = duty == Duty.DUTY_OFFICER || duty == Duty.LAWYER || duty == Duty.SECOND_OFFICER;
        assertThat(access(false).mayFile(official(duty), Kind.CONSIDERED_DISCRIMINATION, ASKED))
                .isEqualTo(approves);
    }

    private static CaseAccessByDuty access(boolean contactPointMayOrder) {
        var directory = mock(Directory.class);
        var self = mock(Participant.class);
        when(directory.self()).thenReturn(self);
        when(self.profile())
                .thenReturn(new StateProfile(
                        true,
                        false,
                        contactPointMayOrder,
                        true,
                        Map.of(),
                        Map.of(),
                        List.of(),
                        "",
                        List.of(),
                        LocalDate.parse("2026-11-01")));
        return new CaseAccessByDuty(
                mock(org.comity.procedure.Requests.class),
                mock(DomesticFile.class),
                directory,
                procedures(),
                mock(Compartments.class));
    }

    /** What the steps of the two procedures say of themselves. */
    @SuppressWarnings("unchecked")
    private static ObjectProvider<Procedures> procedures() {
        var all = mock(Procedures.class);
        var provider = mock(ObjectProvider.class);
        when(provider.getObject()).thenReturn(all);
        for (var steps : List.of(PracticePreservation.steps(), PracticeAssistance.steps())) {
            var known = mock(KnownProcedure.class);
            when(known.steps()).thenReturn(steps);
            when(all.of(steps.procedure())).thenReturn(known);
        }
        return provider;
    }

    private static Official official(Duty duty) {
        return new Official("maren", "A. Maren", "XA-1/o-1", Set.of(duty));
    }

    private static RequestRow row(String procedure, Role ourRole) {
        var row = mock(RequestRow.class);
        when(row.law()).thenReturn(procedure.substring(0, procedure.indexOf('/')));
        when(row.procedure()).thenReturn(procedure);
        when(row.ourRole()).thenReturn(ourRole);
        return row;
    }
}
