package org.comity.directory;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Says who takes part, as this node trusts it: pinned entries, ourselves included. */
public interface Directory {

    /** Lower-case hex SHA-256 of the directory's root: names the network in every act. */
    String network();

    Participant self();

    /** @throws UnknownParticipant if there is no such entry */
    Participant get(String id);

    Optional<Participant> find(String id);

    /** All entries, in alphabetical order of id; at most 2,000. */
    List<Participant> all();

    /** May new things be accepted from this participant now, only known ones, or nothing? */
    Validity standing(String id);

    /**
     * Since when keys of this version of its entry may be in other hands, by its own signed word: nothing is sealed to them
     * or sent, also before the revocation takes effect. Only an entry endorsed by the recovery key brings others.
     */
    Optional<Instant> keysWithdrawn(String id, long version);

    /** The same of the version in force. */
    default Optional<Instant> keysWithdrawn(String id) {
        return find(id).flatMap(it -> keysWithdrawn(id, it.version()));
    }

    /** Directory sequence and hash, compared in each exchange. */
    Position position();

    /** Valid; in grace (warned, nothing new); lapsed; revoked. */
    enum Validity {
        VALID,
        GRACE,
        LAPSED,
        REVOKED
    }

    /**
     * Which certificates each version of an entry named that was ever in force here, oldest first, and from when to when; at
     * most 200. What was sealed or registered under an older one stays readable (R124).
     */
    default List<Term> terms(String id) {
        return find(id).map(Participant::node).stream()
                .map(it -> new Term(it.seal(), it.register(), Instant.MAX, Instant.MAX))
                .toList();
    }

    /** A certificate of this participant is not known here: perhaps a newer entry is, at the operator. */
    default void lookAgain(String id) {}

    /**
     * What one version of an entry named. It has no beginning: by when it was signed its own State says when its keys count,
     * and a clock that stood wrong at either end would make honest acts and entries foreign.
     *
     * @param until seven days after the next version was signed: a new key is put in its place after its entry is signed
     * @param revoked from when its keys are revoked
     */
    record Term(X509Certificate seal, X509Certificate register, Instant until, Instant revoked) {

        /** Whether it may stand for what was made at one instant and is looked at at another. */
        public boolean counts(Instant made, Instant now) {
            return !made.isAfter(until) && !revokedAt(now);
        }

        public boolean revokedAt(Instant now) {
            return !now.isBefore(revoked);
        }
    }

    record Position(long sequence, String hash) {}
}
