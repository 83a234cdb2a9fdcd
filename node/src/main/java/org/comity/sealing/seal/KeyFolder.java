package org.comity.sealing.seal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import eu.europa.esig.dss.model.x509.CertificateToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.comity.proof.age.HybridIdentity;
import org.comity.sealing.KeyCeremony;
import org.comity.sealing.NodeKeys;
import org.comity.sealing.ceremony.EarlierIdentities;
import org.comity.sealing.ceremony.KeyStores;
import org.comity.sealing.ceremony.LogKeyFile;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Reads each file of the key folder once: opening a PKCS#12 file takes longer than sealing an act. */
@Component
class KeyFolder implements NodeKeys {

    private final Path folder;
    private final Map<String, Object> held = new ConcurrentHashMap<>();

    KeyFolder(@Value("${node.keys}") Path folder) {
        this.folder = folder;
    }

    @Override
    public X509Certificate sealCertificate() {
        return sealChain().getFirst();
    }

    @Override
    public PrivateKey sealKey() {
        return key("seal");
    }

    @Override
    public List<X509Certificate> sealChain() {
        return chain("seal");
    }

    @Override
    public KeyStore as4() {
        return store("as4");
    }

    @Override
    public KeyStore tls() {
        return store("tls");
    }

    @Override
    public KeyStore trust() {
        return store("trust");
    }

    @Override
    public char[] password() {
        return once("password", this::readPassword).clone();
    }

    @Override
    public PrivateKey entryKey() {
        return key("entry");
    }

    @Override
    public X509Certificate registerCertificate() {
        return chain("register").getFirst();
    }

    @Override
    public String ageRecipient() {
        return once("age-recipient", () -> identity().recipient().toString());
    }

    @Override
    public Optional<String> recoveryRecipient() {
        return once("recovery-recipient", () -> KeyCeremony.recoveryRecipient(folder));
    }

    @Override
    public Optional<KeyStore> practiceStamps() {
        return Files.exists(folder.resolve("tsa.p12")) ? Optional.of(store("tsa")) : Optional.empty();
    }

    PrivateKey registerKey() {
        return key("register");
    }

    Ed25519PrivateKeyParameters logKey() {
        return once("log-key", () -> LogKeyFile.in(folder));
    }

    HybridIdentity identity() {
        return once("age-identity", () -> HybridIdentity.parse(text("age-identity")));
    }

    /** Those of keys that this node had before. */
    List<HybridIdentity> earlierIdentities() {
        return once("earlier", () -> EarlierIdentities.in(folder));
    }

    /** {@link #sealChain} as DSS reads it. */
    List<CertificateToken> sealTokens() {
        return once("seal tokens", () -> SealingContainer.tokens(sealChain()));
    }

    private PrivateKey key(String alias) {
        return once(
                alias + " key",
                () -> KeyStores.pair(store(alias), alias, password()).getPrivate());
    }

    private List<X509Certificate> chain(String alias) {
        return once(alias + " chain", () -> readChain(alias));
    }

    private KeyStore store(String alias) {
        return once(alias + ".p12", () -> KeyStores.read(folder.resolve(alias + ".p12"), password()));
    }

    private List<X509Certificate> readChain(String alias) {
        try {
            return Arrays.stream(store(alias).getCertificateChain(alias))
                    .map(X509Certificate.class::cast)
                    .toList();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Certificates [%s]".formatted(alias), e);
        }
    }

    private char[] readPassword() {
        return text("password").toCharArray();
    }

    private String text(String name) {
        try {
            return Files.readString(folder.resolve(name), US_ASCII).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Not computeIfAbsent: reading one thing may read another. Two readers at once read the same file twice. */
    @SuppressWarnings("unchecked")
    private <T> T once(String name, Supplier<T> read) {
        var found = held.get(name);
        if (found == null) {
            found = read.get();
            var earlier = held.putIfAbsent(name, found);
            found = earlier == null ? found : earlier;
        }
        return (T) found;
    }
}
