package org.comity.operator;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.comity.directory.EntryRefused;
import org.comity.directory.SignedParticipantEntry;
import org.comity.directory.SignedRevocation;
import org.comity.ledger.Ledger;
import org.comity.ui.TypedText;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes what participants sign. A newcomer is admitted by a person; a known one speaks for itself as long as it proves
 * that it is the same.
 */
@CollatesDirectory
@Component
@Transactional
class CollatingSubmissions {

    private static final Duration A_DAY = Duration.ofDays(1);
    private static final int MOST_REVOCATIONS = 20;
    private static final int LONGEST_REASON = 1_000;
    /** After it what nobody proved to be its own may be forgotten. */
    static final Duration A_MONTH = Duration.ofDays(30);

    private final Submissions submissions;
    private final RefusedSubmissionRows refused;
    private final PublishingLists publishing;
    private final OperatorSettings settings;
    private final Ledger ledger;
    private final Clock clock;

    CollatingSubmissions(
            Submissions submissions,
            RefusedSubmissionRows refused,
            PublishingLists publishing,
            OperatorSettings settings,
            Ledger ledger,
            Clock clock) {
        this.submissions = submissions;
        this.refused = refused;
        this.publishing = publishing;
        this.settings = settings;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * @param source the address from which it came; null at the ceremony
     * @return whether it is admitted already; else a person will look
     */
    boolean submit(SignedParticipantEntry signed, @Nullable String source) {
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
            // Nobody looks at it again by itself: whoever waited for that would wait for ever.
            if (known.get().status() == Submissions.Status.REFUSED) throw new EntryRefused("refused", entry.id());
            return known.get().status() == Submissions.Status.ADMITTED;
        }
        var lane = lane(signed);
        mustHaveRoom(entry.id(), lane, source);
        submissions.keep(signed, lane != SubmissionLane.STRANGER, source, clock.instant());
        ledger.record(null, "operator.entry-submitted", entry.id(), Map.of("hash", entry.hash()));
        if (settings.practice() || lane == SubmissionLane.CONTINUES) {
            decide(entry.id(), entry.hash(), Submissions.Status.ADMITTED, person("by-itself"));
            publishing.publish();
            return true;
        }
        return false;
    }

    /** As things stand now; what is older than the admitted version, or revoked, has none. */
    private SubmissionLane lane(SignedParticipantEntry signed) {
        var entry = signed.entry();
        var admitted = submissions.admitted(entry.id()).map(Submissions.Submission::signed);
        if (admitted.isPresent() && admitted.get().entry().version() >= entry.version()) {
            throw new EntryRefused("older-version", entry.id());
        }
        long revoked = submissions.revokedVersion(entry.id());
        if (entry.version() <= revoked) {
            throw new EntryRefused("revoked", entry.id());
        }
        var reached = submissions.reached(entry.id());
        boolean withdrawn = admitted.map(SignedParticipantEntry::entry)
                .filter(it -> it.version() <= revoked || reached.contains(it.hash()))
                .isPresent();
        return SubmissionLane.of(signed, admitted.orElse(null), withdrawn);
    }

    /** However many strangers wait, and whatever name they use: a participant that proves itself has room of its own. */
    private void mustHaveRoom(String id, SubmissionLane lane, @Nullable String source) {
        var now = clock.instant();
        if (lane == SubmissionLane.STRANGER) {
            submissions.forgetStrangers(now.minus(A_MONTH));
            var waiting = submissions.strangers(id, source);
            if (waiting.all() >= settings.mostWaiting()
                    || waiting.each() >= settings.mostWaitingEach()
                    || waiting.from() >= settings.mostWaitingFrom()) {
                throw new EntryRefused("too-many", id);
            }
            return;
        }
        var brought = submissions.brought(id, now.minus(A_DAY));
        if (brought.since() >= settings.mostVersions()
                || lane == SubmissionLane.PROVEN && brought.waiting() >= settings.mostWaitingEach()) {
            throw new EntryRefused("too-many", id);
        }
    }

    /** At the ceremony whoever lays the file there admits. */
    void admitted(SignedParticipantEntry signed) {
        var entry = signed.entry();
        if (!submit(signed, null)) {
            decide(entry.id(), entry.hash(), Submissions.Status.ADMITTED, person("ceremony"));
            publishing.publish();
        }
    }

