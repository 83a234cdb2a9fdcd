package org.comity.proof.seal;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerId;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.comity.proof.Malformed;
import org.comity.proof.form.DerBounds;
import org.comity.proof.form.P256;
import org.comity.proof.form.StrictBase64;
import org.jspecify.annotations.Nullable;

/** Verifies a detached CAdES baseline signature (EN 319 122-1): one signer, ECDSA P-256 with SHA-256. */
final class Cades {

    private static final int LARGEST = 64 * 1024;

    private final SignerInformation signer;
    private final List<X509Certificate> certificates;
    private final X509Certificate certificate;

    private Cades(SignerInformation signer, List<X509Certificate> certificates) {
        this.signer = signer;
        this.certificates = certificates;
        this.certificate = certificates.stream()
                .filter(it -> names(signer.getSID(), it))
                .findFirst()
                .orElseThrow(() -> new Malformed("container-signature", "the signer's certificate is missing"));
    }

    /** Reads the signature over {@code content}; nothing is verified yet. */
    static Cades read(byte[] p7s, byte[] content) {
        if (p7s.length > LARGEST || !DerBounds.bounded(p7s)) {
            throw new Malformed("container-signature", "not DER, or more than %d bytes".formatted(LARGEST));
        }
        try {
            if (!plain(new CMSSignedData(p7s).toASN1Structure(), p7s)) {
                throw new Malformed("container-signature", "not a detached signature in its plain form");
            }
            var signed = new CMSSignedData(new CMSProcessableByteArray(content), p7s);
            var signers = signed.getSignerInfos().getSigners();
            if (signers.size() != 1) {
                throw new Malformed("container-signature", "%d signers".formatted(signers.size()));
            }
            return new Cades(
                            signers.iterator().next(),
                            certificates(signed.getCertificates().getMatches(null)))
                    .bounded();
        } catch (CMSException | GeneralSecurityException | IOException | RuntimeException e) {
            throw e instanceof Malformed malformed ? malformed : new Malformed("container-signature", "not a CMS");
        }
    }

    /** Version 1, content of type data and not included, one digest, no revocation lists, DER: one way to write it. */
    private static boolean plain(ContentInfo info, byte[] p7s) throws IOException {
        var signed = SignedData.getInstance(info.getContent());
        return info.getContentType().equals(CMSObjectIdentifiers.signedData)
                && signed.getVersion().hasValue(1)
                && signed.getDigestAlgorithms().size() == 1
                && sha256(AlgorithmIdentifier.getInstance(
                        signed.getDigestAlgorithms().getObjectAt(0)))
                && signed.getEncapContentInfo().getContentType().equals(CMSObjectIdentifiers.data)
                && signed.getEncapContentInfo().getContent() == null
                && signed.getCRLs() == null
                && Arrays.equals(info.getEncoded(ASN1Encoding.DER), p7s);
    }

    /** RFC 5754: parameters are absent, or NULL. */
    private static boolean sha256(AlgorithmIdentifier algorithm) {
        return algorithm.getAlgorithm().equals(NISTObjectIdentifiers.id_sha256)
                && (algorithm.getParameters() == null || DERNull.INSTANCE.equals(algorithm.getParameters()));
    }

    static List<X509Certificate> certificates(Iterable<X509CertificateHolder> holders)
            throws GeneralSecurityException, IOException {
        var certificates = new ArrayList<X509Certificate>();
        for (var holder : holders) certificates.add(StrictBase64.certificate(holder.getEncoded()));
        return List.copyOf(certificates);
    }

    private Cades bounded() {
        var unsigned = signer.getUnsignedAttributes();
        if (unsigned != null) {
            for (Attribute each : unsigned.toASN1Structure().getAttributes()) {
                if (!each.getAttrType().equals(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken)
                        || each.getAttrValues().size() != 1
                        || unsigned.size() != 1) {
                    throw new Malformed("container-signature", "unsigned attribute %s".formatted(each.getAttrType()));
                }
            }
        }
        return this;
    }

