package org.comity.capacity.courses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.comity.capacity.VulnerableStates;
import org.comity.casework.CaseAccess;
import org.comity.database.PracticeDatabase;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.comity.ledger.Ledger;
import org.comity.proof.form.Digests;
import org.comity.sealing.Sealing;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** As many certificates are given to a State as it had places, however often a button is pressed. */
class HoldingCoursesTest {

    private static final String COURSE = "2027-C1";
    private static final Official MAREN = new Official("maren", "M.", "XS-1/o-1", Set.of(Duty.DUTY_OFFICER));
    private static final Instant AFTER = Instant.parse("2027-07-01T10:00:00Z");

    private final Map<String, String> pressed = new HashMap<>();
    private final AtomicInteger sealed = new AtomicInteger();

    @Test
    void a_second_press_makes_the_same_certificate_and_takes_nobodys_place() throws Exception {
        var rows = new CourseRows(JdbcClient.create(PracticeDatabase.fresh("capacity")));
        var day = LocalDate.parse("2027-06-01");
        rows.open(
                new Cohort(COURSE, "First responders", "", "train-le", "en", day, day.plusDays(11), 10, 0, day),
                "maren",
                AFTER);
        rows.ask(COURSE, "XB", 2, AFTER.minusSeconds(9_000_000));
        var courses = courses(rows);
        var once = UUID.randomUUID().toString();

        var first = courses.certify(COURSE, "XB", "A. Person", once, MAREN);
        var again = courses.certify(COURSE, "XB", "A. Person", once, MAREN);
        assertThat(again.code()).isEqualTo(first.code());
        assertThat(rows.certificates(COURSE))
                .singleElement()
                .satisfies(it -> assertThat(it.sha256()).isEqualTo(Digests.sha256(again.data())));
        assertThat(pressed.toString()).doesNotContain("Person");

        var second = courses.certify(COURSE, "XB", "B. Person", once, MAREN);
        assertThat(second.code()).isNotEqualTo(first.code());
        assertThatExceptionOfType(CourseRefused.class)
                .isThrownBy(() -> courses.certify(COURSE, "XB", "C. Person", once, MAREN))
                .matches(it -> it.code().equals("course.no-place"));
    }

    private HoldingCourses courses(CourseRows rows) {
        var sealing = mock(Sealing.class);
        when(sealing.seal(any()))
                .thenAnswer(_ -> ("sealed " + sealed.incrementAndGet()).getBytes(StandardCharsets.UTF_8));
        var self = mock(Participant.class);
        when(self.id()).thenReturn("XS-1");
        var directory = mock(Directory.class);
        when(directory.self()).thenReturn(self);
        return new HoldingCourses(
                rows,
                mock(VulnerableStates.class),
                sealing,
                directory,
                mock(CaseAccess.class),
                mock(Ledger.class),
                (token, act) -> pressed.computeIfAbsent(token, _ -> act.get()),
                Clock.fixed(AFTER, ZoneOffset.UTC));
    }
}
