package org.comity.operator;

import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.comity.directory.EntryRefused;
import org.comity.directory.SignedParticipantEntry;
import org.comity.directory.SignedRevocation;
import org.comity.ledger.Ledger;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes what participants sign. A newcomer is admitted by a person; a known one speaks for itself as long as it proves
 * that it is the same.
 */
@Profile("operator")
@Component
@Transactional
class Collating {

    private final Submissions submissions;
    private final Publishing publishing;
    private final OperatorSettings settings;
    private final Ledger ledger;
    private final Clock clock;

    Collating(
            Submissions submissions, Publishing publishing, OperatorSettings settings, Ledger ledger, Clock clock) {
        this.submissions = submissions;
        this.publishing = publishing;
        this.settings = settings;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** @return whether it is admitted already; else a person will look */
    boolean submit(SignedParticipantEntry signed) {
        var entry = signed.entry();
        if (!entry.network().equals(publishing.root().id())) {
            throw new EntryRefused("other-network", entry.id());
        }
        if (!signed.signedByItself()) {
            throw new EntryRefused("foreign-signature", entry.id());
        }
        submissions.lock();
        var known = submissions.find(entry.id(), entry.hash());
        if (known.isPresent()) {
            return known.get().status() == Submissions.Status.ADMITTED;
        }
        var admitted = submissions.admitted(entry.id()).map(Submissions.Submission::signed);
        if (admitted.isPresent() && admitted.get().entry().version() >= entry.version()) {
            throw new EntryRefused("older-version", entry.id());
        }
        if (submissions.waiting().size() >= settings.mostWaiting()) {
            throw new EntryRefused("too-many", entry.id());
        }
        submissions.keep(signed, Submissions.Status.SUBMITTED, clock.instant());
        ledger.record(null, "operator.entry-submitted", entry.id(), Map.of("hash", entry.hash()));
        if (settings.practice() || admitted.isPresent() && continues(signed, admitted.get())) {
            admit(entry.id(), entry.hash(), "by-itself");
            return true;
        }
        return false;
    }

    void admit(String id, String hash, String person) {
        decide(id, hash, Submissions.Status.ADMITTED, person);
        publishing.publish();
    }

    void refuse(String id, String hash, String person) {
        decide(id, hash, Submissions.Status.REFUSED, person);
    }

    void revoke(SignedRevocation revocation) {
        var keys = submissions
                .admitted(revocation.id())
                .map(it -> it.signed().entry().keys())
                .orElseThrow(() -> new EntryRefused("unknown-participant", revocation.id()));
        if (!revocation.network().equals(publishing.root().id()) || !revocation.signedBy(keys.recovery())) {
            throw new EntryRefused("foreign-signature", revocation.id());
        }
        submissions.keep(revocation, clock.instant());
        ledger.record(
                null, "operator.keys-revoked", revocation.id(), Map.of("version", Long.toString(revocation.version())));
    }

    private void decide(String id, String hash, Submissions.Status status, String person) {
        submissions
                .find(id, hash)
                .filter(it -> it.status() == Submissions.Status.SUBMITTED)
                .orElseThrow(() -> new EntryRefused("not-waiting", id));
        submissions.decide(id, hash, status, person, clock.instant());
        ledger.record(
                new Official(person, person, "OP-1/" + person, Set.of(Duty.ADMINISTRATOR)),
                "operator.entry-" + status.name().toLowerCase(java.util.Locale.ROOT),
                id,
                Map.of("hash", hash));
    }

    private static boolean continues(SignedParticipantEntry signed, SignedParticipantEntry before) {
        var old = before.entry().keys();
        var keys = signed.entry().keys();
        if (old == null || keys == null) {
            return false;
        }
        return signed.endorsedBy(old.recovery())
                || keys.recovery().equals(old.recovery())
                        && (keys.entry().equals(old.entry()) || signed.endorsedBy(old.entry()));
    }
}
