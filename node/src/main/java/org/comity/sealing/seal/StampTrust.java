package org.comity.sealing.seal;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.function.Supplier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;

/** A stamp counts only if its signature is right and its certificate leads to an authority that we trust. */
class StampTrust {

    private final Supplier<KeyStore> anchors;

    StampTrust(Supplier<KeyStore> anchors) {
        this.anchors = anchors;
    }

    void check(TimeStampToken token) throws GeneralSecurityException {
        var all = new ArrayList<X509Certificate>();
        X509Certificate signer = null;
        for (X509CertificateHolder holder : token.getCertificates().getMatches(null)) {
            var certificate = new JcaX509CertificateConverter().getCertificate(holder);
            all.add(certificate);
            if (token.getSID().match(holder)) {
                signer = certificate;
            }
        }
        if (signer == null) {
            throw new GeneralSecurityException("The stamp does not bring its certificate");
        }
        try {
            token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(signer));
        } catch (TSPException | OperatorCreationException e) {
            throw new GeneralSecurityException("The stamp's signature is not right", e);
        }
        var target = new X509CertSelector();
        target.setCertificate(signer);
        var path = new PKIXBuilderParameters(anchors.get(), target);
        path.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(all)));
        path.setRevocationEnabled(false);
        path.setDate(token.getTimeStampInfo().getGenTime());
        CertPathBuilder.getInstance("PKIX").build(path);
    }
}
