package org.comity.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.comity.casework.CaseAccess;
import org.comity.casework.Drafts;
import org.comity.comparison.ComparingBlindly.TypedComparison;
import org.comity.comparison.ComparisonView.Stand;
import org.comity.comparison.ReceivedSteps.Step;
import org.comity.ledger.Ledger;
import org.comity.procedure.Draft;
import org.comity.procedure.RequestRow;
import org.comity.thread.Procedure;
import org.comity.thread.Threads;
import org.comity.ui.FormProblems;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.invocation.InvocationOnMock;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Two desks compare on their pages; what travels between them is what their drafts carry. */
class ComparingBlindlyTest {

    private static final Instant NOW = Instant.parse("2027-03-01T12:00:00Z");
    private static final Official OFFICER = new Official("maren", "A. Maren", "XA-1/o-1", Set.of(Duty.DUTY_OFFICER));

    private final Side velmora = new Side(Role.REQUESTING);
    private final Side belmora = new Side(Role.REQUESTED);

    @Test
    void both_learn_what_both_have_as_each_typed_it() {
        velmora.compares(
                "a@mail.example\n203.0.113.9 2026-03-01 10:00 UTC\n+555 01 00", "At most ten, as on the phone.");
        assertThat(velmora.stand()).isEqualTo(Stand.WRITTEN);
        velmora.sends(belmora);
        assertThat(velmora.stand()).isEqualTo(Stand.WAITING);
        assertThat(belmora.view().stand()).isEqualTo(Stand.ANSWER);
        assertThat(belmora.view().theirs()).isEqualTo(3);
        assertThat(belmora.view().agreed()).isEqualTo("At most ten, as on the phone.");

        belmora.compares("203.0.113.9\n+5550100\nb@mail.example\n2001:db8::7", "");
        belmora.sends(velmora);
        assertThat(velmora.stand()).isEqualTo(Stand.FINISH);
        velmora.learns();
        assertThat(velmora.view().learned().both()).containsExactly("203.0.113.9 2026-03-01 10:00 UTC", "+555 01 00");
        velmora.sends(belmora);
        assertThat(velmora.stand()).isEqualTo(Stand.LEARNED);
        assertThat(belmora.stand()).isEqualTo(Stand.LEARN);
        belmora.learns();

        assertThat(belmora.stand()).isEqualTo(Stand.LEARNED);
        assertThat(belmora.view().learned().both()).containsExactly("203.0.113.9", "+5550100");
        assertThat(belmora.view().learned().theirs()).isEqualTo(3);
        assertThat(List.of(velmora, belmora))
                .allSatisfy(it -> assertThat(it.held.of("t").orElseThrow().kept())
                        .as("list and secret")
                        .isNull());
    }

    @Test
    void what_travels_and_what_is_written_down_holds_no_identifier() {
        velmora.compares("a@mail.example\n203.0.113.9", "");
        velmora.sends(belmora);
        belmora.compares("a@mail.example", "");

        for (var side : List.of(velmora, belmora)) {
            assertThat(new String(side.file, StandardCharsets.UTF_8)).doesNotContain("mail.example", "203.0.113");
            assertThat(side.body.toString()).doesNotContain("mail.example", "203.0.113");
            assertThat(side.held.of("t").toString()).doesNotContain("mail.example", "203.0.113");
        }
        assertThat(new TypedComparison("a@mail.example", "").toString()).doesNotContain("mail");
    }

    @Test
    void after_a_restart_nobody_goes_on_and_it_begins_anew() {
        velmora.compares("a@mail.example", "");
        velmora.sends(belmora);
        belmora.compares("a@mail.example", "");
        belmora.sends(velmora);
        velmora.restarts();

        assertThat(velmora.stand()).isEqualTo(Stand.LOST);
        assertThatExceptionOfType(ComparisonRefused.class).isThrownBy(velmora::learns);
        assertThat(velmora.compares("a@mail.example", "")).isEqualTo(FormProblems.NONE);
    }

    @Test
    void an_answer_to_another_comparison_is_not_gone_on_with() {
        velmora.compares("a@mail.example", "");
        velmora.sends(belmora);
        belmora.compares("a@mail.example", "");
        velmora.held.forget("t");
        velmora.run.clear();
        velmora.draft = null;
        velmora.compares("b@mail.example", "");
        velmora.sends(new Side(Role.REQUESTED));
        belmora.sends(velmora);

        assertThat(velmora.stand()).isEqualTo(Stand.LOST);
    }

