package org.comity.exchange.as4;

import com.helger.collection.commons.ICommonsList;
import com.helger.http.header.HttpHeaderMap;
import com.helger.phase4.attachment.WSS4JAttachment;
import com.helger.phase4.ebms3header.Ebms3SignalMessage;
import com.helger.phase4.ebms3header.Ebms3UserMessage;
import com.helger.phase4.error.AS4ErrorList;
import com.helger.phase4.incoming.IAS4IncomingMessageMetadata;
import com.helger.phase4.incoming.IAS4IncomingMessageState;
import com.helger.phase4.incoming.spi.AS4MessageProcessorResult;
import com.helger.phase4.incoming.spi.AS4SignalMessageProcessorResult;
import com.helger.phase4.incoming.spi.IAS4IncomingMessageProcessorSPI;
import com.helger.phase4.model.error.EEbmsError;
import com.helger.phase4.model.pmode.IPMode;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.comity.directory.Directory;
import org.comity.exchange.Door;
import org.comity.exchange.Parcel;
import org.comity.exchange.PeerClocks;
import org.comity.exchange.Refusal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3c.dom.Node;

/** Handles a message before its receipt leaves: who sent it, then the door. The receipt follows the commit. */
final class IncomingMessages implements IAS4IncomingMessageProcessorSPI {

    static final String SEQUENCE = "directorySequence";
    static final String HASH = "directoryHash";
    static final String UNREADABLE = "not-as4";
    private static final Logger log = LoggerFactory.getLogger(IncomingMessages.class);

    private final Door door;
    private final PeerClocks clocks;
    private final long largestParcel;
    private final String broken;

    IncomingMessages(Door door, PeerClocks clocks, long largestParcel) {
        // Whatever did not pass the intake.
        this(door, clocks, largestParcel, ProfileRules.names().getFirst());
    }

    private IncomingMessages(Door door, PeerClocks clocks, long largestParcel, String broken) {
        this.door = door;
        this.clocks = clocks;
        this.largestParcel = largestParcel;
        this.broken = broken;
    }

    /** Of one message: the rule of the profile that it breaks, or nothing. */
    IncomingMessages breaking(@Nullable Object rule) {
        return rule instanceof String said ? new IncomingMessages(door, clocks, largestParcel, said) : this;
    }

    @Override
    public AS4MessageProcessorResult processAS4UserMessage(
            IAS4IncomingMessageMetadata metadata,
            HttpHeaderMap headers,
            Ebms3UserMessage message,
            IPMode pmode,
            @Nullable Node payload,
            @Nullable ICommonsList<WSS4JAttachment> attachments,
            IAS4IncomingMessageState state,
            AS4ErrorList errors) {
        try {
            var from = counted(() -> signed(state, attachments));
            tellTime(from, message, state.getSigningCertificate());
            door.admit(from, state.getSigningCertificate(), tls(metadata));
            door.receive(counted(() -> parcel(message, state, attachments)));
            return AS4MessageProcessorResult.createSuccess();
        } catch (Refusal refusal) {
            return refused(errors, refusal.code(), refusal.field());
        } catch (IOException | RuntimeException bug) {
            var incident = UUID.randomUUID();
            log.error("incident {}: a message could not be handled", incident, bug);
            return refused(errors, "internal", "");
        }
    }

    /** What is refused before the door sees it is counted there all the same. */
    private <T> T counted(Reading<T> reading) throws Refusal, IOException {
        try {
            return reading.read();
        } catch (Refusal refusal) {
            door.refused(refusal.code(), null);
            throw refusal;
        }
    }

    private interface Reading<T> {
        T read() throws Refusal, IOException;
    }

    private String signed(IAS4IncomingMessageState state, @Nullable ICommonsList<WSS4JAttachment> attachments)
            throws Refusal {
        // phase4 accepts unsigned and unencrypted messages unless somebody asks.
        if (!state.isSoapSignatureChecked() || state.getSigningCertificate() == null) {
            throw new Refusal("not-signed", "no AS4 signature");
        }
        if (!state.isSoapDecrypted()) {
            throw new Refusal("not-encrypted", "no AS4 encryption");
        }
        var attached = attachments == null
                ? List.<String>of()
                : attachments.stream().map(WSS4JAttachment::getId).toList();
        if (!SignedParts.cover(state.getEffectiveDecryptedSoapDocument(), attached)) {
            throw new Refusal("not-signed", "the AS4 signature is not over all of the message");
        }
        if (!broken.isEmpty()) {
            throw ProfileRules.refusal(broken);
        }
        return String.valueOf(state.getInitiatorID());
    }

