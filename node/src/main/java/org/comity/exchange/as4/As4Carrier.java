package org.comity.exchange.as4;

import com.helger.mime.CMimeType;
import com.helger.phase4.CAS4;
import com.helger.phase4.attachment.AS4OutgoingAttachment;
import com.helger.phase4.model.MessageProperty;
import com.helger.phase4.sender.AS4Sender;
import com.helger.phase4.util.Phase4Exception;
import com.helger.web.scope.mgr.WebScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Objects;
import org.comity.directory.Participant;
import org.comity.exchange.Carrier;
import org.comity.exchange.Parcel;

/** Sends one age file by AS4 and comes back only with a receipt: by the pinned key, over exactly what was sent. */
final class As4Carrier implements Carrier {

    private final WireKeys keys;
    private final PeerConnectionPools lines;
    private final Clock clock;

    As4Carrier(WireKeys keys, PeerConnectionPools lines, Clock clock) {
        this.keys = keys;
        this.lines = lines;
        this.clock = clock;
    }

    @Override
    public void carry(Parcel parcel, Participant to) throws NotCarried {
        var node = to.node();
        if (node == null) {
            throw new NotCarried("no-node", false, to.id());
        }
        var answer = new As4Answer(node.as4Certificate());
        Phase4Exception[] failure = new Phase4Exception[1];
        try (var scope = new WebScoped()) {
            message(parcel, node, answer).sendMessageAndCheckForReceipt(e -> failure[0] = e);
        }
        answer.demand(failure[0]);
    }

    private AS4Sender.BuilderUserMessage message(Parcel parcel, Participant.NodeAddress node, As4Answer answer) {
        var message = AS4Sender.builderUserMessage()
                .as4ProfileID(PartnerProfile.ID)
                .pmode(PartnerProfile.pmode(parcel.from(), parcel.to()))
                .cryptoFactory(keys.crypto())
                .decryptRequestDataModifier(new AnyCertificate())
                .receiverCertificate(node.as4Certificate())
                .customHttpPoster(lines.to(parcel.to(), node))
                .agreementRef(PartnerProfile.AGREEMENT)
                .service(PartnerProfile.SERVICE)
                .action(parcel.action().word())
                .conversationID(parcel.thread())
                .sendingDateTime(clock.instant().atOffset(ZoneOffset.UTC))
                .fromPartyIDType(PartnerProfile.PARTY_TYPE)
                .fromPartyID(parcel.from())
                .fromRole(CAS4.DEFAULT_INITIATOR_URL)
                .toPartyIDType(PartnerProfile.PARTY_TYPE)
                .toPartyID(parcel.to())
                .toRole(CAS4.DEFAULT_RESPONDER_URL)
                .endpointURL(node.as4().toString())
                .rawResponseConsumer(answer::raw)
                .signalMsgValidationResultHdl(answer)
                .signalMsgConsumer((signal, metadata, state) -> answer.signal(signal, state));
        parcel.ageFiles()
                .forEach(it -> message.addAttachment(
                        AS4OutgoingAttachment.builder().data(it).mimeType(CMimeType.APPLICATION_OCTET_STREAM)));
        var position = parcel.directory();
        if (position != null) {
            message.addMessageProperty(property(IncomingMessages.SEQUENCE, Long.toString(position.sequence())));
            message.addMessageProperty(property(IncomingMessages.HASH, position.hash()));
        }
        message.signingParams().setAlgorithmSign(PartnerProfile.SIGN).setAlgorithmSignDigest(PartnerProfile.DIGEST);
        message.cryptParams().setAlgorithmCrypt(PartnerProfile.CRYPT);
        message.cryptParams().setEDelivery2KeyAgreementECDHES();
        return message;
    }

    private static MessageProperty property(String name, String value) {
        return MessageProperty.builder()
                .name(name)
                .value(Objects.requireNonNull(value))
                .build();
    }
}
