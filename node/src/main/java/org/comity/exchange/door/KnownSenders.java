package org.comity.exchange.door;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Date;
import java.util.Objects;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.comity.directory.UnknownParticipant;
import org.comity.exchange.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds who may speak to us: those whom the directory knows, with the certificates that it pins. */
@Component
class KnownSenders {

    private final Directory directory;
    private final Clock clock;

    KnownSenders(Directory directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /** A participant with a node that is neither revoked nor lapsed. */
    Participant known(String id) throws Refusal {
        // Asked first: what it answers stands at this moment, and so do the certificates that are read after it.
        switch (standing(id)) {
            case REVOKED -> throw new Refusal("directory-revoked", "the entry is revoked");
            case LAPSED -> throw new Refusal("directory-lapsed", "the entry has lapsed");
            case VALID, GRACE -> {}
        }
        return directory.find(id).filter(Participant::hasNode).orElseThrow(KnownSenders::unknown);
    }

    private Directory.Validity standing(String id) throws Refusal {
        try {
            return directory.standing(id);
        } catch (UnknownParticipant nobody) {
            throw unknown();
        }
    }

    private static Refusal unknown() {
        return new Refusal("unknown-sender", "not in our directory");
    }

    void admit(String id, @Nullable X509Certificate as4, @Nullable X509Certificate tls) throws Refusal {
        var node = Objects.requireNonNull(known(id).node());
        if (as4 == null || !node.as4Certificate().equals(as4)) {
            throw new Refusal("wrong-certificate", "not the AS4 certificate that is pinned");
        }
        try {
            as4.checkValidity(Date.from(clock.instant()));
        } catch (CertificateException e) {
            throw new Refusal("expired-certificate", "the AS4 certificate is not valid now");
        }
        if (!node.tls().equals(tls)) {
            throw new Refusal("tls-mismatch", "the connection is of another participant");
        }
    }
}
