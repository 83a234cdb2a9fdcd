package org.comity.directory;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A key folder as the key ceremony left it, read for onboarding; a running node has its own reading. */
public record CeremonyKeys(Path folder) {

    Participant.NodeAddress address(URI as4, @Nullable URI evidence, String ageRecipient, List<String> procedures) {
        return new Participant.NodeAddress(
                as4,
                certificate("seal"),
                certificate("as4"),
                certificate("tls"),
                certificate("register"),
                ageRecipient,
                procedures,
                evidence);
    }

    ParticipantEntry.SigningKeys signingKeys() {
        return new ParticipantEntry.SigningKeys(
                DirectorySignatures.text(certificate("entry").getPublicKey()),
                DirectorySignatures.text(recovery().getPublicKey()));
    }

    public PrivateKey key(String alias) {
        try {
            var password = password();
            if (store(alias, password).getKey(alias, password) instanceof PrivateKey key) {
                return key;
            }
            throw new IllegalStateException("no key [%s] in [%s]".formatted(alias, folder));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("key [%s]".formatted(alias), e);
        }
    }

    public X509Certificate certificate(String alias) {
        try {
            return (X509Certificate) store(alias, password()).getCertificate(alias);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("certificate [%s]".formatted(alias), e);
        }
    }

    private X509Certificate recovery() {
        try (InputStream in = Files.newInputStream(folder.resolve("recovery.pem"))) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("recovery certificate in [%s]".formatted(folder), e);
        }
    }

    private KeyStore store(String alias, char[] password) throws GeneralSecurityException {
        try (InputStream in = Files.newInputStream(folder.resolve(alias + ".p12"))) {
            var store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            return store;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private char[] password() {
        try {
            return Files.readString(folder.resolve("password")).strip().toCharArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
