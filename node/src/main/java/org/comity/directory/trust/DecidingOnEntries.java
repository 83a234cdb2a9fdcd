package org.comity.directory.trust;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.comity.directory.EntryRefused;
import org.comity.directory.EntryVersions;
import org.comity.directory.ParticipantEntry;
import org.comity.directory.RevocationReach;
import org.comity.directory.SignedParticipantEntry;
import org.comity.directory.UnknownParticipant;
import org.comity.proof.Malformed;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the versions of directory entries, and has two officers decide on one that no earlier key has signed. */
@Component
@Transactional
class DecidingOnEntries implements EntryVersions {

    private final KnownEntries entries;
    private final TakingEntries taking;
    private final RecordingCounterparts recording;
    private final OfficialsUndertakings undertakings;
    private final OfficerDecisions decisions;
    private final CurrentSnapshot pins;
    private final Clock clock;

    DecidingOnEntries(
            KnownEntries entries,
            TakingEntries taking,
            RecordingCounterparts recording,
            OfficialsUndertakings undertakings,
            OfficerDecisions decisions,
            CurrentSnapshot pins,
            Clock clock) {
        this.entries = entries;
        this.taking = taking;
        this.recording = recording;
        this.undertakings = undertakings;
        this.decisions = decisions;
        this.pins = pins;
        this.clock = clock;
    }

    @Override
    public List<Version> versions(String id) {
        return entries.versions(id);
    }

    @Override
    public Optional<SignedParticipantEntry> version(String id, String hash) {
        return entries.signed(id, hash);
    }

    @Override
    public List<SignedParticipantEntry> everInForce() {
        var now = pins.now();
        return entries.everInForce().stream()
                .filter(it -> RevocationReach.earliest(
                                now.reached(it.entry().id()), it.entry().hash())
                        .isEmpty())
                .toList();
    }

    @Override
    public List<Version> waiting() {
        return entries.waiting();
    }

    @Override
    public void accept(String id, String hash, Official by) {
        DecidingOfficers.mayTrust(by);
        entries.lock();
        var version = waiting(id, hash);
        var signed = entries.signed(id, hash).orElseThrow();
        taking.mustStillBeTakeable(signed);
        decisions.note(by, "directory.entry-accepted", id, hash);
        if (version.firstOfficer() == null) {
            entries.sign(id, hash, true, by.id(), clock.instant());
            return;
        }
        DecidingOfficers.another(version.firstOfficer(), by);
        entries.sign(id, hash, false, by.id(), clock.instant());
        taking.pin(signed, version.source(), decisions.vouchedUntil());
        pins.renew();
    }

    @Override
    public void refuse(String id, String hash, Official by) {
        DecidingOfficers.mayTrust(by);
        entries.lock();
        var version = waiting(id, hash);
        entries.keep(
                entries.signed(id, hash).orElseThrow(), version.source(), "REFUSED", version.why(), clock.instant());
        entries.sign(id, hash, true, by.id(), clock.instant());
        decisions.refused(by, id, hash);
    }

    @Override
    public String take(byte[] signedEntry, Official by) {
        DecidingOfficers.mayTrust(by);
        var signed = read(signedEntry);
        var id = signed.entry().id();
        if (id.equals(pins.self())) {
            throw new EntryRefused("our-own", id);
        }
        decisions.note(by, "directory.entry-brought", id, signed.entry().hash());
        var judgement = taking.take(signed, Source.FILE, false, decisions.vouchedUntil());
        if (judgement instanceof EntryJudgement.Refused(var reason)) {
            throw new EntryRefused(reason, id);
        }
        pins.renew();
        return id;
    }

    @Override
    public boolean record(ParticipantEntry counterpart, long seen, Official by) {
        DecidingOfficers.mayTrust(by);
        return recording.record(counterpart, seen, by);
    }

    @Override
    public void keep(String id, Official by) {
        DecidingOfficers.mayTrust(by);
        entries.lock();
        var pin = entries.pin(id).orElseThrow(() -> new UnknownParticipant(id));
        var hash = pin.signed().entry().hash();
        var first = undertakings.keeping(id, hash, pin.confirmedUntil());
        decisions.note(by, "directory.peer-kept", id, hash);
        if (first.isEmpty()) {
            undertakings.beginKeeping(id, hash, pin.confirmedUntil(), by.id(), clock.instant());
            return;
        }
        DecidingOfficers.another(first.get(), by);
        undertakings.endKeeping(id);
        entries.confirm(id, decisions.keptUntil());
        pins.renew();
    }

    @Override
    public void phoneTested(String id, String phone, Official by) {
        DecidingOfficers.mayTrust(by);
        var participant =
                Optional.ofNullable(pins.now().participants().get(id)).orElseThrow(() -> new UnknownParticipant(id));
        if (!participant.phone().equals(phone)) {
            throw new EntryRefused("phone-changed", id);
        }
        undertakings.phoneTested(id, participant.phone(), by.id(), clock.instant());
        decisions.note(by, "directory.phone-tested", id, participant.phone());
    }

    @Override
    public Optional<Instant> phoneTestedAt(String id) {
        return Optional.ofNullable(pins.now().participants().get(id))
                .flatMap(it -> undertakings.phoneTestedAt(id, it.phone()));
    }

    private Version waiting(String id, String hash) {
        return entries.version(id, hash)
                .filter(it -> it.status() == Status.WAITING)
                .orElseThrow(() -> new EntryRefused("not-waiting", id));
    }

    private static SignedParticipantEntry read(byte[] json) {
        try {
            return SignedParticipantEntry.read(json);
        } catch (Malformed e) {
            throw new EntryRefused(e.code().equals("too-large") ? "too-large" : "malformed", "");
        }
    }
}
