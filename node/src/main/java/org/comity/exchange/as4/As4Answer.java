package org.comity.exchange.as4;

import com.helger.phase4.client.AS4ClientSentMessage;
import com.helger.phase4.ebms3header.Ebms3SignalMessage;
import com.helger.phase4.incoming.IAS4IncomingMessageState;
import com.helger.phase4.sender.IAS4SignalMessageValidationResultHandler;
import com.helger.phase4.util.Phase4Exception;
import java.security.cert.X509Certificate;
import org.comity.exchange.Carrier;
import org.comity.exchange.Carrier.NotCarried;
import org.jspecify.annotations.Nullable;

/** Holds what the other door said to one message. phase4 alone does not say who signed a receipt. */
final class As4Answer implements IAS4SignalMessageValidationResultHandler {

    private final X509Certificate pinned;
    private boolean digestsMatch;
    private boolean byPinnedKey;
    private boolean receipt;
    private boolean reached;
    private @Nullable String refusal;
    private String field = "";

    As4Answer(X509Certificate pinned) {
        this.pinned = pinned;
    }

    void raw(AS4ClientSentMessage<byte[]> answer) {
        reached = true;
        var status = answer.getResponseStatusLine();
        byte[] body = answer.getResponseContent();
        if (status != null && status.getStatusCode() >= 300) {
            refusal = AnswerCodes.of(status.getStatusCode(), body == null ? new byte[0] : body);
        }
    }

    void signal(Ebms3SignalMessage signal, IAS4IncomingMessageState state) {
        if (signal.hasErrorEntries()) {
            refusal = AnswerCodes.of(signal.getError());
            field = AnswerCodes.field(signal.getError());
        }
        receipt = signal.getReceipt() != null;
        byPinnedKey = state.isSoapSignatureChecked() && pinned.equals(state.getSigningCertificate());
    }

    @Override
    public void onSuccess() {
        digestsMatch = true;
    }

    @Override
    public void onError(String why) {
        digestsMatch = false;
    }

    @Override
    public void onNotApplicable() {}

    void demand(@Nullable Phase4Exception failure) throws Carrier.NotCarried {
        if (refusal != null) {
            throw new NotCarried(refusal, true, ("refused by the other door " + field).strip());
        }
        if (!reached) {
            throw new NotCarried("not-reached", false, root(failure));
        }
        if (failure != null || !receipt) {
            throw new NotCarried("no-receipt", true, root(failure));
        }
        if (!byPinnedKey || !digestsMatch) {
            throw new NotCarried(
                    "receipt-wrong",
                    true,
                    "signed by pinned key: %s, over what was sent: %s".formatted(byPinnedKey, digestsMatch));
        }
    }

    private static String root(@Nullable Throwable failure) {
        Throwable at = failure;
        while (at != null && at.getCause() != null) {
            at = at.getCause();
        }
        return String.valueOf(at);
    }
}
