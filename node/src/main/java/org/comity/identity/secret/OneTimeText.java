package org.comity.identity.secret;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import org.comity.proof.form.Digests;

/** Random text that is shown once and kept as its hash: 256 bits, so a plain hash is enough. */
final class OneTimeText {

    static final int LONGEST = 100;

    /** Without what is mistaken for something else. */
    private static final String READ_OUT = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static final SecureRandom RANDOM = new SecureRandom();

    private OneTimeText() {}

    static String fresh(String prefix) {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Ten letters and digits, to be read out: 50 bits, which nobody guesses over the line. */
    static String code() {
        var code = new StringBuilder();
        for (int i = 0; i < 10; i++) {
            code.append(i == 5 ? "-" : "").append(READ_OUT.charAt(RANDOM.nextInt(READ_OUT.length())));
        }
        return code.toString();
    }

    /** As it was shown, however it was typed. */
    static String read(String typed) {
        var code = typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        return code.length() == 10 ? code.substring(0, 5) + "-" + code.substring(5) : code;
    }

    static String hash(String text) {
        return Digests.sha256(text.getBytes(StandardCharsets.UTF_8));
    }
}
