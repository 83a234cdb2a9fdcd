package org.comity.sealing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.comity.proof.age.HybridIdentity;
import org.comity.sealing.ceremony.CertificateSubject;
import org.comity.sealing.ceremony.Certificates;
import org.comity.sealing.ceremony.KeyPurpose;
import org.comity.sealing.ceremony.KeyStores;
import org.comity.sealing.ceremony.LogKeyFile;
import org.comity.sealing.ceremony.Pem;
import org.comity.vocabulary.CutText;
import org.comity.vocabulary.ParticipantId;
import org.comity.vocabulary.RuleBroken;
import org.jspecify.annotations.Nullable;

/** The key ceremony: makes all keys of one participant, once, on a machine that its officers watch. */
public final class KeyCeremony {

    private static final List<KeyPurpose> OF_A_NODE =
            List.of(KeyPurpose.SEAL, KeyPurpose.AS4, KeyPurpose.TLS, KeyPurpose.REGISTER, KeyPurpose.ENTRY);

    private static final String RECIPIENT = "recovery-recipient";

    private final Clock clock;

    public KeyCeremony(Clock clock) {
        this.clock = clock;
    }

    /** The practice authority kept in {@code folder}, made if there is none: certifies and stamps, proves nothing. */
    public PracticeAuthority practiceAuthority(Path folder) {
        return PracticeAuthority.in(folder, clock.instant());
    }

    /** Keys certified by a practice authority, its time stamps included. */
    public void practise(Plan plan, PracticeAuthority authority) {
        var password = begin(plan);
        for (var purpose : OF_A_NODE) {
            keep(plan, plan.keys(), purpose, authority, password);
        }
        KeyStores.writeKey(plan.keys().resolve("tsa.p12"), "tsa", authority.tsaKey(), authority.tsaChain(), password);
        KeyStores.writeTrust(plan.keys().resolve("trust.p12"), List.of(authority.root()), password);
        keepRecovery(plan, authority);
    }

    /**
     * Keys with a request each ({@code seal.csr} …) for the State's own certification authority. Until {@link #certify}
     * brings the answers the certificates are signed by their own keys, and nothing is trusted. The recovery folder is tried
     * before a key is made: a ceremony that stopped halfway could not be taken again.
     */
    public void prepare(Plan plan) {
        mayBegin(plan);
        KeyStores.tryFolder(plan.recovery());
        if (Files.exists(plan.recovery().resolve("recovery.p12"))) {
            throw new RecoveryInUse();
        }
        var password = begin(plan);
        for (var purpose : OF_A_NODE) {
            keep(plan, plan.keys(), purpose, null, password);
        }
        KeyStores.writeTrust(plan.keys().resolve("trust.p12"), List.of(), password);
        keepRecovery(plan, null);
    }

    /** Takes the chain that the certification authority issued, the key's own certificate first. */
    public void certify(Path keys, String alias, List<X509Certificate> chain) {
        var password = password(keys);
        var file = keys.resolve(alias + ".p12");
        var pair = KeyStores.pair(KeyStores.read(file, password), alias, password);
        if (!pair.getPublic().equals(chain.getFirst().getPublicKey())) {
            throw new OtherKey(alias);
        }
        KeyStores.writeKey(file, alias, pair.getPrivate(), chain, password);
    }

    /** Trusts these authorities, and no others, for other participants' certificates and time stamps. */
    public void trust(Path keys, List<X509Certificate> anchors) {
        KeyStores.writeTrust(keys.resolve("trust.p12"), anchors, password(keys));
    }

