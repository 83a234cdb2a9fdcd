package org.comity.exchange;

/** Turned away at the door, nothing stored; {@code code} is documented in docs/protocol/door.md. */
public final class Refusal extends Exception {

    private final String code;

    public Refusal(String code, String detail) {
        super(detail);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
