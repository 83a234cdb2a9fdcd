package org.comity.casework.joint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.comity.casework.CaseAccess;
import org.comity.casework.Compartments;
import org.comity.procedure.file.JointProcedure;
import org.comity.ui.FormProblems;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A program says no more in a joint thread than a page asks; least of all in another's name. */
class WritingJointByProgramTest {

    private static final String THREAD = "0a1b2c3d-0000-8000-8000-000000000000";
    private static final Official OFFICER = new Official("maren", "A. Maren", "XA-1/o-1", Set.of(Duty.DUTY_OFFICER));

    private final WritingJointActs writing = mock(WritingJointActs.class);
    private final WritingPage pages = mock(WritingPage.class);
    private final ReadingJointThread reading = mock(ReadingJointThread.class);
    private final JointProcedures procedures = mock(JointProcedures.class);
    private final WritingJointByProgram program = new WritingJointByProgram(
            writing,
            mock(JointDraftRows.class),
            pages,
            reading,
            procedures,
            mock(CaseAccess.class),
            mock(Compartments.class));

    WritingJointByProgramTest() {
        when(reading.procedure(anyString(), anyString())).thenReturn("joint-investigation/1");
        when(reading.edition(anyString())).thenReturn("uncc/2");
        when(pages.problems(any(), any(), any(), any(), any(), any())).thenReturn(FormProblems.NONE);
        var known = mock(JointProcedure.class);
        when(known.opening()).thenReturn("propose");
        when(known.fields(anyString())).thenReturn(List.of());
        when(procedures.find(anyString())).thenReturn(Optional.of(known));
        when(procedures.of(anyString())).thenReturn(known);
    }

    @ParameterizedTest
    @ValueSource(strings = {"recorded", "speaker", "key", "seen", "at", "audience", "continues", "reference"})
    void a_program_gives_no_fact_that_belongs_to_every_thread(String fact) {
        refused(fact, () -> program.say(THREAD, "consent", Map.of(), Map.of("invitation", "a", fact, "XD-1"), OFFICER));
        refused(fact, () -> program.say(THREAD, "meet", Map.of(), Map.of(fact, "XD-1"), OFFICER));
        refused(
                fact,
                () -> program.open(
                        "joint-investigation/1", "uncc/2", List.of("XB-1"), Map.of(), Map.of(fact, "x"), OFFICER));
    }

    @Test
    void what_no_page_shows_is_not_signed_in_what_belongs_to_every_thread() {
        refused("hidden", () -> program.say(THREAD, "leave", Map.of("hidden", "x"), Map.of(), OFFICER));
        refused("text", () -> program.say(THREAD, "leave", Map.of("text", List.of("x")), Map.of(), OFFICER));
    }

    /** What arrives from a peer stays open (0081); what we say ourselves is what our pages show. */
    @Test
    void what_no_page_shows_is_not_signed_in_what_a_procedure_asks_either() {
        refused("hidden", () -> program.say(THREAD, "measures", Map.of("hidden", "x"), Map.of(), OFFICER));
        refused(
                "hidden",
                () -> program.open(
                        "joint-investigation/1",
                        "uncc/2",
                        List.of("XB-1"),
                        Map.of("instrument", "uncc", "hidden", "x"),
                        Map.of(),
                        OFFICER));
    }

    private void refused(String field, Runnable says) {
        assertThatExceptionOfType(JointRefused.class)
                .isThrownBy(says::run)
                .satisfies(it -> assertThat(it.facts()).containsValue(field));
        verify(writing, never()).start(any(), any(), any(), any(), any(), any(), any(), any());
    }
}
