package org.comity.proof.log;

import java.util.Base64;

/** Standard base64, one spelling only: the JDK's decoder alone accepts several. */
public final class Base64Lines {

    private Base64Lines() {}

    static String write(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** {@link UnreadableNote} with this code if it is none. */
    public static byte[] read(String text, String code) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            if (write(bytes).equals(text)) return bytes;
        } catch (IllegalArgumentException e) {
            // Said below.
        }
        throw new UnreadableNote(code, "not base64");
    }
}