    @Test
    void points_of_ours_that_come_back_are_refused_and_the_secret_stays_for_a_right_answer() {
        velmora.compares("a@mail.example", "");
        velmora.sends(belmora);
        belmora.compares("a@mail.example", "");
        var offer = new String(Objects.requireNonNull(belmora.run.getFirst().file()), StandardCharsets.UTF_8);
        var point = offer.replaceAll("(?s).*\"points\":\\[\"([0-9a-f]+)\".*", "$1");
        belmora.file = new String(belmora.file, StandardCharsets.UTF_8)
                .replaceAll("\"points\":\\[\"[0-9a-f]+\"", "\"points\":[\"" + point + "\"")
                .getBytes(StandardCharsets.UTF_8);
        belmora.sends(velmora);

        assertThat(velmora.learns().all())
                .extracting(FormProblems.Problem::key)
                .containsExactly("comparison.refused.reflected");
        assertThat(velmora.stand()).isEqualTo(Stand.FINISH);
        assertThat(velmora.view().learned()).isNull();
    }

    @Test
    void while_the_last_step_cannot_be_written_nothing_is_forgotten() {
        velmora.compares("a@mail.example", "");
        velmora.sends(belmora);
        belmora.compares("a@mail.example", "");
        belmora.sends(velmora);
        velmora.failing = true;

        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(velmora::learns);
        velmora.failing = false;
        assertThat(velmora.stand()).isEqualTo(Stand.FINISH);
        velmora.learns();
        velmora.sends(belmora);
        belmora.learns();
        assertThat(belmora.view().learned().both()).containsExactly("a@mail.example");
    }

    @Test
    void until_the_step_is_committed_the_secret_stays() {
        velmora.compares("a@mail.example", "");
        velmora.sends(belmora);
        belmora.compares("a@mail.example", "");
        belmora.sends(velmora);

        rolledBack(velmora::learns);
        velmora.draft = null;
        assertThat(velmora.stand()).isEqualTo(Stand.FINISH);

        committed(velmora::learns);
        velmora.sends(belmora);
        assertThat(velmora.stand()).isEqualTo(Stand.LEARNED);
        assertThat(velmora.held.of("t").orElseThrow().kept()).isNull();
        belmora.learns();
        assertThat(belmora.view().learned().both()).containsExactly("a@mail.example");
    }

    @Test
    void an_offer_that_was_not_committed_leaves_the_one_before_it_to_be_gone_on_with() {
        velmora.compares("a@mail.example", "");
        velmora.sends(belmora);
        belmora.compares("a@mail.example", "");

        rolledBack(() -> velmora.compares("b@mail.example", ""));
        velmora.draft = null;
        belmora.sends(velmora);
        velmora.learns();

        assertThat(velmora.view().learned().both()).containsExactly("a@mail.example");
    }

