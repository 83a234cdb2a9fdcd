package org.comity.directory;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.form.StrictReading;
import org.comity.sealing.PracticeKeys;
import org.comity.vocabulary.ParticipantKind;
import org.jspecify.annotations.Nullable;

/** Made-up entries that read aloud: {@code anEntry().of("XB-1").version(2).after(first).phone("+999 7")}. */
public final class AnEntry {

    public static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    public static final KeyPair OPERATOR = newKey();
    public static final Network NETWORK =
            Network.of("Test network", OPERATOR.getPublic(), true, Instant.parse("2026-11-01T00:00:00Z"));

    private String network = NETWORK.id();
    private String id = "XB-1";
    private long version = 1;
    private String previous = DirectoryList.NOTHING_BEFORE;
    private String phone = "+999 7 555 0142";
    private String hours = "24/7";
    private String certificates = "XB-1";
    private Instant signedAt = NOON;
    private String as4 = "https://localhost:9442/as4";
    private @Nullable ParticipantKind kind;
    private KeyPair entryKey = newKey();
    private KeyPair recoveryKey = newKey();

    public static AnEntry anEntry() {
        return new AnEntry();
    }

    public AnEntry of(String id) {
        this.id = id;
        return this;
    }

    public AnEntry inNetwork(String network) {
        this.network = network;
        return this;
    }

    public AnEntry keys(KeyPair entry, KeyPair recovery) {
        entryKey = entry;
        recoveryKey = recovery;
        return this;
    }

    public AnEntry phone(String phone) {
        this.phone = phone;
        return this;
    }

    public AnEntry kind(ParticipantKind kind) {
        this.kind = kind;
        return this;
    }

    public AnEntry hours(String hours) {
        this.hours = hours;
        return this;
    }

    /** With the node certificates of another practice participant. */
    public AnEntry certificatesOf(String participant) {
        certificates = participant;
        return this;
    }

    public AnEntry signedAt(Instant instant) {
        signedAt = instant;
        return this;
    }

    public AnEntry as4(String as4) {
        this.as4 = as4;
        return this;
    }

    /** The version after that one, with the same participant and network. */
    public AnEntry after(SignedParticipantEntry before) {
        id = before.entry().id();
        network = before.entry().network();
        version = before.entry().version() + 1;
        previous = before.entry().hash();
        return this;
    }

    public AnEntry version(long version) {
        this.version = version;
        return this;
    }

    public ParticipantEntry unsigned() {
        return new ParticipantEntry(
                network,
                id,
                version,
                previous,
                signedAt,
                Map.of("en", "Belmora", "ar", "بلمورا"),
                Map.of("en", "Ostera", "ar", "أوستيرا"),
                ZoneId.of("+07:00"),
                node(as4, certificates),
                new ParticipantEntry.SigningKeys(
                        DirectorySignatures.text(entryKey.getPublic()),
                        DirectorySignatures.text(recoveryKey.getPublic())),
                List.of("en", "ar"),
                phone,
                "desk@xb.example",
                hours,
                Map.of("contact-point", "Night Desk of the Cyber Police"),
                profile(),
                kind);
    }

    /** With these certificates in the place of a practice participant's. */
    public SignedParticipantEntry signedWith(X509Certificate seal, X509Certificate register) {
        var json = new TreeMap<>(CanonicalJson.read(unsigned().json()));
        var node = new TreeMap<>(StrictReading.object("node", json.get("node")));
        node.put("seal", base64(seal));
        node.put("register", base64(register));
        json.put("node", node);
        return SignedParticipantEntry.sign(ParticipantEntry.read(CanonicalJson.write(json)), entryKey.getPrivate());
    }

    private static String base64(X509Certificate certificate) {
        try {
            return Base64.getEncoder().encodeToString(certificate.getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public SignedParticipantEntry signed() {
        return SignedParticipantEntry.sign(unsigned(), entryKey.getPrivate());
    }

    public static StateProfile profile() {
        return new StateProfile(
                true,
                false,
                true,
                false,
                Map.of(
                        "subscriber",
                        new StateProfile.Need(
                                "a letter", "a request", "prosecutor", "12 months", "the account [identifier]")),
                Map.of("7", "Cybercrime Act s. 9"),
                List.of("uncc"),
                "restricted",
                List.of(),
                LocalDate.parse("2026-09-02"));
    }

    public static KeyPair newKey() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Participant.NodeAddress node(String as4, String of) {
        return new Participant.NodeAddress(
                URI.create(as4),
                certificate(of, "seal"),
                certificate(of, "as4"),
                certificate(of, "tls"),
                certificate(of, "register"),
                "age1pq1" + "q".repeat(100),
                List.of("preservation/1"));
    }

    private static X509Certificate certificate(String of, String alias) {
        Path folder = PracticeKeys.folder(of);
        try (var in = Files.newInputStream(folder.resolve(alias + ".p12"))) {
            var store = KeyStore.getInstance("PKCS12");
            store.load(in, Files.readString(folder.resolve("password")).strip().toCharArray());
            return (X509Certificate) store.getCertificate(alias);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
