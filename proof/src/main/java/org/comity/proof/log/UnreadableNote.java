package org.comity.proof.log;

/**
 * Refuses text that is no note, key, checkpoint or proof; {@code code} is stable and documented in docs/protocol/logs.md.
 */
public final class UnreadableNote extends RuntimeException {

    private final String code;

    UnreadableNote(String code, String detail) {
        super(code + ": " + detail);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
