package org.comity.exchange;

import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.comity.sealing.NodeKeys;

/** Keys for tests without a Spring context; AS4 and TLS may be those of different participants. */
public record PracticeNodeKeys(String id, String as4Of, String tlsOf) implements NodeKeys {

    public PracticeNodeKeys(String id) {
        this(id, id, id);
    }

    private KeyStore rewritten(String of, String alias) {
        try {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(
                    alias,
                    PracticeWorld.key(of, alias),
                    password(),
                    PracticeWorld.store(of, alias).getCertificateChain(alias));
            return store;
        } catch (java.security.GeneralSecurityException | java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public KeyStore as4() {
        return rewritten(as4Of, "as4");
    }

    @Override
    public KeyStore tls() {
        return rewritten(tlsOf, "tls");
    }

    @Override
    public char[] password() {
        return PracticeWorld.password(id);
    }

    @Override
    public X509Certificate sealCertificate() {
        return PracticeWorld.certificate(id, "seal");
    }

    @Override
    public PrivateKey sealKey() {
        return PracticeWorld.key(id, "seal");
    }

    @Override
    public List<X509Certificate> sealChain() {
        return List.of(sealCertificate());
    }

    @Override
    public KeyStore trust() {
        return PracticeWorld.store(id, "trust");
    }

    @Override
    public PrivateKey entryKey() {
        return PracticeWorld.key(id, "entry");
    }

    @Override
    public X509Certificate registerCertificate() {
        return PracticeWorld.certificate(id, "register");
    }

    @Override
    public String ageRecipient() {
        return PracticeWorld.recipient(id);
    }

    @Override
    public Optional<String> recoveryRecipient() {
        return Optional.empty();
    }

    @Override
    public Optional<KeyStore> practiceStamps() {
        return Optional.empty();
    }
}
