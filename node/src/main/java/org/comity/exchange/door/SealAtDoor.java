package org.comity.exchange.door;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.comity.directory.Directory;
import org.comity.directory.EntryVersions;
import org.comity.directory.Participant;
import org.comity.exchange.Refusal;
import org.comity.proof.Verdict;
import org.comity.proof.seal.Anchor;
import org.comity.proof.seal.Container;
import org.comity.proof.seat.SeatProof;
import org.comity.thread.Procedure;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Checks who sealed an act that arrives, and that as many officers approved it as its author's own entry asks for. */
@Component
class SealAtDoor {

    private static final Duration TAKES_FORCE = Duration.ofDays(7);

    private final Directory directory;
    private final EntryVersions versions;
    private final ObjectProvider<Procedure> procedures;
    private final Clock clock;

    SealAtDoor(Directory directory, EntryVersions versions, ObjectProvider<Procedure> procedures, Clock clock) {
        this.directory = directory;
        this.versions = versions;
        this.procedures = procedures;
        this.clock = clock;
    }

    /** Where its own entry says that two officers approve, an act with one is not taken. */
    void approved(Participant author, Container container) throws Refusal {
        if (!speaking(author, container).profile().twoOfficers() || container.persons() >= 2) {
            return;
        }
        boolean one = procedures.stream()
                .filter(it -> it.id().equals(container.act().envelope().procedure()))
                .anyMatch(it -> it.oneOfficerSuffices(container.act()));
        if (!one) {
            throw new Refusal("one-approval", "its author's entry asks for two officers");
        }
    }

    /**
     * The same of what comes out of a register, perhaps long after it was said: an older entry may have asked for one, and a
     * new one is in force some days after it is signed (R123).
     */
    void approvedThen(Participant author, Container container) throws Refusal {
        var written = container.act().envelope().time();
        if (!oneSufficed(speaking(author, container), written)) approved(author, container);
    }

    /** Whether an older version asked for one officer, or is not known here, that may have been in force then. */
    private boolean oneSufficed(Participant speaking, Instant written) {
        long version = speaking.version();
        var signed = speaking.signedAt();
        for (var older : versions.versions(speaking.id())) {
            if (older.status() != EntryVersions.Status.BEFORE) continue;
            if (written.isAfter(signed.plus(TAKES_FORCE))) return false;
            if (older.version() < version - 1 || !asksForTwo(older)) return true;
            version = older.version();
            signed = older.signedAt();
        }
        return version > 1 && !written.isAfter(signed.plus(TAKES_FORCE));
    }

    private boolean asksForTwo(EntryVersions.Version older) {
        return versions.version(older.id(), older.hash())
                .map(it -> it.entry().profile().twoOfficers())
                .orElse(false);
    }

    /** From a seat the officers of the authority approve, as many as its own entry asks for (R154). */
    private Participant speaking(Participant author, Container container) {
        var envelope = container.act().envelope();
        return SeatProof.asked(envelope)
                ? directory.find(envelope.facts().getOrDefault("speaker", "")).orElse(author)
                : author;
    }

    /**
     * By the certificate of its entry, or by one that an older version named when the act was written: it may be fetched long
     * after the key was changed, and was valid then. Under a key that is revoked by now nothing is taken (D51).
     */
    void by(Participant from, Container container) throws Refusal {
        by(from, container, clock.instant());
    }

    /**
     * The same of what comes out of a register.
     *
     * @param asOf when the key must not have been revoked: what another registered before stays right (D53)
     */
    void by(Participant from, Container container, Instant asOf) throws Refusal {
        var signer = container.signer();
        var now = clock.instant();
        var written = container.act().envelope().time();
        boolean pinned = signer.equals(Objects.requireNonNull(from.node()).seal());
        boolean counts = directory.terms(from.id()).stream()
                .filter(it -> it.seal().equals(signer))
                .anyMatch(it -> pinned ? !it.revokedAt(asOf) : it.counts(written, asOf));
        if (!counts) {
            directory.lookAgain(from.id());
            throw new Refusal("foreign-signature", "not sealed with a certificate of the sender");
        }
        var verdict = container.verify(Anchor.of(signer), Anchor.NONE, pinned ? now : written);
        var failed = verdict.firstFailure();
        if (failed.isPresent()) {
            throw new Refusal(code(failed.get()), failed.get().detail());
        }
    }

    private static String code(Verdict.Check failed) {
        return failed.code().equals("validity") ? "expired-seal" : "broken-seal";
    }
}
