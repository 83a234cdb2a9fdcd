package org.comity.directory.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.comity.directory.DirectoryWatch;
import org.comity.directory.DirectoryWatch.EndingCertificate;
import org.comity.ui.DeskNotices.Notice;
import org.comity.ui.Flash;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.junit.jupiter.api.Test;

/** Whoever renews certificates is told that one ends, and nobody else. */
class EndingCertificatesTest {

    private static final Instant END = Instant.parse("2027-06-01T12:00:00Z");
    private static final Official SECOND = official(Duty.SECOND_OFFICER);
    private static final Official ADMINISTRATOR = official(Duty.ADMINISTRATOR);
    private static final Official DUTY = official(Duty.DUTY_OFFICER);

    private final DirectoryWatch watch = mock(DirectoryWatch.class);
    private final EndingCertificates told = new EndingCertificates(watch);

    @Test
    void nothing_is_said_while_all_hold() {
        assertThat(told.notices(SECOND)).isEmpty();
        assertThat(told.notice(ADMINISTRATOR)).isEmpty();
    }

    @Test
    void second_officers_read_it_on_the_desk_and_administrators_on_every_page() {
        end(new EndingCertificate("tls", END, 14, false), new EndingCertificate("seal", END, 30, false));

        assertThat(told.notices(SECOND))
                .containsExactly(new Notice("directory.desk.certificates-end", 2, "/directory"));
        assertThat(told.notice(ADMINISTRATOR))
                .contains(new Flash(
                        "amber", "directory.warning.certificate-ends", Map.of("subject", "tls", "days", "14")));
        assertThat(told.notices(DUTY)).isEmpty();
        assertThat(told.notice(DUTY)).isEmpty();
        assertThat(told.notice(SECOND)).isEmpty();
    }

    @Test
    void what_has_ended_is_said_before_what_ends() {
        end(new EndingCertificate("tls", END, 3, true), new EndingCertificate("seal", END, 30, false));

        assertThat(told.notices(SECOND))
                .containsExactly(new Notice("directory.desk.certificates-ended", 1, "/directory"));
        assertThat(told.notice(ADMINISTRATOR).orElseThrow().key()).isEqualTo("directory.warning.certificate-ended");
    }

    private void end(EndingCertificate... these) {
        when(watch.endingCertificates()).thenReturn(List.of(these));
    }

    private static Official official(Duty duty) {
        return new Official("pia", "P. Osei", "XB-1/o-3", Set.of(duty));
    }
}
