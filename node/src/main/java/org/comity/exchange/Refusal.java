package org.comity.exchange;

import java.util.regex.Pattern;

/** Turned away at the door, nothing stored; {@code code} is documented in docs/protocol/door.md. */
public final class Refusal extends Exception {

    private static final Pattern FIELD = Pattern.compile("[A-Za-z0-9.-]{1,40}");

    private final String code;
    private final String field;

    public Refusal(String code, String detail) {
        this(code, detail, "");
    }

    /** @param field of the act, or rule of the protocol, that is at fault; told to the sender if it is such a name */
    public Refusal(String code, String detail, String field) {
        super(detail);
        this.code = code;
        this.field = FIELD.matcher(field).matches() ? field : "";
    }

    public String code() {
        return code;
    }

    /** Empty where no field alone is at fault. */
    public String field() {
        return field;
    }
}
