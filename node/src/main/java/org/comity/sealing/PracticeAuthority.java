package org.comity.sealing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.comity.sealing.ceremony.CertificateSubject;
import org.comity.sealing.ceremony.Certificates;
import org.comity.sealing.ceremony.KeyPurpose;
import org.comity.sealing.ceremony.KeyStores;
import org.comity.sealing.ceremony.Pem;

/** Certification and time-stamping authority of a practice network. Its certificates mean nothing outside it. */
public final class PracticeAuthority {

    private static final X500Name NAME = new X500Name("CN=Practice authority,O=Comity practice network");
    private static final CertificateSubject TSA = new CertificateSubject("XX-0", KeyPurpose.TSA, List.of());

    private final KeyPair pair;
    private final X509Certificate root;
    private final PrivateKey tsaKey;
    private final X509Certificate tsa;

    private PracticeAuthority(KeyPair pair, X509Certificate root, PrivateKey tsaKey, X509Certificate tsa) {
        this.pair = pair;
        this.root = root;
        this.tsaKey = tsaKey;
        this.tsa = tsa;
    }

    static PracticeAuthority in(Path folder, Instant now) {
        if (!Files.exists(folder.resolve("ca.pem"))) {
            make(folder, now);
        }
        var password = KeyCeremony.password(folder);
        var ca = KeyStores.read(folder.resolve("ca.p12"), password);
        var tsa = KeyStores.read(folder.resolve("tsa.p12"), password);
        try {
            return new PracticeAuthority(
                    KeyStores.pair(ca, "ca", password),
                    (X509Certificate) ca.getCertificate("ca"),
                    KeyStores.pair(tsa, "tsa", password).getPrivate(),
                    (X509Certificate) tsa.getCertificate("tsa"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Practice authority [%s]".formatted(folder), e);
        }
    }

    /** What a practice network trusts. */
    public X509Certificate root() {
        return root;
    }

    List<X509Certificate> certify(CertificateSubject subject, KeyPair key, Instant now) {
        return List.of(Certificates.leaf(subject, key.getPublic(), NAME, pair, now), root);
    }

    PrivateKey tsaKey() {
        return tsaKey;
    }

    List<X509Certificate> tsaChain() {
        return List.of(tsa, root);
    }

    private static void make(Path folder, Instant now) {
        KeyStores.newFolder(folder);
        var password = KeyStores.newPassword();
        var ca = Certificates.p256();
        var root = Certificates.root(NAME, ca, now);
        var tsa = Certificates.p256();
        var stamping = Certificates.leaf(TSA, tsa.getPublic(), NAME, ca, now);
        KeyStores.writeSecret(folder.resolve("password"), new String(password).getBytes(US_ASCII));
        KeyStores.writeKey(folder.resolve("ca.p12"), "ca", ca.getPrivate(), List.of(root), password);
        KeyStores.writeKey(folder.resolve("tsa.p12"), "tsa", tsa.getPrivate(), List.of(stamping, root), password);
        try {
            KeyStores.writeSecret(folder.resolve("ca.pem"), Pem.of("CERTIFICATE", root.getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
