package org.comity.bench.bare;

import com.helger.base.state.ETriState;
import com.helger.phase4.CAS4;
import com.helger.phase4.crypto.AS4SigningParams;
import com.helger.phase4.crypto.ECryptoAlgorithmCrypt;
import com.helger.phase4.crypto.ECryptoAlgorithmSign;
import com.helger.phase4.crypto.ECryptoAlgorithmSignDigest;
import com.helger.phase4.model.EMEP;
import com.helger.phase4.model.EMEPBinding;
import com.helger.phase4.model.pmode.IPModeIDProvider;
import com.helger.phase4.model.pmode.PMode;
import com.helger.phase4.model.pmode.PModeParty;
import com.helger.phase4.model.pmode.PModePayloadService;
import com.helger.phase4.model.pmode.PModeReceptionAwareness;
import com.helger.phase4.model.pmode.leg.EPModeSendReceiptReplyPattern;
import com.helger.phase4.model.pmode.leg.PModeLeg;
import com.helger.phase4.model.pmode.leg.PModeLegBusinessInformation;
import com.helger.phase4.model.pmode.leg.PModeLegErrorHandling;
import com.helger.phase4.model.pmode.leg.PModeLegProtocol;
import com.helger.phase4.model.pmode.leg.PModeLegReliability;
import com.helger.phase4.model.pmode.leg.PModeLegSecurity;
import com.helger.phase4.wss.EWSSVersion;

/** The node's profile written a second time, so that what the node does beside phase4 is not in the measure. */
final class BareProfile {

    /** As the node registers it; it is on the class path. */
    static final String ID = "comity-ec";

    static final String AGREEMENT = "urn:comity:agreement:1";
    static final String SERVICE = "urn:comity:exchange:1";
    static final String PARTY_TYPE = "urn:oasis:names:tc:ebcore:partyid-type:unregistered";
    static final ECryptoAlgorithmSign SIGN = ECryptoAlgorithmSign.ECDSA_SHA_256;
    static final ECryptoAlgorithmSignDigest DIGEST = ECryptoAlgorithmSignDigest.DIGEST_SHA_256;
    static final ECryptoAlgorithmCrypt CRYPT = ECryptoAlgorithmCrypt.AES_128_GCM;

    private BareProfile() {}

    static AS4SigningParams signing() {
        return new AS4SigningParams().setAlgorithmSign(SIGN).setAlgorithmSignDigest(DIGEST);
    }

    static PMode pmode(String from, String to) {
        var initiator = PModeParty.createSimple(from, CAS4.DEFAULT_INITIATOR_URL);
        var responder = PModeParty.createSimple(to, CAS4.DEFAULT_RESPONDER_URL);
        var leg = new PModeLeg(
                PModeLegProtocol.createForDefaultSoapVersion(null),
                PModeLegBusinessInformation.create(null, CAS4.DEFAULT_ACTION_URL, null, CAS4.DEFAULT_MPC_ID),
                new PModeLegErrorHandling(null, null, ETriState.TRUE, ETriState.TRUE, ETriState.TRUE, ETriState.TRUE),
                (PModeLegReliability) null,
                security());
        return new PMode(
                IPModeIDProvider.DEFAULT_DYNAMIC.getPModeID(initiator, responder),
                initiator,
                responder,
                AGREEMENT,
                EMEP.ONE_WAY,
                EMEPBinding.PUSH,
                leg,
                (PModeLeg) null,
                (PModePayloadService) null,
                new PModeReceptionAwareness(ETriState.TRUE, ETriState.FALSE, 0, 0, ETriState.FALSE));
    }

    private static PModeLegSecurity security() {
        var security = new PModeLegSecurity();
        security.setWSSVersion(EWSSVersion.WSS_111);
        security.setX509SignatureAlgorithm(SIGN);
        security.setX509SignatureHashFunction(DIGEST);
        security.setX509EncryptionAlgorithm(CRYPT);
        security.setX509EncryptionMinimumStrength(128);
        security.setPModeAuthorize(false);
        security.setSendReceipt(true);
        security.setSendReceiptNonRepudiation(true);
        security.setSendReceiptReplyPattern(EPModeSendReceiptReplyPattern.RESPONSE);
        return security;
    }
}
