package org.comity.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.comity.ledger.Ledger;
import org.comity.seat.SeatNews;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** A mail about a seat that cannot be written waits by itself. */
class BrokenSeatMailTest {

    private static final Instant NOW = Instant.parse("2027-06-01T10:00:00Z");

    @Test
    void it_waits_and_keeps_nobody_elses_back() throws Exception {
        var rows = mock(SeatMailRows.class);
        var news = new SeatNews("XD-1", SeatNews.Kind.ACTED, "0".repeat(64), "1".repeat(64));
        when(rows.claim(any(), any())).thenReturn(Optional.of(new SeatMail(7, news, NOW, 2)));
        var directory = mock(Directory.class);
        var to = mock(Participant.class);
        when(to.mail()).thenReturn("greffe@xd.example");
        when(directory.find("XD-1")).thenReturn(Optional.of(to));
        var writing = mock(WritingSeatMail.class);
        when(writing.mail(any(), any())).thenThrow(new IllegalStateException("no words"));
        var settings = mock(MailSettings.class);
        when(settings.claim()).thenReturn(Duration.ofMinutes(5));
        when(settings.pause(2)).thenReturn(Duration.ofMinutes(2));
        var post = mock(MailPost.class);
        var sending = new SendingSeatMails(
                rows,
                writing,
                post,
                settings,
                directory,
                mock(Ledger.class),
                mock(TransactionTemplate.class),
                Clock.fixed(NOW, ZoneOffset.UTC));

        assertThat(sending.sendOne()).as("others are sent").isTrue();

        verify(rows).postponed(7, NOW.plusSeconds(120), "message");
        verify(rows, never()).settled(anyLong(), any(), any(), any());
        verify(post, never()).send(any());
    }
}
