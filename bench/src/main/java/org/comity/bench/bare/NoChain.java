package org.comity.bench.bare;

import com.helger.phase4.crypto.IAS4DecryptParameterModifier;
import org.apache.wss4j.dom.WSConstants;
import org.apache.wss4j.dom.engine.WSSConfig;
import org.apache.wss4j.dom.handler.RequestData;
import org.apache.wss4j.dom.validate.Credential;
import org.apache.wss4j.dom.validate.Validator;

/** Leaves out the check of the chain, as the node does, which pins: the measure must not be the slower for it. */
final class NoChain implements IAS4DecryptParameterModifier, Validator {

    @Override
    public void modifyWSSConfig(WSSConfig config) {
        config.setValidator(WSConstants.SIGNATURE, this);
    }

    @Override
    public Credential validate(Credential credential, RequestData data) {
        return credential;
    }
}
