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
    private final String field;

    protected RuleBroken(String code, Map<String, String> facts) {
        this(code, facts, "");
    }

    /** @param field of the form in which it was typed, by name: whoever typed it there can mend it */
    protected RuleBroken(String code, Map<String, String> facts, String field) {
        super(code + " " + facts);
        this.code = code;
        this.facts = Map.copyOf(facts);
        this.field = field;
    }

    public String code() {
        return code;
    }

    public Map<String, String> facts() {
        return facts;
    }

    /** Where it was typed; empty where no form can mend it. */
    public String field() {
        return field;
    }
}
