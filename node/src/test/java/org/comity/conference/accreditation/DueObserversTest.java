package org.comity.conference.accreditation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.comity.conference.ConferenceHost;
import org.comity.ui.ThingsDue.Due;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is due with an application is what its rule says comes next, and the window for objections has its last day. */
class DueObserversTest {

    private static final LocalDate CIRCULATED = LocalDate.of(2027, 3, 1);
    private static final Official MAREN = new Official("maren", "M. Okell", "A7K2", Set.of(Duty.LAWYER));

    private final ApplicationRows rows = mock();
    private final ConferenceHost host = mock();

    @Test
    void an_application_is_due_by_its_rule_until_it_has_ended() throws IOException {
        when(host.mayWrite(any())).thenReturn(true);

        assertThat(due(application(null, null, null), CIRCULATED).kind()).isEqualTo("observer-circulate");
        var window = due(application(rule(), CIRCULATED, null), CIRCULATED.plusDays(30));
        assertThat(window.kind()).isEqualTo("observer-objections");
        assertThat(window.until()).isEqualTo("2027-03-31T23:59:59Z");
        assertThat(window.address()).isEqualTo("/conference/observers/7");
        assertThat(due(application(rule(), CIRCULATED, null), CIRCULATED.plusDays(31)))
                .satisfies(it -> {
                    assertThat(it.kind()).isEqualTo("observer-conclude");
                    assertThat(it.until()).as("the rule sets no period for it").isNull();
                });
        assertThat(due(application(rule(), CIRCULATED, CIRCULATED.plusDays(40)), CIRCULATED.plusDays(50))
                        .kind())
                .isEqualTo("observer-session");
    }

    @Test
    void who_does_not_keep_the_papers_is_told_nothing() throws IOException {
        when(rows.open(anyInt())).thenReturn(List.of(application(rule(), CIRCULATED, null)));
        assertThat(at(CIRCULATED).due(MAREN)).isEmpty();
    }

    private Due due(ObserverApplication application, LocalDate today) {
        when(rows.open(anyInt())).thenReturn(List.of(application));
        return at(today).due(MAREN).getFirst();
    }

    private DueObservers at(LocalDate today) {
        Instant now = today.atStartOfDay(ZoneOffset.UTC).toInstant();
        return new DueObservers(host, rows, Clock.fixed(now, ZoneOffset.UTC));
    }

    private static ObserverApplication application(
            @Nullable AccreditationRule rule, @Nullable LocalDate circulated, @Nullable LocalDate referred) {
        return new ObserverApplication(
                7,
                "Harbour Data Union",
                "civil-society",
                "We sail.",
                CIRCULATED.minusDays(3),
                rule,
                circulated,
                referred,
                "",
                null,
                "",
                List.of());
    }

    private static AccreditationRule rule() throws IOException {
        try (var file =
                DueObserversTest.class.getResourceAsStream("/conference/accreditation/one-objection-refers.yaml")) {
            return AccreditationRule.read(
                    new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
