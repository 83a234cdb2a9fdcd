package org.comity.procedure.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.comity.convention.Convention;
import org.comity.convention.ProcedureLaw;
import org.comity.convention.reading.PracticeLaw;
import org.comity.procedure.ActWriting.Pointed;
import org.comity.procedure.form.BodyFields;
import org.comity.proof.act.Envelope;
import org.comity.thread.EffectiveActs;
import org.comity.thread.Threads;
import org.comity.thread.Threads.KeptAct;
import org.comity.ui.words.WordsForTests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Before a refusal or a postponement of which the law says so, the States consult; that they did not is pointed out. */
class ConsultedFirstTest {

    private static final Convention LAW = PracticeLaw.held();
    private static final String THREAD = "t";

    private final Threads threads = mock();
    private final List<KeptAct> said = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(strings = {"interception", "freezing", "confiscation", "assistance"})
    void a_refusal_under_40_21_without_consultation_is_pointed_out(String procedure) {
        assertThat(refused(procedure, "domestic-bar")).containsExactly("40(28)");
        assertThat(refused(procedure, "essential-interests")).containsExactly("40(28)");
        assertThat(refused(procedure, "discrimination")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"interception", "freezing", "confiscation"})
    void a_consultation_in_the_thread_is_enough_once_it_has_effect(String procedure) {
        says("consult", "ended");
        assertThat(refused(procedure, "domestic-bar")).containsExactly("40(28)");
        says("consult", "effective");
        assertThat(refused(procedure, "domestic-bar")).isEmpty();
    }

    @Test
    void extradition_has_a_paragraph_of_its_own() {
        assertThat(refused("extradition", "discrimination")).containsExactly("37(17)");
        assertThat(refused("extradition", "other")).containsExactly("37(17)");
        assertThat(pointed("extradition", "refuse", Map.of("ground", "other", "consulted", "elsewhere")))
                .isEmpty();
        assertThat(pointed("extradition", "keep", Map.of("because", "national", "consulted", "held")))
                .isEmpty();
        assertThat(pointed("extradition", "consult", Map.of("ground", "discrimination")))
                .isEmpty();
    }

    /** Article 37(17): who keeps the case at home refuses, too, and names no ground. */
    @Test
    void who_does_not_extradite_and_names_no_ground_is_reminded_too() {
        assertThat(pointed("extradition", "keep", Map.of("because", "national")))
                .containsExactly("37(17)");
        says("consult", "effective");
        assertThat(pointed("extradition", "keep", Map.of("because", "national")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"interception", "freezing", "confiscation"})
    void what_is_put_off_names_its_ground_and_a_consultation_that_is_missing_is_pointed_out(String procedure) {
        var ongoing = Map.<String, Object>of("ground", "ongoing-proceeding", "consulted", "none");
        assertThat(pointed(procedure, "postpone", ongoing)).containsExactly("40(28)");
        assertThat(pointed(procedure, "postpone", Map.of("ground", "ongoing-proceeding", "consulted", "held")))
                .isEmpty();
        assertThat(LAW.law(procedure, "uncc/2").orElseThrow().postponements())
                .extracting(ProcedureLaw.Ground::ref)
                .containsExactly("40(27)");
    }

    @Test
    void where_an_act_asks_whether_they_consulted_its_answer_counts_and_a_ground_in_their_own_words_too() {
        assertThat(refused("assistance", "other")).containsExactly("40(28)");
        assertThat(pointed("assistance", "refuse-part", Map.of("ground", "domestic-bar")))
                .containsExactly("40(28)");
        assertThat(postponed("elsewhere")).isEmpty();
        assertThat(postponed("held")).isEmpty();
        assertThat(postponed("none")).containsExactly("40(28)");
        assertThat(postponed("")).containsExactly("40(28)");

        says("propose-conditions", "effective");
        assertThat(refused("assistance", "essential-interests")).isEmpty();
    }

    private List<String> refused(String procedure, String ground) {
        return pointed(procedure, "refuse", Map.of("ground", ground));
    }

    private List<String> postponed(String consultation) {
        return pointed("assistance", "postpone", Map.of("ground", "ongoing-proceeding", "consultation", consultation));
    }

    private List<String> pointed(String procedure, String type, Map<String, Object> body) {
        when(threads.effective(eq(THREAD), any())).thenAnswer(EffectiveActs.of(said));
        var law = LAW.law(procedure, "uncc/2").orElseThrow();
        var pointed = new ConsultedFirst(PracticeFiles.file(procedure + "/1"), threads)
                .missing(THREAD, type, new BodyFields(body), law);
        pointed.stream()
                .map(Pointed::message)
                .forEach(it -> assertThat(WordsForTests.load().has("ar", it)).isTrue());
        return pointed.stream().map(Pointed::ref).toList();
    }

    private void says(String type, String effect) {
        var envelope = mock(Envelope.class);
        when(envelope.type()).thenReturn(type);
        var act = mock(KeptAct.class);
        when(act.envelope()).thenReturn(envelope);
        when(act.effect()).thenReturn(effect);
        said.add(act);
    }
}
