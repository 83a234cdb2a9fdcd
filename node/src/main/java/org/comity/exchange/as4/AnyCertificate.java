package org.comity.exchange.as4;

import com.helger.phase4.crypto.IAS4DecryptParameterModifier;
import org.apache.wss4j.common.ext.WSSecurityException;
import org.apache.wss4j.dom.WSConstants;
import org.apache.wss4j.dom.engine.WSSConfig;
import org.apache.wss4j.dom.handler.RequestData;
import org.apache.wss4j.dom.validate.Credential;
import org.apache.wss4j.dom.validate.Validator;

/** WSS4J checks the signature and asks for a certificate; whose it is, and whether it counts, is decided at the door. */
final class AnyCertificate implements IAS4DecryptParameterModifier, Validator {

    @Override
    public void modifyWSSConfig(WSSConfig config) {
        config.setValidator(WSConstants.SIGNATURE, this);
    }

    @Override
    public Credential validate(Credential credential, RequestData data) throws WSSecurityException {
        if (credential.getCertificates() == null || credential.getCertificates().length == 0) {
            throw new WSSecurityException(WSSecurityException.ErrorCode.FAILED_AUTHENTICATION);
        }
        return credential;
    }
}
