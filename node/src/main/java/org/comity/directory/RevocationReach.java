package org.comity.directory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Names a version that a revocation reaches although it names an earlier one: whoever has the revoked entry key may sign the next version before its owner revokes.
 *
 * @param since the revocation's {@code compromisedSince}
 * @param effective when nothing is accepted any more
 */
public record RevocationReach(long version, String hash, Instant since, Instant effective) {

    /** @param receivedAt when it first came here: its signer chooses the time of its signature, not this one */
    public record Held(SignedParticipantEntry signed, Instant receivedAt) {

        private boolean within(Instant since) {
            return !signed.entry().signedAt().isBefore(since) || !receivedAt.isBefore(since);
        }
    }

    public record Revoked(long version, Instant since, Instant effective) {}

    /**
     * @param taken what was pinned of one participant, by version and then as it came
     * @param whole nothing came before the first of these
     */
    public static List<RevocationReach> of(List<Held> taken, boolean whole, List<Revoked> revocations) {
        var reached = new ArrayList<RevocationReach>();
        revocations.forEach(it -> follow(taken, whole, it, reached));
        return List.copyOf(reached);
    }

    /** When a version of this hash ceases to count, if it is reached. */
    public static Optional<Instant> earliest(List<RevocationReach> reached, String hash) {
        return reached.stream()
                .filter(it -> it.hash().equals(hash))
                .map(RevocationReach::effective)
                .min(Comparator.naturalOrder());
    }

    public static Optional<Instant> earlier(Optional<Instant> one, Optional<Instant> other) {
        return Stream.of(one, other).flatMap(Optional::stream).min(Comparator.naturalOrder());
    }

    private static void follow(List<Held> taken, boolean whole, Revoked revoked, List<RevocationReach> reached) {
        var withdrawn = new HashSet<String>();
        var byHash = new HashMap<String, SignedParticipantEntry>();
        SignedParticipantEntry last = null;
        for (var held : taken) {
            var entry = held.signed().entry();
            var key = Objects.requireNonNull(entry.keys()).entry();
            var before = byHash.getOrDefault(entry.previous(), last);
            if (entry.version() <= revoked.version()) {
                withdrawn.add(key);
            } else if (before == null ? begins(held, whole, revoked) : goesOn(held, before, withdrawn, revoked)) {
                withdrawn.add(key);
                reached.add(new RevocationReach(entry.version(), entry.hash(), revoked.since(), revoked.effective()));
            }
            byHash.put(entry.hash(), held.signed());
            last = held.signed();
        }
    }

    private static boolean goesOn(
            Held held, SignedParticipantEntry before, HashSet<String> withdrawn, Revoked revoked) {
        var keys = Objects.requireNonNull(before.entry().keys());
        return withdrawn.contains(keys.entry())
                && held.within(revoked.since())
                && !held.signed().endorsedBy(keys.recovery());
    }

    /** The first that we know: the revocation is signed by its recovery key, or it would not be here. */
    private static boolean begins(Held held, boolean whole, Revoked revoked) {
        var entry = held.signed().entry();
        boolean next = entry.version() == revoked.version() + 1 || !whole;
        return next
                && !entry.signedAt().isBefore(revoked.since())
                && !held.signed()
                        .endorsedBy(Objects.requireNonNull(entry.keys()).recovery());
    }
}
