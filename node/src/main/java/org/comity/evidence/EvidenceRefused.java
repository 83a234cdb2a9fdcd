package org.comity.evidence;

/** An item was not added to, sealed or matched; nothing was lost. {@code code} is stable. */
public final class EvidenceRefused extends RuntimeException {

    private final String code;

    public EvidenceRefused(String code, String detail) {
        super(code + ": " + detail);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
