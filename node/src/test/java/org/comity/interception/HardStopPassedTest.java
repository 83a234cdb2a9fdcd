package org.comity.interception;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.comity.casework.CaseAccess;
import org.comity.procedure.Requests;
import org.comity.procedure.Requests.Counted;
import org.comity.ui.DeskNotices.Notice;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A hard stop that has passed is said on the desk until somebody puts it on record. */
class HardStopPassedTest {

    private static final Instant NOW = Instant.parse("2027-03-31T22:00:00Z");
    private static final Official OFFICER = new Official("maren", "A. Maren", "XA-1/o-1", Set.of(Duty.DUTY_OFFICER));

    private final Requests requests = mock(Requests.class);
    private final CaseAccess access = mock(CaseAccess.class);
    private final HardStopPassed passed = new HardStopPassed(requests, access, Clock.fixed(NOW, ZoneOffset.UTC));

    private final Map<String, List<Instant>> stops = new HashMap<>();

    @BeforeEach
    void counted() {
        when(requests.countEach(any()))
                .thenAnswer(it -> it.<List<Counted>>getArgument(0).stream()
                        .map(asked -> (int)
                                stops.getOrDefault(String.valueOf(asked.filter().state()), List.of()).stream()
                                        .filter(stop -> !stop.isAfter(asked.until()))
                                        .count())
                        .toList());
    }

    @Test
    void a_stop_that_is_reached_is_told_and_one_that_is_to_come_is_not() {
        when(access.mayWrite(OFFICER)).thenReturn(true);
        ending(NOW.minusSeconds(1), NOW, NOW.plusSeconds(1));

        assertThat(passed.notices(OFFICER))
                .containsExactly(new Notice("interception.desk.passed", 2, "/desk?view=ENDS_SOON&law=interception"));

        ending(NOW.plusSeconds(1));
        assertThat(passed.notices(OFFICER)).isEmpty();
    }

    @Test
    void whoever_writes_nothing_is_told_nothing() {
        ending(NOW.minusSeconds(1));

        assertThat(passed.notices(OFFICER)).isEmpty();
    }

    @Test
    void what_is_left_to_destroy_or_to_tell_is_told_a_fortnight_before_also_of_what_is_closed() {
        when(access.mayWrite(OFFICER)).thenReturn(true);
        var near = NOW.plus(Duration.ofDays(14));
        ending("Stopped", near.plusSeconds(1));
        ending("Closed", NOW.minusSeconds(1), near, near.plusSeconds(1));

        assertThat(passed.notices(OFFICER))
                .containsExactly(new Notice(
                        "interception.desk.due", 2, "/requests?view=ALL&law=interception&order=ENDS&stands=Closed"));
    }

    private void ending(Instant... stops) {
        ending(null, stops);
    }

    private void ending(@Nullable String state, Instant... stops) {
        this.stops.put(String.valueOf(state), List.of(stops));
    }
}
