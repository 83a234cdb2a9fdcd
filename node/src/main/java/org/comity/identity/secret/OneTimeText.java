package org.comity.identity.secret;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import org.comity.proof.Digests;

/** Random text that is shown once and kept as its hash: 256 bits, so a plain hash is enough. */
final class OneTimeText {

    static final int LONGEST = 100;

    private static final SecureRandom RANDOM = new SecureRandom();

    private OneTimeText() {}

    static String fresh(String prefix) {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static String hash(String text) {
        return Digests.sha256(text.getBytes(StandardCharsets.UTF_8));
    }
}
