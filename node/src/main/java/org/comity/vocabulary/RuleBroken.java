package org.comity.vocabulary;

import java.util.Map;

/**
 * Someone asked for what the rules do not allow; nothing was changed.
 *
 * <p>{@code code} is stable: it names the message {@code error.<code>} in every language, the ledger entry and the problem
 * type. {@code facts} fill the message's gaps and may be shown, so they never carry personal data.
 */
public abstract class RuleBroken extends RuntimeException {

    private final String code;
    private final Map<String, String> facts;

    protected RuleBroken(String code, Map<String, String> facts) {
        super(code + " " + facts);
        this.code = code;
        this.facts = Map.copyOf(facts);
    }

    public String code() {
        return code;
    }

    public Map<String, String> facts() {
        return facts;
    }
}