    @Test
    void where_no_secret_can_be_held_no_step_is_written() {
        belmora.compares("a@mail.example", "");
        var kept = Objects.requireNonNull(belmora.held.of("t").orElseThrow().kept());
        for (int i = 0; i < HeldComparisons.MOST; i++) velmora.held.begin("t" + i, kept);

        assertThatExceptionOfType(ComparisonRefused.class).isThrownBy(() -> velmora.compares("a@mail.example", ""));
        assertThat(velmora.draft).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n ", "many"})
    void a_list_that_is_empty_or_too_long_is_told_and_nothing_is_written(String list) {
        var typed = list.equals("many")
                ? String.join(
                        "\n",
                        IntStream.rangeClosed(0, 50)
                                .mapToObj(it -> it + "@mail.example")
                                .toList())
                : list;

        assertThat(velmora.compares(typed, "").at("identifiers")).isPresent();
        assertThat(velmora.draft).isNull();
        assertThat(velmora.held.of("t")).isEmpty();
    }

    @Test
    void once_a_day_is_enough_and_no_secret_is_drawn_for_more() {
        when(velmora.bounds.tooOften("XB-1")).thenReturn(true);

        assertThatExceptionOfType(BoundingComparisons.TooOften.class)
                .isThrownBy(() -> velmora.compares("a@mail.example", ""));
        assertThat(velmora.held.of("t")).isEmpty();
    }

    @Test
    void while_our_step_is_written_no_second_one_is() {
        velmora.compares("a@mail.example", "");

        assertThatExceptionOfType(ComparisonRefused.class).isThrownBy(() -> velmora.compares("b@mail.example", ""));
    }

    @Test
    void a_step_without_its_file_is_told_and_an_ended_consultation_compares_nothing() {
        velmora.run.add(new Step(1, false, null, ""));
        assertThat(velmora.stand()).isEqualTo(Stand.NO_FILE);
        when(velmora.ended.ended()).thenReturn(true);

        assertThat(velmora.stand()).isEqualTo(Stand.OVER);
        assertThatExceptionOfType(ComparisonRefused.class).isThrownBy(() -> velmora.compares("a@mail.example", ""));
    }

    @Test
    void only_a_consultation_has_it() {
        when(velmora.row.procedure()).thenReturn("assistance/1");

        assertThatExceptionOfType(ComparisonRefused.class).isThrownBy(velmora::view);
    }

    @Test
    void what_nobody_goes_on_with_is_forgotten_after_thirty_days_and_too_many_are_refused() {
        velmora.compares("a@mail.example", "");
        for (int i = 1; i < HeldComparisons.MOST; i++) {
            velmora.held.begin(
                    "t" + i,
                    Objects.requireNonNull(velmora.held.of("t").orElseThrow().kept()));
        }
        var more = Objects.requireNonNull(velmora.held.of("t").orElseThrow().kept());
        assertThatExceptionOfType(ComparisonRefused.class).isThrownBy(() -> velmora.held.begin("more", more));

        when(velmora.clock.instant())
                .thenReturn(NOW.plus(HeldComparisons.LONGEST).plus(Duration.ofSeconds(1)));
        assertThat(velmora.held.of("t")).isEmpty();
    }

    private static void rolledBack(Runnable work) {
        within(TransactionSynchronization.STATUS_ROLLED_BACK, work);
    }

    private static void committed(Runnable work) {
        within(TransactionSynchronization.STATUS_COMMITTED, work);
    }

    private static void within(int end, Runnable work) {
        TransactionSynchronizationManager.initSynchronization();
        try {
            work.run();
            var waiting = TransactionSynchronizationManager.getSynchronizations();
            if (end == TransactionSynchronization.STATUS_COMMITTED) waiting.forEach(it -> it.afterCommit());
            waiting.forEach(it -> it.afterCompletion(end));
        } finally {
            TransactionSynchronizationManager.clearSynchronization();
        }
    }

    /** One State's desk: its page, what it holds in memory, and the steps that its thread shows. */
    private static final class Side {

        private final Role role;
        private final List<Step> run = new ArrayList<>();
        private final Clock clock = mock(Clock.class);
        private final RequestRow row = mock(RequestRow.class);
        private final Drafts drafts = mock(Drafts.class);
        private final Procedure.State ended = mock(Procedure.State.class);
        private final BoundingComparisons bounds = mock(BoundingComparisons.class);
        private HeldComparisons held;
        private ComparingBlindly page;
        private Draft draft;
        private boolean failing;
        private Map<String, Object> body = Map.of();
        private byte[] file = new byte[0];

        Side(Role role) {
            this.role = role;
            when(clock.instant()).thenReturn(NOW);
            when(clock.getZone()).thenReturn(ZoneOffset.UTC);
            when(row.thread()).thenReturn("t");
            when(row.law()).thenReturn("consultation");
            when(row.procedure()).thenReturn("consultation/1");
            when(row.counterpart()).thenReturn("XB-1");
            when(row.named()).thenReturn("XA-2027-000001");
            when(row.ourRole()).thenReturn(role);
            when(bounds.perDay()).thenReturn(1);
            when(drafts.start(anyString(), eq("compare"), eq(role), anyString(), eq("t"), any(), eq(OFFICER)))
                    .thenAnswer(this::started);
            when(drafts.attach(eq("d"), anyString(), eq("application/json"), any(), eq(OFFICER)))
                    .thenAnswer(it -> {
                        file = it.getArgument(3);
                        return draft;
                    });
            when(drafts.alive("t", "compare")).thenAnswer(_ -> draft == null ? List.of() : List.of(draft));
            restarts();
        }

        private Draft started(InvocationOnMock call) {
            if (failing) throw new IllegalStateException("too many drafts");
            body = call.getArgument(5);
            draft = mock(Draft.class);
            when(draft.id()).thenReturn("d");
            when(draft.status()).thenReturn(Draft.Status.WRITING);
            return draft;
        }

        void restarts() {
            held = new HeldComparisons(clock);
            var received = mock(ReceivedSteps.class);
            when(received.newest("t")).thenAnswer(_ -> List.copyOf(run));
            var access = mock(CaseAccess.class);
            when(access.row("XA-2027-000001", OFFICER)).thenReturn(row);
            var threads = mock(Threads.class);
            var thread = mock(Threads.Thread.class);
            when(thread.state()).thenReturn(ended);
            when(threads.find("t")).thenReturn(Optional.of(thread));
            page = new ComparingBlindly(
                    received, held, bounds, mock(ComparisonTurns.class), drafts, threads, access, mock(Ledger.class));
        }

        FormProblems compares(String list, String words) {
            return page.compare("XA-2027-000001", new TypedComparison(list, words), OFFICER)
                    .problems();
        }

        FormProblems learns() {
            return page.learn("XA-2027-000001", OFFICER).problems();
        }

        /** The second officer approves, and the register has it. */
        void sends(Side other) {
            int step = List.of("offer", "answer", "last").indexOf(body.get("step")) + 1;
            run.add(new Step(step, true, file, body.get("text").toString()));
            other.run.add(new Step(step, false, file, body.get("text").toString()));
            draft = null;
        }

        Stand stand() {
            return view().stand();
        }

        ComparisonView view() {
            return page.view("XA-2027-000001", TypedComparison.NOTHING, FormProblems.NONE, OFFICER);
        }
    }
}