    /** Before the door: whoever our clock makes look lapsed may be the one who is right. */
    private void tellTime(String from, Ebms3UserMessage message, @Nullable X509Certificate signed) {
        var info = message.getMessageInfo();
        var sent = info == null ? null : info.getTimestamp();
        if (sent == null) {
            return;
        }
        try {
            clocks.heard(from, signed, sent.toInstant());
        } catch (RuntimeException nothingLost) {
            log.warn("the time that {} tells could not be kept: {}", from, nothingLost.toString());
        }
    }

    private Parcel parcel(
            Ebms3UserMessage message,
            IAS4IncomingMessageState state,
            @Nullable ICommonsList<WSS4JAttachment> attachments)
            throws Refusal, IOException {
        var info = message.getCollaborationInfo();
        var action = info == null ? null : Parcel.Action.of(info.getAction());
        if (info == null || action == null || !PartnerProfile.SERVICE.equals(info.getServiceValue())) {
            throw new Refusal("unknown-action", "neither act, entry, message, fetch nor revocation");
        }
        var ageFiles = new ArrayList<byte[]>();
        for (var attachment : attachments == null ? List.<WSS4JAttachment>of() : attachments) {
            ageFiles.add(ageFile(attachment));
        }
        return new Parcel(
                action,
                String.valueOf(state.getInitiatorID()),
                String.valueOf(state.getResponderID()),
                String.valueOf(info.getConversationId()),
                ageFiles,
                position(message));
    }

    private byte[] ageFile(WSS4JAttachment attachment) throws Refusal, IOException {
        if (attachment.getCompressionMode() != null) {
            throw new Refusal("compressed", "AS4 compression is off");
        }
        try (var in = attachment.getSourceStream()) {
            return in.readNBytes((int) largestParcel + 1);
        }
    }

    private static Directory.@Nullable Position position(Ebms3UserMessage message) {
        String sequence = property(message, SEQUENCE);
        String hash = property(message, HASH);
        return sequence == null || hash == null || !sequence.matches("[0-9]{1,15}") || !hash.matches("[0-9a-f]{64}")
                ? null
                : new Directory.Position(Long.parseLong(sequence), hash);
    }

    private static @Nullable String property(Ebms3UserMessage message, String name) {
        if (message.getMessageProperties() == null) {
            return null;
        }
        return message.getMessageProperties().getProperty().stream()
                .filter(it -> name.equals(it.getName()))
                .map(it -> it.getValue())
                .findFirst()
                .orElse(null);
    }

    private static @Nullable X509Certificate tls(IAS4IncomingMessageMetadata metadata) {
        var chain = metadata.remoteTlsCerts();
        return chain == null || chain.isEmpty() ? null : chain.getFirst();
    }

    private static AS4MessageProcessorResult refused(AS4ErrorList errors, String code, String field) {
        errors.add(EEbmsError.EBMS_OTHER
                .errorBuilder(Locale.ENGLISH)
                .errorDetail(AnswerCodes.detail(code, field))
                .build());
        return AS4MessageProcessorResult.createFailure();
    }

    /** phase4 could not read what came. */
    void unreadable() {
        door.refused(UNREADABLE, null);
    }

    /** phase4 itself refused: a broken signature, or what it cannot decrypt or read. The door counts its own. */
    void failed(String code) {
        if (code.startsWith("ebms-")) {
            door.refused(code, null);
        }
    }

    @Override
    public AS4SignalMessageProcessorResult processAS4SignalMessage(
            IAS4IncomingMessageMetadata metadata,
            HttpHeaderMap headers,
            Ebms3SignalMessage signal,
            @Nullable IPMode pmode,
            IAS4IncomingMessageState state,
            AS4ErrorList errors) {
        return AS4SignalMessageProcessorResult.createSuccess();
    }

    @Override
    public void processAS4ResponseMessage(
            IAS4IncomingMessageMetadata metadata,
            IAS4IncomingMessageState state,
            String messageId,
            byte[] response,
            boolean available,
            AS4ErrorList errors) {}
}