    X509Certificate certificate() {
        return certificate;
    }

    List<X509Certificate> certificates() {
        return certificates;
    }

    byte[] value() {
        return signer.getSignature();
    }

    /** Signature and message digest are right, by the algorithms of the protocol. */
    boolean verifies() {
        try {
            return signer.getSignedAttributes() != null
                    && signer.getVersion() == 1
                    && sha256(signer.getDigestAlgorithmID())
                    && signer.getEncryptionAlgOID().equals(X9ObjectIdentifiers.ecdsa_with_SHA256.getId())
                    && signer.getEncryptionAlgParams() == null
                    && P256.has(certificate.getPublicKey())
                    && signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(certificate.getPublicKey()));
        } catch (CMSException | OperatorCreationException | RuntimeException e) {
            return false;
        }
    }

    /** The signed attribute signing-certificate-v2 names the signing certificate, and comes once. */
    boolean namesItsCertificate() {
        try {
            var named = signed(PKCSObjectIdentifiers.id_aa_signingCertificateV2)
                    .map(SigningCertificateV2::getInstance)
                    .orElseThrow()
                    .getCerts()[0];
            var issuer = named.getIssuerSerial();
            return named.getHashAlgorithm().getAlgorithm().equals(NISTObjectIdentifiers.id_sha256)
                    && Arrays.equals(named.getCertHash(), HexFormat.of().parseHex(Anchor.fingerprint(certificate)))
                    && (issuer == null
                            || issuer.getSerial().getValue().equals(certificate.getSerialNumber())
                                    && issuedBy(issuer.getIssuer().getNames()));
        } catch (RuntimeException e) {
            return false;
        }
    }

    private boolean issuedBy(GeneralName[] names) {
        return names.length == 1
                && org.bouncycastle.asn1.x500.X500Name.getInstance(names[0].getName())
                        .equals(signer.getSID().getIssuer());
    }

    /** The key may sign: digitalSignature or contentCommitment, where the certificate limits its use. */
    boolean mayBeUsedToSign() {
        boolean[] usage = certificate.getKeyUsage();
        return usage == null || usage[0] || usage[1];
    }

    /** The author's own clock. */
    @Nullable
    Instant claimedTime() {
        try {
            return signed(CMSAttributes.signingTime)
                    .map(it -> Time.getInstance(it).getDate().toInstant())
                    .orElse(null);
        } catch (RuntimeException e) {
            return null;
        }
    }

    Optional<byte[]> stamp() {
        var unsigned = signer.getUnsignedAttributes();
        if (unsigned == null || unsigned.size() == 0) {
            return Optional.empty();
        }
        try {
            var token = unsigned.get(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken)
                    .getAttributeValues()[0];
            return Optional.of(token.toASN1Primitive().getEncoded());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The only value of a signed attribute that comes once. */
    private Optional<ASN1Encodable> signed(org.bouncycastle.asn1.ASN1ObjectIdentifier type) {
        var all = signer.getSignedAttributes() == null
                ? null
                : signer.getSignedAttributes().getAll(type);
        return all != null
                        && all.size() == 1
                        && ((Attribute) all.get(0)).getAttrValues().size() == 1
                ? Optional.of(((Attribute) all.get(0)).getAttrValues().getObjectAt(0))
                : Optional.empty();
    }

    /** The identifier means this certificate, spelt as the certificate spells it. */
    static boolean names(SignerId id, X509Certificate certificate) {
        try {
            return id.match(new X509CertificateHolder(certificate.getEncoded()))
                    && (id.getIssuer() == null
                            || Arrays.equals(
                                    id.getIssuer().getEncoded(),
                                    certificate.getIssuerX500Principal().getEncoded()));
        } catch (GeneralSecurityException | IOException e) {
            return false;
        }
    }
}
