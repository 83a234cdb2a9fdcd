package org.comity.exchange.outbox;

import java.util.Set;

/** Which failures may pass by themselves. Any other refusal is the other door's last word: the same bytes, the same no. */
final class Retrying {

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
            "closed-after-restore");

    private Retrying() {}

    static boolean helps(String code) {
        return PASSING.contains(code) || code.startsWith("http-") || code.startsWith("ebms-");
    }
}
