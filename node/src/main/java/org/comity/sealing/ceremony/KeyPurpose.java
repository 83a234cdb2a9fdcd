package org.comity.sealing.ceremony;

import static org.bouncycastle.asn1.x509.KeyUsage.digitalSignature;
import static org.bouncycastle.asn1.x509.KeyUsage.keyAgreement;
import static org.bouncycastle.asn1.x509.KeyUsage.nonRepudiation;

import java.util.List;
import java.util.Locale;
import org.bouncycastle.asn1.x509.KeyPurposeId;

/** Names what a key is for. Each purpose has its own key, so that losing one does not lose the others. */
public enum KeyPurpose {
    /** Seals acts. */
    SEAL(digitalSignature | nonRepudiation),
    /** Signs AS4 messages and opens what is encrypted to it. */
    AS4(digitalSignature | keyAgreement),
    /** Meets other nodes, as server and as client. */
    TLS(digitalSignature, KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth),
    /** Signs the entries of registers. */
    REGISTER(digitalSignature | nonRepudiation),
    /** Signs this participant's directory entry. */
    ENTRY(digitalSignature | nonRepudiation),
    /** Signs a new key when the old one is lost, and a revocation; kept offline. */
    RECOVERY(digitalSignature | nonRepudiation),
    /** Stamps the time (RFC 3161); practice networks only. */
    TSA(digitalSignature, KeyPurposeId.id_kp_timeStamping);

    private final int usage;
    private final List<KeyPurposeId> extended;

    KeyPurpose(int usage, KeyPurposeId... extended) {
        this.usage = usage;
        this.extended = List.of(extended);
    }

    /** The alias in its key store, and the file's name without ending. */
    public String alias() {
        return name().toLowerCase(Locale.ROOT);
    }

    int usage() {
        return usage;
    }

    List<KeyPurposeId> extended() {
        return extended;
    }
}
