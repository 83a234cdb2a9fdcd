package org.comity.exchange.outbox;

import java.util.Map;
import org.comity.vocabulary.RuleBroken;

/** What somebody wants to send, or to take back, cannot be. */
final class CannotSend extends RuleBroken {
    CannotSend(String code, Map<String, String> facts) {
        super(code, facts);
    }
}
