package org.comity.sealing;

import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/** The keys of this node, read once from its key folder ({@code node.keys}); see docs/how-to on the key ceremony. */
public interface Keys {

    /** Certificate that seals acts. */
    X509Certificate sealCertificate();

    PrivateKey sealKey();

    /** Key store holding the AS4 key under alias {@code as4}, TLS under {@code tls}; password below. */
    KeyStore as4();

    KeyStore tls();

    char[] password();

    /** Signs our directory entry. */
    PrivateKey entryKey();

    X509Certificate registerCertificate();

    /** {@code age1pq1…}: who seals something for this node seals it for this recipient. */
    String ageRecipient();
}
