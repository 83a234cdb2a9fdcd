package org.comity.sealing.seal;

import eu.europa.esig.dss.asic.cades.signature.ASiCWithCAdESService;
import eu.europa.esig.dss.cades.CAdESSignatureParameters;
import eu.europa.esig.dss.cades.signature.CAdESService;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.validation.CertificateVerifier;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.SignerInformationStore;

/**
 * Puts a time stamp beside a signature: what makes baseline T of baseline B (EN 319 122-1, 5.3). DSS's own extension validates signature and stamp anew; the signature was made a moment ago, and a stamp is checked where it comes in.
 */
final class StampedSignature extends ASiCWithCAdESService {

    private final transient CertificateVerifier verifier;
    private final transient Optional<byte[]> stamp;

    StampedSignature(CertificateVerifier verifier, Optional<byte[]> stamp) {
        super(verifier);
        this.verifier = verifier;
        this.stamp = stamp;
    }

    @Override
    protected CAdESService getCAdESService() {
        return new CAdESService(verifier) {
            @Override
            public DSSDocument signDocument(
                    DSSDocument manifest, CAdESSignatureParameters parameters, SignatureValue value) {
                var signed = super.signDocument(manifest, parameters, value);
                return stamp.map(it -> beside(signed, it)).orElse(signed);
            }
        };
    }

    private static DSSDocument beside(DSSDocument signed, byte[] stamp) {
        try {
            var cms = new CMSSignedData(DSSUtils.toByteArray(signed));
            var signer = cms.getSignerInfos().getSigners().iterator().next();
            var attribute = new Attribute(
                    PKCSObjectIdentifiers.id_aa_signatureTimeStampToken,
                    new DERSet(ASN1Primitive.fromByteArray(stamp)));
            var with = SignerInformation.replaceUnsignedAttributes(signer, new AttributeTable(attribute));
            var stamped = CMSSignedData.replaceSigners(cms, new SignerInformationStore(List.of(with)));
            return new InMemoryDocument(stamped.getEncoded(), signed.getName(), signed.getMimeType());
        } catch (CMSException | IOException e) {
            throw new IllegalStateException("Stamp", e);
        }
    }
}
