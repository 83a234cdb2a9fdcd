package org.comity.board.follow;

import java.time.Clock;
import java.util.function.Predicate;
import org.comity.directory.Directory;
import org.comity.proof.Malformed;
import org.comity.proof.feed.FeedCheckpoint;
import org.comity.proof.log.LogKeyNote;
import org.comity.proof.log.Note;
import org.comity.proof.log.NoteKey;
import org.comity.proof.register.SignedEntry;
import org.springframework.stereotype.Component;

/** Knows by which keys a host signs, from its entry in the directory: nothing that the host says of itself is enough. */
@Component
class HostKeys {

    private final Directory directory;
    private final Clock clock;

    HostKeys(Directory directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /** By the key of registers that it had when it signed; none that is revoked. */
    Predicate<SignedEntry> register(String host) {
        var terms = directory.terms(host);
        var now = clock.instant();
        return it -> terms.stream()
                .filter(term -> term.counts(it.entry().time(), now))
                .anyMatch(term -> it.signedBy(term.register().getPublicKey()));
    }

    /** @throws Malformed {@code log-key} if no seal key of the host certifies this key for this feed */
    NoteKey log(FeedName feed, byte[] certification) {
        var note = Note.read(certification);
        var key = LogKeyNote.read(note).key();
        var now = clock.instant();
        boolean certified = directory.terms(feed.host()).stream()
                .filter(it -> !it.revokedAt(now))
                .anyMatch(
                        it -> LogKeyNote.certifies(note, feed.host(), it.seal().getPublicKey()));
        if (!certified || !key.name().equals(FeedCheckpoint.origin(feed.host(), feed.feed()))) {
            throw new Malformed("log-key", "not certified by the host");
        }
        return key;
    }
}
