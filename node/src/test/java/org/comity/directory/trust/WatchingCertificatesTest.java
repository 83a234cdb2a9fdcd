package org.comity.directory.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import org.comity.directory.DirectoryWatch.EndingCertificate;
import org.comity.directory.DirectoryWatch.Warning;
import org.comity.directory.Participant.NodeAddress;
import org.comity.ledger.Ledger;
import org.junit.jupiter.api.Test;

/** Our certificates are warned of 60 days before they end, and people are told 30, 14 and 3 days before. */
class WatchingCertificatesTest {

    private static final Instant END = Instant.parse("2027-06-01T12:00:00Z");

    private final CurrentSnapshot pins = mock(CurrentSnapshot.class, RETURNS_DEEP_STUBS);

    WatchingCertificatesTest() {
        var tls = certificate(END);
        var seal = certificate(END.plusSeconds(1));
        var later = certificate(END.plus(Duration.ofDays(400)));
        var node = mock(NodeAddress.class);
        when(node.tls()).thenReturn(tls);
        when(node.seal()).thenReturn(seal);
        when(node.as4Certificate()).thenReturn(later);
        when(node.register()).thenReturn(later);
        when(pins.ours().node()).thenReturn(node);
        when(pins.network().root()).thenReturn(null);
    }

    @Test
    void people_are_told_at_thirty_fourteen_and_three_days_and_when_it_has_ended() {
        assertThat(ending(31)).isEmpty();
        assertThat(ending(30)).first().isEqualTo(new EndingCertificate("tls", END, 30, false));
        assertThat(ending(14)).first().isEqualTo(new EndingCertificate("tls", END, 14, false));
        assertThat(ending(14)).extracting(EndingCertificate::name).containsExactly("tls", "seal");
        assertThat(ending(3)).first().isEqualTo(new EndingCertificate("tls", END, 3, false));
        assertThat(ending(0)).first().isEqualTo(new EndingCertificate("tls", END, 3, true));
    }

    /** Else the mail of the day names only the one whose hour comes first, and no other mail is sent for that day. */
    @Test
    void those_that_end_on_one_day_come_to_each_step_together() {
        for (int days : List.of(30, 14, 3)) {
            for (var at : List.of("00:00:00Z", "12:00:00Z", "23:59:59Z")) {
                var now = Instant.parse("2027-06-01T" + at).minus(Duration.ofDays(days));
                assertThat(watching(now).endingCertificates())
                        .as("%s, %d days before", at, days)
                        .extracting(EndingCertificate::days)
                        .containsExactly(days, days);
            }
        }
        assertThat(watching(Instant.parse("2027-05-01T23:59:59Z")).endingCertificates())
                .isEmpty();
    }

    @Test
    void the_pages_warn_earlier() {
        assertThat(watching(60).warnings()).extracting(Warning::code).containsOnly("certificate-ends");
        assertThat(watching(60).warnings().getFirst().facts()).containsEntry("days", "60");
        assertThat(watching(0).warnings())
                .extracting(Warning::code)
                .containsExactlyInAnyOrder("certificate-ended", "certificate-ends");
    }

    private List<EndingCertificate> ending(int days) {
        return watching(days).endingCertificates();
    }

    private WatchingTrust watching(int days) {
        return watching(END.minus(Duration.ofDays(days)));
    }

    private WatchingTrust watching(Instant now) {
        return new WatchingTrust(
                pins,
                mock(KnownWarnings.class),
                mock(KnownRevocations.class),
                mock(TakingRevocation.class),
                mock(Ledger.class),
                Clock.fixed(now, ZoneOffset.UTC));
    }

    private static X509Certificate certificate(Instant end) {
        var certificate = mock(X509Certificate.class);
        when(certificate.getNotAfter()).thenReturn(Date.from(end));
        return certificate;
    }
}
