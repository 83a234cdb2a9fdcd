package org.comity.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.comity.ui.DeskNotices.Notice;
import org.comity.ui.HealthLine;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.ParticipantKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever is before a screen learns there that nobody else would be woken. */
class AlarmLineTest {

    private static final Official DUTY = new Official("maren", "I. Maren", "XA-1/o-1", Set.of(Duty.DUTY_OFFICER));
    private static final Official LAWYER = new Official("sorel", "C. Sorel", "XA-1/o-3", Set.of(Duty.LAWYER));

    private static final ChainStep GATEWAY = new ChainStep(new AlarmSettings.Step(
            AlarmSettings.Who.CONTACT_POINT,
            Duration.ofMinutes(3),
            List.of(),
            URI.create("https://gateway.example"),
            null));

    private final PlanningAlarmCalls planning = mock();
    private final Participant self = mock();
    private final Directory directory = mock();
    private final AlarmLine line = new AlarmLine(planning, mock(), mock(), directory, Clock.systemUTC());

    @BeforeEach
    void here() {
        when(directory.self()).thenReturn(self);
        when(self.kind()).thenReturn(ParticipantKind.CONTACT_POINT);
    }

    @Test
    void the_desk_of_a_duty_officer_says_that_nobody_would_be_woken() {
        when(planning.chain()).thenReturn(Optional.empty());
        assertThat(line.notices(DUTY)).containsExactly(new Notice("health.alarm.off", 1, "/desk/rota", false));
        assertThat(line.notices(LAWYER)).isEmpty();

        when(planning.chain()).thenReturn(Optional.of(List.of()));
        assertThat(line.notices(DUTY)).extracting(Notice::key).containsExactly("health.alarm.nobody");
    }

    @Test
    void where_no_emergency_comes_nobody_need_be_woken() {
        when(planning.chain()).thenReturn(Optional.empty());
        assertThat(line.notices(DUTY)).isNotEmpty();

        when(self.kind()).thenReturn(ParticipantKind.SECRETARIAT);
        assertThat(line.notices(DUTY)).isEmpty();
    }

    @Test
    void what_could_not_be_planned_is_said() {
        when(planning.chain()).thenReturn(Optional.of(List.of(GATEWAY)));
        when(planning.failed()).thenReturn(true);

        assertThat(line.notices(DUTY)).extracting(Notice::key).containsExactly("health.alarm.not-planned");
        assertThat(line.lines()).extracting(HealthLine::state).containsExactly(HealthLine.State.BAD);
    }

    @Test
    void it_says_nothing_where_somebody_would_be() {
        when(planning.chain()).thenReturn(Optional.of(List.of(GATEWAY)));

        assertThat(line.notices(DUTY)).isEmpty();
    }
}
