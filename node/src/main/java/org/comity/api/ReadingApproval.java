package org.comity.api;

import java.util.List;
import org.comity.identity.ApprovalForm;
import org.comity.identity.Approvals;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** How an official proves to a node, by a program, that the act is approved. */
@Component
class ReadingApproval {

    private static final List<String> METHODS = List.of("passkey", "password-and-code", "practice");

    private final JsonMapper json;

    ReadingApproval(JsonMapper json) {
        this.json = json;
    }

    /** {@code assertion}: what the passkey answered to the options, as JSON; {@code act}: the one that a password is for. */
    Approvals.Proof of(IdempotentRequest wish) {
        var method = wish.text("method");
        if (!METHODS.contains(method)) {
            throw new IdempotentRequestRefused.Field("method");
        }
        if (method.equals("passkey") && wish.object("assertion").isEmpty()) {
            throw new IdempotentRequestRefused.Field("assertion");
        }
        var assertion = json.writeValueAsString(wish.object("assertion"));
        if (method.equals("password-and-code") && wish.textOr("act", "").isEmpty())
            throw new IdempotentRequestRefused.Field("act");
        return new ApprovalForm(
                        wish.textOr("act", ""), method, assertion, wish.textOr("password", ""), wish.textOr("code", ""))
                .proof();
    }
}
