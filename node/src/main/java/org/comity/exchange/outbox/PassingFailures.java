package org.comity.exchange.outbox;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells which failures may pass by themselves. Any other refusal is the other door's last word: the same bytes, the same no.
 */
final class PassingFailures {

    private static final Set<String> PASSING = Set.of(
            "internal",
            "internal-here",
            "not-reached",
            "no-node",
            "no-answer",
            "no-receipt",
            "receipt-wrong",
            "slow-sender",
            "unknown-sender",
            "unknown-certificate",
            "wrong-certificate",
            "expired-certificate",
            "tls-mismatch",
            "directory-grace",
            "directory-lapsed",
            "directory-revoked",
            "not-for-us",
            "foreign-signature",
            "unknown-thread",
            "too-many-parked",
            "closed-after-restore",
            "busy",
            "act-withheld",
            "joining",
            "not-agreed",
            "no-room",
            "too-fast",
            "too-much-stored",
            "too-many-threads",
            "too-many-invitations",
            "too-many-messages",
            "too-many-waiting");

    private PassingFailures() {}

    /** The same, as SQL over a column. */
    static String condition(String column) {
        var codes = PASSING.stream().sorted().map("'%s'"::formatted).collect(Collectors.joining(", "));
        return "(%1$s in (%2$s) or %1$s like 'http-%%' or %1$s like 'ebms-%%')".formatted(column, codes);
    }

    static boolean helps(String code) {
        return PASSING.contains(code) || code.startsWith("http-") || code.startsWith("ebms-");
    }
}
