package org.comity.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.CALLS_REAL_METHODS;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.comity.casework.AlarmCalls;
import org.comity.casework.CaseAccess;
import org.comity.casework.Compartments;
import org.comity.casework.Emergencies;
import org.comity.casework.ShortActs;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.comity.procedure.ActRole;
import org.comity.procedure.KnownProcedure;
import org.comity.procedure.Procedures;
import org.comity.procedure.RequestRow;
import org.comity.ui.Language;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;

/** The bar offers to acknowledge where that is the next step, and elsewhere leads to the page alone. */
class SoundingAlarmTest {

    private static final Official OFFICER = new Official("maren", "I. Maren", "XA-1/o-1", Set.of());

    private final Emergencies emergencies = mock();
    private final Procedures procedures = mock();
    private final Directory directory = mock();
    private final RequestRow row = mock();
    private Set<String> hidden = Set.of();

    @Test
    void what_is_offered_first_is_not_acknowledged_by_a_press() {
        assertThat(acknowledges("acknowledge")).isEqualTo("/requests/XB-2026-000001/acknowledge");
        assertThat(acknowledges("accept-limits")).isNull();
    }

    /** Closed ones do not sound for others, and keep none behind them from sounding. */
    @Test
    void the_oldest_that_its_reader_may_see_sounds_and_the_others_are_counted() {
        acknowledges("acknowledge");
        hidden = Set.of("closed");
        RequestRow closed = mock();
        when(closed.thread()).thenReturn("closed");
        when(emergencies.oldestUnacknowledged(Set.of())).thenReturn(Optional.of(closed));
        when(emergencies.oldestUnacknowledged(hidden)).thenReturn(Optional.of(row));
        when(emergencies.unacknowledged(hidden)).thenReturn(70);
        assertThat(alarm().alarm(OFFICER, Language.ENGLISH).orElseThrow().count())
                .isEqualTo(70);

        when(emergencies.oldestUnacknowledged(hidden)).thenReturn(Optional.empty());
        assertThat(alarm().alarm(OFFICER, Language.ENGLISH)).isEmpty();
    }

    private @Nullable String acknowledges(String next) {
        var procedure = mock(KnownProcedure.class);
        var other = mock(Participant.class);
        when(row.thread()).thenReturn("told");
        when(row.procedure()).thenReturn("spontaneous/1");
        when(row.counterpart()).thenReturn("XB-1");
        when(row.reference()).thenReturn("XB-2026-000001");
        when(row.address()).thenReturn("XB-2026-000001");
        when(row.subject(anyString())).thenReturn("A planned attack");
        when(row.openedAt()).thenReturn(Instant.EPOCH);
        when(row.next()).thenReturn(next);
        when(other.name(anyString())).thenReturn("Belmora");
        when(directory.get("XB-1")).thenReturn(other);
        when(emergencies.oldestUnacknowledged(Set.of())).thenReturn(Optional.of(row));
        when(emergencies.unacknowledged(Set.of())).thenReturn(1);
        when(procedures.find("spontaneous/1")).thenReturn(Optional.of(procedure));
        when(procedure.acts(ActRole.ACKNOWLEDGES)).thenReturn(Set.of("acknowledge"));
        return alarm().alarm(OFFICER, Language.ENGLISH).orElseThrow().acknowledge();
    }

    private SoundingAlarm alarm() {
        var access = mock(CaseAccess.class);
        when(access.mayRead(any())).thenReturn(true);
        when(access.mayWrite(any())).thenReturn(true);
        var shortActs = mock(ShortActs.class);
        when(shortActs.isShort(any(), anyString())).thenReturn(true);
        var compartments = mock(Compartments.class, CALLS_REAL_METHODS);
        doReturn(hidden).when(compartments).hiddenFrom(anyString());
        return new SoundingAlarm(
                of(emergencies),
                of(shortActs),
                of(mock(AlarmCalls.class)),
                of(procedures),
                directory,
                access,
                compartments);
    }

    private static <T> ObjectProvider<T> of(T bean) {
        ObjectProvider<T> provider = mock();
        when(provider.getObject()).thenReturn(bean);
        return provider;
    }
}
