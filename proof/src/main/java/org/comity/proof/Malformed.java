package org.comity.proof;

/** Bytes that are not what the protocol allows; {@code code} is stable and documented in docs/protocol. */
public final class Malformed extends RuntimeException {

    private final String code;

    public Malformed(String code, String detail) {
        super(code + ": " + detail);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
