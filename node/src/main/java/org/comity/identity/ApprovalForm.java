package org.comity.identity;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The fields that {@code identity/approve.jte} posts; a controller takes it as a parameter.
 *
 * @param act that was shown
 * @param method {@code passkey}, {@code password-and-code} or {@code practice}
 */
public record ApprovalForm(
        @Nullable String act,
        @Nullable String method,
        @Nullable String assertion,
        @Nullable String password,
        @Nullable String code) {

    /** What it proves; a method that does not exist is an empty passkey, which is refused. */
    public Approvals.Proof proof() {
        return switch (Objects.requireNonNullElse(method, "")) {
            case "practice" -> new Approvals.Proof.Practice();
            case "password-and-code" -> new Approvals.Proof.PasswordAndCode(text(act), text(password), text(code));
            default -> new Approvals.Proof.Passkey(text(assertion));
        };
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** Keeps the password out of logs. */
    @Override
    public String toString() {
        return "ApprovalForm[" + method + "]";
    }
}
