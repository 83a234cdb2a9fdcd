package org.comity.proof;

import java.util.Objects;

/** Bytes that are not what the protocol allows; {@code code} is stable and documented in docs/protocol. */
public final class Malformed extends RuntimeException {

    private final String code;

    public Malformed(String code, String detail) {
        super(code + ": " + detail);
        this.code = code;
    }

    /** Said always, unlike what an exception may be silent about. */
    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage(), "code and detail");
    }

    public String code() {
        return code;
    }
}
