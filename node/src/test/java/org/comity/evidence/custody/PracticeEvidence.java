package org.comity.evidence.custody;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.comity.evidence.Evidence;
import org.comity.evidence.EvidenceSettings;
import org.comity.evidence.PracticeFaces;
import org.comity.evidence.SeatItemSettings;
import org.comity.evidence.vault.PracticeVault;
import org.comity.ledger.Ledger;
import org.comity.proof.age.HybridIdentity;
import org.comity.sealing.NodeKeys;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

/** The room of evidence over a real database and a real folder; restarted as often as one likes. */
final class PracticeEvidence {

    static final Instant NOON = Instant.parse("2027-03-01T12:00:00Z");

    final HybridIdentity identity = HybridIdentity.generate();
    final HybridIdentity recovery = HybridIdentity.generate();
    final List<String> log = new ArrayList<>();
    final ItemRows items;
    private final CustodyRows custody;
    boolean ledgerFails;

    private final DataSource source;
    private final Path folder;
    private @Nullable KeepingEvidence running;
    private @Nullable ItemsBeingAdded underWay;

    PracticeEvidence(DataSource source, Path folder) {
        this.source = source;
        this.folder = folder;
        this.items = new ItemRows(JdbcClient.create(source));
        this.custody = new CustodyRows(JdbcClient.create(source));
    }

    /** As after a start: nothing is open. */
    Evidence start() throws Exception {
        if (underWay != null) underWay.close();
        var vault = PracticeVault.in(settings());
        var keys = new ItemKeys(vault, PracticeFaces.sealing(identity), keys(), "XB-1");
        underWay = new ItemsBeingAdded(items, vault, recording(NOON), keys, settings());
        var parts = new StoredParts(vault, keys);
        running = new KeepingEvidence(
                items, custody, vault, recording(NOON), keys, underWay, beside(), parts, scrubbing(NOON));
        return running;
    }

    ScrubbingVault scrubbing(Instant at) throws Exception {
        var vault = PracticeVault.in(settings());
        var parts = new StoredParts(vault, new ItemKeys(vault, PracticeFaces.sealing(identity), keys(), "XB-1"));
        var rows = new ScrubRows(JdbcClient.create(source));
        var rereading = new RereadingItem(rows, vault, parts, recording(at), beside(), fixed(at));
        return new ScrubbingVault(items, rows, rereading, settings(), fixed(at));
    }

    /** What seats bring, by what is running now. */
    KeepingItemsFromSeats seats(SeatItemSettings settings, Instant at) throws Exception {
        return new KeepingItemsFromSeats(
                new SeatItemRows(JdbcClient.create(source)),
                Objects.requireNonNull(underWay),
                recording(at),
                beside(),
                PracticeVault.in(settings()),
                settings,
                new TransactionTemplate(new DataSourceTransactionManager(source)),
                fixed(at));
    }

    RemovingBytes removing() throws Exception {
        return new RemovingBytes(items, PracticeVault.in(settings()), recording(NOON));
    }

    RecordingCustody recordings() {
        return recording(NOON);
    }

    /** An act declares it destroyed. */
    boolean destroying(UUID item, Official by) {
        return recording(NOON).destroying(item, by);
    }

    void endHoldByLaw(UUID item, Official by, Instant at) {
        recording(at).legalHold(item, null, by);
    }

    /** As a registered act whose transaction fails at its end. */
    void destroyingInVain(UUID item, Official by) {
        new TransactionTemplate(new DataSourceTransactionManager(source)).executeWithoutResult(status -> {
            recording(NOON).destroying(item, by);
            status.setRollbackOnly();
        });
    }

    VaultLines lines(Evidence evidence, Instant at) {
        return new VaultLines(evidence, new VaultCare(JdbcClient.create(source)), settings(), fixed(at));
    }

    private EvidenceSettings settings() {
        return new EvidenceSettings(folder, 2, 1, Duration.ofDays(30), DataSize.ofGigabytes(1), null);
    }

    MatchingInBackground beside() {
        return new MatchingInBackground(
                PracticeFaces.only(Evidence.class, (what, arguments) -> running.match((UUID) arguments[0], null)),
                items);
    }

    private final List<Object> events = new ArrayList<>();

    private RecordingCustody recording(Instant at) {
        return new RecordingCustody(
                items,
                custody,
                ledger(),
                events::add,
                new TransactionTemplate(new DataSourceTransactionManager(source)),
                fixed(at));
    }

    private static Clock fixed(Instant at) {
        return Clock.fixed(at, ZoneOffset.UTC);
    }

    private Ledger ledger() {
        return new Ledger() {
            @Override
            public void record(@Nullable Official by, String what, String subject, Map<String, String> facts) {
                if (ledgerFails) throw new IllegalStateException("the log fails");
                log.add(what);
            }

            @Override
            public List<Line> seek(Search search, @Nullable Long before, int limit) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Verdict verify() {
                throw new UnsupportedOperationException();
            }
        };
    }

    /** Of the keys only the two that wrap. */
    private NodeKeys keys() {
        return PracticeFaces.only(NodeKeys.class, (what, arguments) -> switch (what) {
            case "ageRecipient" -> identity.recipient().toString();
            case "recoveryRecipient" -> Optional.of(recovery.recipient().toString());
            default -> throw new UnsupportedOperationException(what);
        });
    }
}
