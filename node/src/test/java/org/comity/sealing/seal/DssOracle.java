package org.comity.sealing.seal;

import eu.europa.esig.dss.enumerations.Level;
import eu.europa.esig.dss.enumerations.MimeTypeEnum;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.policy.ValidationPolicy;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.policy.EtsiValidationPolicy;
import eu.europa.esig.dss.policy.ValidationPolicyFacade;
import eu.europa.esig.dss.policy.jaxb.BasicSignatureConstraints;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.spi.client.http.IgnoreDataLoader;
import eu.europa.esig.dss.spi.policy.SignaturePolicyProvider;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import java.security.cert.X509Certificate;

/** What EU DSS says about a container, offline; revocation is the directory's business and left out. */
final class DssOracle {

    private static final ValidationPolicy POLICY = policy();

    private DssOracle() {}

    static SimpleReport validate(byte[] container, X509Certificate anchor) {
        var trusted = new CommonTrustedCertificateSource();
        trusted.addCertificate(new CertificateToken(anchor));
        var verifier = new CommonCertificateVerifier();
        verifier.setTrustedCertSources(trusted);
        verifier.setAIASource(null);
        verifier.setOcspSource(null);
        verifier.setCrlSource(null);
        var validator =
                SignedDocumentValidator.fromDocument(new InMemoryDocument(container, "act.asice", MimeTypeEnum.ASICE));
        validator.setCertificateVerifier(verifier);
        var policies = new SignaturePolicyProvider();
        policies.setDataLoader(new IgnoreDataLoader());
        validator.setSignaturePolicyProvider(policies);
        return validator.validateDocument(POLICY).getSimpleReport();
    }

    private static ValidationPolicy policy() {
        try (var in = EtsiValidationPolicy.class.getResourceAsStream("/policy/constraint.xml")) {
            var rules = ValidationPolicyFacade.newFacade().unmarshall(in, true);
            withoutRevocation(rules.getSignatureConstraints().getBasicSignatureConstraints());
            withoutRevocation(rules.getTimestamp().getBasicSignatureConstraints());
            return new EtsiValidationPolicy(rules);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void withoutRevocation(BasicSignatureConstraints rules) {
        rules.getSigningCertificate().getRevocationDataAvailable().setLevel(Level.IGNORE);
        rules.getSigningCertificate().getAcceptableRevocationDataFound().setLevel(Level.IGNORE);
    }
}
