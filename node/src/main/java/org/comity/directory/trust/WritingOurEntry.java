package org.comity.directory.trust;

import java.io.IOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.comity.directory.DirectoryList;
import org.comity.directory.EntryRefused;
import org.comity.directory.EntryVersions;
import org.comity.directory.Onboarding;
import org.comity.directory.OurEntry;
import org.comity.directory.ParticipantEntry;
import org.comity.directory.SignedParticipantEntry;
import org.comity.ledger.Ledger;
import org.comity.proof.Malformed;
import org.comity.sealing.NodeKeys;
import org.comity.ui.OncePerPage;
import org.comity.ui.SeenMark;
import org.comity.vocabulary.Official;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** A new version of our own entry: one official writes it, another approves exactly these bytes, then it is signed. */
@Component
@Transactional
class WritingOurEntry implements OurEntry {

    private static final Logger LOG = LoggerFactory.getLogger(WritingOurEntry.class);

    private final CurrentSnapshot pins;
    private final KnownEntries entries;
    private final TakingEntries taking;
    private final OfficialsUndertakings undertakings;
    private final NodeKeys keys;
    private final Ledger ledger;
    private final EntryFile file;
    private final Clock clock;

    WritingOurEntry(
            CurrentSnapshot pins,
            KnownEntries entries,
            TakingEntries taking,
            OfficialsUndertakings undertakings,
            NodeKeys keys,
            Ledger ledger,
            EntryFile file,
            Clock clock) {
        this.pins = pins;
        this.entries = entries;
        this.taking = taking;
        this.undertakings = undertakings;
        this.keys = keys;
        this.ledger = ledger;
        this.file = file;
        this.clock = clock;
    }

    @Override
    public ParticipantEntry entry() {
        return pins.ours();
    }

    @Override
    public byte[] signed() {
        var pin = pins.now().pin(pins.self());
        if (pin == null) {
            throw new EntryRefused("not-written", pins.self());
        }
        return pin.signed().json();
    }

    @Override
    public Optional<Draft> waiting() {
        return undertakings.draft();
    }

    @Override
    public Optional<Draft> toApprove(Official by) {
        return DecidingOfficers.decides(by)
                ? OncePerPage.ask("directory.draft", undertakings::draft)
                        .filter(it -> !it.by().equals(by.id()))
                : Optional.empty();
    }

    @Override
    public String seen() {
        return SeenMark.of(
                pins.ours().hash(),
                undertakings.draft().map(it -> it.entry().hash()).orElse(""));
    }

    @Override
    public boolean propose(Content content, String seen, Official by) {
        DecidingOfficers.mayDecide(by);
        entries.lock();
        signed();
        var next = next(pins.ours(), content);
        var waits = undertakings.draft();
        // The same press twice.
        if (waits.filter(it -> it.by().equals(by.id()) && content(it.entry()).equals(content(next)))
                .isPresent()) {
            return true;
        }
        if (!seen().equals(seen)) {
            return false;
        }
        undertakings.keepDraft(next, by.id(), clock.instant());
        ledger.record(by, "directory.our-entry-proposed", next.id(), Map.of("hash", next.hash()));
        return true;
    }

    @Override
    public void approve(String hash, Official by) {
        DecidingOfficers.mayDecide(by);
        entries.lock();
        var draft = shown(hash);
        DecidingOfficers.another(draft.by(), by);
        var signed = SignedParticipantEntry.sign(draft.entry(), keys.entryKey());
        if (!signed.signedByItself()
                || !draft.entry().previous().equals(pins.ours().hash())) {
            throw new EntryRefused("broken-chain", pins.self());
        }
        taking.pinWritten(signed, EntryVersions.Source.OURS, clock.instant().plus(DirectoryList.VALIDITY));
        undertakings.discardDraft();
        ledger.record(
                by,
                "directory.our-entry-approved",
                pins.self(),
                Map.of("hash", draft.entry().hash()));
        pins.renew();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                follow(signed);
            }
        });
    }

    /** The ceremony signs the version after this one. It counts whether or not the file can be written; the next start tries again. */
    private void follow(SignedParticipantEntry signed) {
        try {
            file.follow(signed);
        } catch (IOException | Malformed unwritten) {
            LOG.warn("entry.json could not be brought to the version in force", unwritten);
        }
    }

    @Override
    public void discard(String hash, Official by) {
        DecidingOfficers.mayDecide(by);
        entries.lock();
        shown(hash);
        undertakings.discardDraft();
        ledger.record(by, "directory.our-entry-discarded", pins.self(), Map.of());
    }

    private Draft shown(String hash) {
        return undertakings
                .draft()
                .filter(it -> it.entry().hash().equals(hash))
                .orElseThrow(() -> new EntryRefused("not-waiting", pins.self()));
    }

    private static Content content(ParticipantEntry entry) {
        return new Content(entry.phone(), entry.mail(), entry.hours(), entry.languages(), entry.profile());
    }

    /**
     * It lists what this program accepts. Written and read back, so that what officials type is held to the same limits as
     * what peers send.
     */
    private ParticipantEntry next(ParticipantEntry have, Content content) {
        var entry = new ParticipantEntry(
                have.network(),
                have.id(),
                have.version() + 1,
                have.hash(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                have.names(),
                have.capitals(),
                have.zone(),
                have.node() == null ? null : have.node().accepting(Onboarding.accepted(have.kind())),
                have.keys(),
                content.languages(),
                content.phone(),
                content.mail(),
                content.hours(),
                have.functions(),
                content.profile(),
                have.saidKind());
        try {
            return ParticipantEntry.read(entry.json());
        } catch (Malformed | IllegalArgumentException e) {
            throw new EntryRefused("malformed", pins.self());
        }
    }
}
