package org.comity.sealing.seal;

import eu.europa.esig.dss.asic.cades.ASiCWithCAdESSignatureParameters;
import eu.europa.esig.dss.asic.cades.signature.ASiCWithCAdESService;
import eu.europa.esig.dss.enumerations.ASiCContainerType;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.MimeType;
import eu.europa.esig.dss.enumerations.MimeTypeEnum;
import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.spi.validation.CertificateVerifier;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.comity.proof.form.Digests;
import org.comity.proof.form.P256Signature;
import org.comity.sealing.TimeStamps;

/** Makes one ASiC-E container (EN 319 162-1) with CAdES (EN 319 122-1), by EU DSS; DSS never sees the key. */
class SealingContainer {

    private static final CertificateVerifier OFFLINE = offline();

    static {
        XmlOfTheJdk.use();
    }

    private final List<DSSDocument> documents;
    private final List<CertificateToken> chain;
    private final Date signedAt;

    SealingContainer(Map<String, byte[]> files, List<CertificateToken> chain, Instant signedAt) {
        this.documents = files.entrySet().stream()
                .map(file -> (DSSDocument) new InMemoryDocument(file.getValue(), file.getKey(), type(file.getKey())))
                .toList();
        this.chain = chain;
        this.signedAt = Date.from(signedAt);
    }

    /** Of what every act has, without the search through all jars by which DSS finds a type. */
    private static MimeType type(String name) {
        return switch (name) {
            case "act.json", "approvals.json", "seat.json" -> MimeTypeEnum.JSON;
            case "act.pdf" -> MimeTypeEnum.PDF;
            default -> MimeType.fromFileName(name);
        };
    }

    /** To be kept between seals: DSS remembers in a token who signed it, and need not find out again. */
    static List<CertificateToken> tokens(List<X509Certificate> chain) {
        return chain.stream().map(CertificateToken::new).toList();
    }

    byte[] seal(PrivateKey key, TimeStamps stamps) {
        var plain = parameters();
        var service = new ASiCWithCAdESService(OFFLINE);
        var value = new SignatureValue(
                SignatureAlgorithm.ECDSA_SHA256,
                P256Signature.sign(key, service.getDataToSign(documents, plain).getBytes()));
        var stamped = new StampedSignature(OFFLINE, stamps.over(Digests.begin().digest(value.getValue())));
        return bytes(stamped.signDocument(documents, plain, value));
    }

    private ASiCWithCAdESSignatureParameters parameters() {
        var parameters = new ASiCWithCAdESSignatureParameters();
        parameters.aSiC().setContainerType(ASiCContainerType.ASiC_E);
        parameters.setSignatureLevel(SignatureLevel.CAdES_BASELINE_B);
        parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
        parameters.setSigningCertificate(chain.getFirst());
        parameters.setCertificateChain(chain);
        parameters.bLevel().setSigningDate(signedAt);
        return parameters;
    }

    private static CertificateVerifier offline() {
        var verifier = new CommonCertificateVerifier();
        verifier.setAIASource(null);
        verifier.setOcspSource(null);
        verifier.setCrlSource(null);
        return verifier;
    }

    private static byte[] bytes(DSSDocument document) {
        var out = new ByteArrayOutputStream();
        try {
            document.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
