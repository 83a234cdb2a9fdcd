package org.comity.sealing;

import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * Gives the keys of this node, each read from its key folder ({@code node.keys}) when first used and then kept; see docs/how-to on the key ceremony.
 */
public interface NodeKeys {

    /** Certificate that seals acts. */
    X509Certificate sealCertificate();

    PrivateKey sealKey();

    /** Certificate that seals acts, then those above it. */
    List<X509Certificate> sealChain();

    /** Key store holding the AS4 key under alias {@code as4}, TLS under {@code tls}; password below. */
    KeyStore as4();

    KeyStore tls();

    /** The authorities whose certificates and time stamps this node trusts. */
    KeyStore trust();

    char[] password();

    /** Signs our directory entry. */
    PrivateKey entryKey();

    X509Certificate registerCertificate();

    /** {@code age1pq1…}: who seals something for this node seals it for this recipient. */
    String ageRecipient();

    /** {@code age1pq1…} of the offline recovery key for evidence; none on a node whose keys were made before there was one. */
    Optional<String> recoveryRecipient();

    /** The practice time-stamping authority, if this node has one: its key under alias {@code tsa}. */
    Optional<KeyStore> practiceStamps();
}