    /** The age recipient that belongs to a key folder, for the participant's directory entry. */
    public static String ageRecipient(Path keys) {
        try {
            var secret =
                    Files.readString(keys.resolve("age-identity"), US_ASCII).strip();
            return HybridIdentity.parse(secret).recipient().toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Where backups of the node can be opened: {@code age1pq1…}, its identity is with the recovery key. Empty if the key
     * folder is older than backups.
     */
    public static Optional<String> recoveryRecipient(Path keys) {
        try {
            var file = keys.resolve(RECIPIENT);
            return Files.exists(file)
                    ? Optional.of(Files.readString(file, US_ASCII).strip())
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives the recovery folder an age identity, unless it has one, and the key folder its recipient. */
    public static String recoverable(Path keys, Path recovery) {
        var file = recovery.resolve("age-identity");
        if (!Files.exists(file)) {
            KeyStores.writeSecret(file, (HybridIdentity.generate().secretText() + "\n").getBytes(US_ASCII));
        }
        var recipient = ageRecipient(recovery);
        KeyStores.writeSecret(keys.resolve(RECIPIENT), (recipient + "\n").getBytes(US_ASCII));
        return recipient;
    }

    private static void mayBegin(Plan plan) {
        if (Files.exists(plan.keys().resolve("password"))) {
            throw new AlreadyMade(plan.participant());
        }
    }

    private static char[] begin(Plan plan) {
        mayBegin(plan);
        var password = KeyStores.newPassword();
        KeyStores.newFolder(plan.keys());
        KeyStores.writeSecret(plan.keys().resolve("password"), new String(password).getBytes(US_ASCII));
        var identity = HybridIdentity.generate().secretText() + "\n";
        KeyStores.writeSecret(plan.keys().resolve("age-identity"), identity.getBytes(US_ASCII));
        LogKeyFile.in(plan.keys());
        return password;
    }

    private void keepRecovery(Plan plan, @Nullable PracticeAuthority authority) {
        var password = KeyStores.newPassword();
        KeyStores.newFolder(plan.recovery());
        KeyStores.writeSecret(plan.recovery().resolve("password"), new String(password).getBytes(US_ASCII));
        var certificate = keep(plan, plan.recovery(), KeyPurpose.RECOVERY, authority, password);
        KeyStores.writeSecret(plan.keys().resolve("recovery.pem"), pem(certificate));
        recoverable(plan.keys(), plan.recovery());
    }

    private X509Certificate keep(
            Plan plan, Path folder, KeyPurpose purpose, @Nullable PracticeAuthority authority, char[] password) {
        var pair = Certificates.p256();
        var subject = new CertificateSubject(
                plan.participant(),
                purpose,
                Stream.concat(Stream.of("localhost", "127.0.0.1"), plan.hosts().stream())
                        .toList());
        var chain = authority == null ? selfSigned(subject, pair) : authority.certify(subject, pair, clock.instant());
        KeyStores.writeKey(
                folder.resolve(purpose.alias() + ".p12"), purpose.alias(), pair.getPrivate(), chain, password);
        if (authority == null) {
            var request = Pem.of("CERTIFICATE REQUEST", Certificates.request(subject, pair));
            KeyStores.writeSecret(folder.resolve(purpose.alias() + ".csr"), request);
        }
        return chain.getFirst();
    }

    private List<X509Certificate> selfSigned(CertificateSubject subject, KeyPair pair) {
        return List.of(Certificates.leaf(subject, pair.getPublic(), subject.name(), pair, clock.instant()));
    }

    static char[] password(Path folder) {
        try {
            return Files.readString(folder.resolve("password"), US_ASCII)
                    .strip()
                    .toCharArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] pem(X509Certificate certificate) {
        try {
            return Pem.of("CERTIFICATE", certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * @param participant e.g. {@code XA-1}; the first two letters are its State's
     * @param hosts names or addresses under which the node is reached, beside {@code localhost}
     * @param keys the node's key folder, to be made
     * @param recovery where the recovery key goes, to be taken offline at once
     */
    public record Plan(String participant, List<String> hosts, Path keys, Path recovery) {

        public Plan {
            hosts = List.copyOf(hosts);
            if (!participant.matches(ParticipantId.FORM)) {
                throw new UnreadableParticipant(participant);
            }
        }
    }

    static final class AlreadyMade extends RuleBroken {
        AlreadyMade(String participant) {
            super("ceremony.already-made", Map.of("participant", participant));
        }
    }

    static final class RecoveryInUse extends RuleBroken {
        RecoveryInUse() {
            super("ceremony.recovery-in-use", Map.of());
        }
    }

    static final class OtherKey extends RuleBroken {
        OtherKey(String alias) {
            super("ceremony.other-key", Map.of("alias", alias));
        }
    }

    static final class UnreadableParticipant extends RuleBroken {
        UnreadableParticipant(String participant) {
            super("ceremony.unreadable-participant", Map.of("participant", CutText.to(participant, 40)));
        }
    }
}
