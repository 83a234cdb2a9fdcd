package org.comity.directory.trust;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.comity.directory.Directory;
import org.comity.directory.DirectoryWatch;
import org.comity.directory.Participant;
import org.comity.ledger.Ledger;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Watches our own certificates and directory, what was refused, and forks that peers tell of. */
@Component
class WatchingTrust implements DirectoryWatch {

    private static final List<Integer> DAYS_AHEAD = List.of(3, 14, 30, 60);

    /** Before that the pages say it to whoever looks. */
    private static final int TOLD_UNASKED = 30;

    private final CurrentSnapshot pins;
    private final KnownWarnings warnings;
    private final KnownRevocations revocations;
    private final TakingRevocation revoking;
    private final Ledger ledger;
    private final Clock clock;

    WatchingTrust(
            CurrentSnapshot pins,
            KnownWarnings warnings,
            KnownRevocations revocations,
            TakingRevocation revoking,
            Ledger ledger,
            Clock clock) {
        this.pins = pins;
        this.warnings = warnings;
        this.revocations = revocations;
        this.revoking = revoking;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    public List<Warning> warnings() {
        var now = clock.instant();
        var all = new ArrayList<Warning>();
        certificates(pins.ours().node())
                .forEach((name, certificate) -> ending(name, certificate, now).ifPresent(it -> all.add(warning(it))));
        var ours = pins.now().pin(pins.self());
        if (pins.network().root() != null && ours != null && !now.isBefore(ours.confirmedUntil())) {
            all.add(new Warning("not-confirmed", pins.self(), Map.of(), ours.confirmedUntil()));
        }
        var trusted = pins.now();
        trusted.participants().values().stream()
                .filter(Participant::hasNode)
                .flatMap(it -> trusted.withdrawn(it.id(), it.version(), now).stream()
                        .map(since -> new Warning("keys-withdrawn", it.id(), Map.of("id", it.id()), since)))
                .forEach(all::add);
        all.addAll(warnings.all());
        return all.stream().limit(200).toList();
    }

    @Override
    public List<EndingCertificate> endingCertificates() {
        var now = clock.instant();
        return certificates(pins.ours().node()).entrySet().stream()
                .flatMap(it -> ending(it.getKey(), it.getValue(), now).stream())
                .filter(it -> it.days() <= TOLD_UNASKED)
                .sorted(Comparator.comparing(EndingCertificate::end))
                .toList();
    }

    @Override
    @Transactional
    public void settle(String code, String subject, Official by) {
        DecidingOfficers.mayDecide(by);
        warnings.settle(code, subject);
        ledger.record(by, "directory.warning-settled", subject, Map.of("code", code));
    }

    @Override
    @Transactional
    public void compare(String peer, Directory.Position theirs) {
        boolean fork = pins.now().positions().stream()
                .anyMatch(it -> it.sequence() == theirs.sequence() && !it.hash().equals(theirs.hash()));
        if (fork) {
            var facts = Map.of("id", peer, "sequence", Long.toString(theirs.sequence()));
            if (warnings.raise("list-fork", peer, facts, clock.instant())) {
                ledger.record(null, "directory.fork-told", peer, facts);
            }
        }
    }

    @Override
    public void revoke(byte[] signedRevocation) {
        revoking.revoke(signedRevocation);
    }

    @Override
    public List<byte[]> revocations() {
        return revocations.all();
    }

    static Map<String, X509Certificate> certificates(Participant.@Nullable NodeAddress node) {
        var certificates = new TreeMap<String, X509Certificate>();
        if (node != null) {
            certificates.put("seal", node.seal());
            certificates.put("as4", node.as4Certificate());
            certificates.put("tls", node.tls());
            certificates.put("register", node.register());
        }
        return certificates;
    }

    /** By the day of the end in UTC: those of one ceremony, which end within minutes, come to each step together. */
    private static Optional<EndingCertificate> ending(String name, X509Certificate certificate, Instant now) {
        var end = certificate.getNotAfter().toInstant();
        return DAYS_AHEAD.stream()
                .filter(days -> !now.isBefore(step(end, days)))
                .findFirst()
                .map(days -> new EndingCertificate(name, end, days, !now.isBefore(end)));
    }

    private static Warning warning(EndingCertificate it) {
        var days = Integer.toString(it.days());
        return new Warning(
                it.over() ? "certificate-ended" : "certificate-ends",
                it.name(),
                Map.of("name", it.name(), "days", days, "end", it.end().toString()),
                step(it.end(), it.days()));
    }

    private static Instant step(Instant end, int days) {
        return end.truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(days));
    }
}