    /**
     * Where two persons admit, the first one's word waits for another's, and both are on record. While it waited, a newer version
     * may have been admitted, or its keys revoked.
     */
    void admit(String id, String hash, Official by) {
        submissions.lock();
        var waiting = waiting(id, hash);
        lane(waiting.signed());
        if (settings.twoPersons() && waiting.firstBy() == null) {
            submissions.first(id, hash, by.id(), clock.instant());
            ledger.record(by, "operator.admission-first", id, Map.of("hash", hash));
            return;
        }
        if (settings.twoPersons() && by.id().equals(waiting.firstBy())) {
            throw new EntryRefused("same-person", id);
        }
        decide(id, hash, Submissions.Status.ADMITTED, by);
        publishing.publish();
    }

    /** One person's word is enough, and it is no last one: {@link #reopen} undoes it. */
    void refuse(String id, String hash, String why, Official by) {
        var clean = TypedText.clean(why);
        if (clean.isEmpty() || clean.length() > LONGEST_REASON) throw new EntryRefused("no-reason", id);
        submissions.lock();
        decide(id, hash, Submissions.Status.REFUSED, by);
        refused.why(id, hash, clean);
    }

    /** It waits for a decision again, also where two persons admit and one had, and proves what it would prove if it came now. */
    void reopen(String id, String hash, Official by) {
        submissions.lock();
        var signed = submissions
                .find(id, hash)
                .filter(it -> it.status() == Submissions.Status.REFUSED)
                .orElseThrow(() -> new EntryRefused("not-refused", id))
                .signed();
        refused.reopen(id, hash, lane(signed) != SubmissionLane.STRANGER, clock.instant());
        ledger.record(by, "operator.entry-reopened", id, Map.of("hash", hash));
    }

    void revoke(SignedRevocation revocation) {
        var admitted = submissions
                .admitted(revocation.id())
                .map(Submissions.Submission::signed)
                .orElseThrow(() -> new EntryRefused("unknown-participant", revocation.id()));
        var keys = admitted.entry().keys();
        if (keys == null) {
            throw new EntryRefused("unknown-participant", revocation.id());
        }
        if (!revocation.network().equals(publishing.root().id()) || !revocation.signedBy(keys.recovery())) {
            throw new EntryRefused("foreign-signature", revocation.id());
        }
        submissions.lock();
        if (submissions.says(revocation)) {
            return;
        }
        // What withdraws the admitted version is always taken: a stolen key must never be safe from its owner.
        long withdrawn = submissions.revokedVersion(revocation.id());
        boolean needed = withdrawn < admitted.entry().version()
                && revocation.version() >= admitted.entry().version();
        if (!needed && submissions.revokedBeside(revocation.id(), revocation.version()) >= MOST_REVOCATIONS) {
            throw new EntryRefused("too-many-revocations", revocation.id());
        }
        submissions.keep(revocation, clock.instant());
        ledger.record(
                null, "operator.keys-revoked", revocation.id(), Map.of("version", Long.toString(revocation.version())));
    }

    private Submissions.Submission waiting(String id, String hash) {
        return submissions
                .find(id, hash)
                .filter(it -> it.status() == Submissions.Status.SUBMITTED)
                .orElseThrow(() -> new EntryRefused("not-waiting", id));
    }

    private void decide(String id, String hash, Submissions.Status status, Official by) {
        var first = waiting(id, hash).firstBy();
        if (!submissions.decide(id, hash, status, by.id(), clock.instant())) {
            throw new EntryRefused("not-waiting", id);
        }
        var what = status == Submissions.Status.ADMITTED ? "operator.entry-admitted" : "operator.entry-refused";
        var facts = first == null ? Map.of("hash", hash) : Map.of("hash", hash, "first", first);
        ledger.record(by, what, id, facts);
    }

    /** One whom an operator's settings name, or what stands for a person at a ceremony. */
    static Official person(String name) {
        return new Official(name, name, "OP-1/" + name, Set.of(Duty.ADMINISTRATOR));
    }
}
