package org.comity.proof.log;

import java.util.Base64;
import org.comity.proof.form.StrictBase64;

/** Reads and writes the base64 of notes and proofs, in one spelling only. */
final class Base64Lines {

    private Base64Lines() {}

    static String write(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** {@link UnreadableNote} with this code if it is none. */
    static byte[] read(String text, String code) {
        return StrictBase64.read(text).orElseThrow(() -> new UnreadableNote(code, "not base64"));
    }
}
