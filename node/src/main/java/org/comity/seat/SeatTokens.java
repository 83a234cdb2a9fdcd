package org.comity.seat;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.comity.proof.form.Digests;

/** Makes the secrets of invitations and visits; of each this node keeps the hash alone. */
final class SeatTokens {

    private static final SecureRandom RANDOM = new SecureRandom();

    private SeatTokens() {}

    static String random(int bytes) {
        var random = new byte[bytes];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    static byte[] hash(String token) {
        return HexFormat.of().parseHex(Digests.sha256(token.getBytes(UTF_8)));
    }
}
