package org.comity.intelligence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.comity.ledger.Ledger;
import org.comity.procedure.ActRole;
import org.comity.procedure.KnownProcedure;
import org.comity.procedure.Procedures;
import org.comity.procedure.RequestRow;
import org.comity.procedure.UseLimits;
import org.comity.procedure.UseLimits.Confirmed;
import org.comity.thread.Procedure;
import org.comity.thread.Threads;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.Role;
import org.comity.vocabulary.RuleBroken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Limits that were asked for with what was told unasked bind whom it was told, as those of what was delivered do. */
class LimitsOnUseTest {

    private static final Official MAREN = new Official("maren", "Maren", "M", Set.of(Duty.DUTY_OFFICER));

    private final UseLimits delivered = mock();
    private final Threads threads = mock();
    private final Procedures procedures = mock();
    private final KnownProcedure telling = mock();
    private final Ledger ledger = mock();
    private final LimitsOnUse limits = new LimitsOnUse(delivered, threads, procedures, ledger);

    @BeforeEach
    void procedures() {
        when(procedures.of("spontaneous/1")).thenReturn(telling);
        when(telling.opening()).thenReturn("inform");
        when(telling.opener()).thenReturn(Role.REQUESTED);
        when(telling.is(ActRole.TELLS, "inform")).thenReturn(true);
        when(delivered.lines(anyCollection())).thenReturn(List.of());
    }

    @ParameterizedTest
    @CsvSource({
        "REQUESTING, act, false, true",
        "REQUESTING, '', true, true",
        "REQUESTING, '', false, false",
        "REQUESTED, act, true, false"
    })
    void what_was_asked_binds_whom_it_was_told_until_it_is_lifted(
            Role ours, String limitsOf, boolean bound, boolean binds) {
        stands(ours, Map.of("limitsOf", limitsOf, "bound", bound));

        assertThat(limits.binding(Set.of("t")).contains("t")).isEqualTo(binds);
    }

    @Test
    void words_are_asked_for_where_it_binds_and_are_on_record() {
        RequestRow row = mock();
        when(row.thread()).thenReturn("t");
        when(row.reference()).thenReturn("XB-2026-000001");
        stands(Role.REQUESTING, Map.of("limitsOf", "", "bound", false));
        assertThatCode(() -> limits.confirm(row, Confirmed.NOT, "f", MAREN)).doesNotThrowAnyException();

        stands(Role.REQUESTING, Map.of("limitsOf", "act", "bound", false));
        assertThatExceptionOfType(RuleBroken.class).isThrownBy(() -> limits.confirm(row, Confirmed.NOT, "f", MAREN));
        limits.confirm(row, new Confirmed("", "The court of Aldoria"), "f", MAREN);
        verify(ledger).record(eq(MAREN), eq("use.confirmed"), eq("t"), any());
    }

    private void stands(Role ours, Map<String, Object> json) {
        Procedure.State state = mock();
        when(state.json()).thenReturn(json);
        var thread = new Threads.Thread(
                "t", "spontaneous/1", "r", "XB-1", ours, true, true, state, 1, null, Instant.EPOCH, Instant.EPOCH);
        when(threads.find("t")).thenReturn(Optional.of(thread));
        when(threads.find(Set.of("t"))).thenReturn(List.of(thread));
    }
}
