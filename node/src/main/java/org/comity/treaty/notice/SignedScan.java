package org.comity.treaty.notice;

import java.util.Optional;
import org.comity.proof.form.Digests;

/** The signed letter as it left, as a file; without content where none was kept. */
record SignedScan(String type, byte[] content) {

    static final int LARGEST = 2 << 20;
    static final SignedScan NONE = new SignedScan("", new byte[0]);

    /** By how it begins, whatever its name says; empty if it is none of these or too large. */
    static Optional<SignedScan> of(byte[] content) {
        if (content.length < 8 || content.length > LARGEST) {
            return Optional.empty();
        }
        if (begins(content, '%', 'P', 'D', 'F')) {
            return Optional.of(new SignedScan("application/pdf", content));
        }
        if (begins(content, 0x89, 'P', 'N', 'G')) {
            return Optional.of(new SignedScan("image/png", content));
        }
        return begins(content, 0xff, 0xd8, 0xff)
                ? Optional.of(new SignedScan("image/jpeg", content))
                : Optional.empty();
    }

    String sha256() {
        return content.length == 0 ? "" : Digests.sha256(content);
    }

    private static boolean begins(byte[] content, int... with) {
        for (int i = 0; i < with.length; i++) {
            if ((content[i] & 0xff) != with[i]) {
                return false;
            }
        }
        return true;
    }
}
