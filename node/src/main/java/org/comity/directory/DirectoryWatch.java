package org.comity.directory;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.comity.vocabulary.Official;

/** What somebody should look at, and what peers tell each other about the directory. */
public interface DirectoryWatch {

    /** Our own certificates, our own directory, changes that wait for us; newest first, at most 200. */
    List<Warning> warnings();

    /** Our own certificates that end within thirty days or have ended, the first to end first: people are told without asking. */
    List<EndingCertificate> endingCertificates();

    /** An official has seen to a warning that does not end by itself. */
    void settle(String code, String subject, Official by);

    /** Compares a peer's directory position, told in an exchange, with ours: a fork is kept as a warning. */
    void compare(String peer, Directory.Position theirs);

    /**
     * Takes a revocation from whomever it comes; it counts by its signature. The same again changes nothing.
     *
     * @throws EntryRefused if it is malformed, of another network, or not signed by the recovery key that we pinned
     */
    void revoke(byte[] signedRevocation);

    /** Every revocation known here as it was signed, to pass on; at most 2,000. */
    List<byte[]> revocations();

    /**
     * @param code message {@code directory.warning.<code>}
     * @param subject participant id, certificate name or list sequence
     */
    record Warning(String code, String subject, Map<String, String> facts, Instant since) {}

    /**
     * @param name {@code seal}, {@code as4}, {@code tls} or {@code register}
     * @param days before the day of its end (UTC) since when it is told: 30, 14 or 3
     * @param over it has ended
     */
    record EndingCertificate(String name, Instant end, int days, boolean over) {}
}
