package org.comity.sealing.ceremony;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Base64;

/** Reads and writes PEM (RFC 7468), as other people's tools do. */
public final class Pem {

    private Pem() {}

    public static byte[] of(String label, byte[] der) {
        return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n"
                .formatted(label, Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der))
                .getBytes(US_ASCII);
    }
}
