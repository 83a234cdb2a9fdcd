package org.comity.exchange.as4;

import com.helger.mime.CMimeType;
import com.helger.phase4.CAS4;
import com.helger.phase4.attachment.AS4OutgoingAttachment;
import com.helger.phase4.model.pmode.PMode;
import com.helger.phase4.model.pmode.leg.PModeLegSecurity;
import com.helger.phase4.sender.AS4Sender;
import com.helger.web.scope.mgr.WebScoped;
import java.time.Clock;
import java.util.function.Consumer;
import org.comity.exchange.PracticeNodeKeys;
import org.comity.exchange.PracticeWorld;
import org.jspecify.annotations.Nullable;

/** A message of XA-1 that leaves out its signature, its encryption, or both. */
final class Bare {

    private Bare() {}

    static @Nullable String message(Wire wire, boolean signed, boolean encrypted) {
        return message(wire, signed, encrypted, it -> {});
    }

    /** @return the refusal's code, and the field that it names */
    static @Nullable String message(
            Wire wire, boolean signed, boolean encrypted, Consumer<AS4Sender.BuilderUserMessage> otherwise) {
        var keys = new WireKeys(new PracticeNodeKeys("XA-1"));
        var node = wire.world.as("XA-1").get("XB-1").node();
        String[] refusal = new String[1];
        try (var lines = new PeerConnectionPools(Wire.SETTINGS, keys, Clock.systemUTC());
                var scope = new WebScoped()) {
            var message = AS4Sender.builderUserMessage()
                    .as4ProfileID(PartnerProfile.ID)
                    .pmode(without(signed, encrypted))
                    .cryptoFactory(keys.crypto())
                    .decryptRequestDataModifier(new AnyCertificate())
                    .customHttpPoster(lines.to("XB-1", node))
                    .agreementRef(PartnerProfile.AGREEMENT)
                    .service(PartnerProfile.SERVICE)
                    .action("act")
                    .fromPartyIDType(PartnerProfile.PARTY_TYPE)
                    .fromPartyID("XA-1")
                    .fromRole(CAS4.DEFAULT_INITIATOR_URL)
                    .toPartyIDType(PartnerProfile.PARTY_TYPE)
                    .toPartyID("XB-1")
                    .toRole(CAS4.DEFAULT_RESPONDER_URL)
                    .endpointURL(wire.port.address().toString())
                    .payload(AS4OutgoingAttachment.builder()
                            .data(new byte[100])
                            .mimeType(CMimeType.APPLICATION_OCTET_STREAM))
                    .signalMsgConsumer((signal, metadata, state) -> refusal[0] = signal.hasErrorEntries()
                            ? (AnswerCodes.of(signal.getError()) + " " + AnswerCodes.field(signal.getError())).strip()
                            : "accepted");
            if (signed) {
                message.signingParams().setAlgorithmSign(PartnerProfile.SIGN);
                message.signingParams().setAlgorithmSignDigest(PartnerProfile.DIGEST);
            }
            if (encrypted) {
                message.receiverCertificate(PracticeWorld.certificate("XB-1", "as4"));
                message.cryptParams().setAlgorithmCrypt(PartnerProfile.CRYPT);
                message.cryptParams().setEDelivery2KeyAgreementECDHES();
            }
            otherwise.accept(message);
            message.sendMessageAndCheckForReceipt(e -> refusal[0] = String.valueOf(e.getCause()));
        }
        return refusal[0];
    }

    private static PMode without(boolean signed, boolean encrypted) {
        var pmode = PartnerProfile.pmode("XA-1", "XB-1");
        var security = new PModeLegSecurity();
        if (signed) {
            security.setX509SignatureAlgorithm(PartnerProfile.SIGN);
            security.setX509SignatureHashFunction(PartnerProfile.DIGEST);
        }
        if (encrypted) {
            security.setX509EncryptionAlgorithm(PartnerProfile.CRYPT);
        }
        pmode.getLeg1().setSecurity(security);
        return pmode;
    }
}
