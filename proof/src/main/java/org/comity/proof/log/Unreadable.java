package org.comity.proof.log;

/** Text that is no note, key, checkpoint or proof; {@code code} is stable and documented in docs/protocol/logs.md. */
public final class Unreadable extends RuntimeException {

    private final String code;

    Unreadable(String code, String detail) {
        super(code + ": " + detail);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
