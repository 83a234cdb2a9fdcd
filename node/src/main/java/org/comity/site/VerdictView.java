package org.comity.site;

import java.util.List;
import org.comity.proof.Verdict;

/**
 * What was found of a file that somebody gave.
 *
 * @param result as {@code verify --json} says it, e.g. {@code holds}; {@code unreadable} for what is no record
 * @param known checked against the certificates that this node's directory names; else against those that were given
 * @param checks what failed first
 */
public record VerdictView(String result, boolean known, List<Check> checks) {

    /** A check that fails on what is none of our files has not found a record that is wrong. */
    private static final String NO_RECORD = "bundle-file";

    public VerdictView {
        if (checks.stream().noneMatch(it -> it.outcome().equals("held"))
                && checks.stream().anyMatch(it -> it.code().equals(NO_RECORD))) {
            result = "unreadable";
            checks = List.of();
        }
        checks = List.copyOf(checks);
    }

    /** @param outcome {@code held}, {@code failed}, {@code not-checked} or {@code deleted} */
    public record Check(String subject, String code, String outcome, String detail) {}

    public List<Check> of(String outcome) {
        return checks.stream().filter(it -> it.outcome().equals(outcome)).toList();
    }

    /** The end of the key of what is said below the result: of acts only where each was checked for its author. */
    public String about() {
        boolean acts = of("held").stream().anyMatch(it -> it.code().equals(Verdict.AUTHOR));
        return result.equals("holds") && !acts ? "holds.line" : result;
    }

    public String colour() {
        return switch (result) {
            case "holds" -> "green";
            case "does-not-hold" -> "red";
            default -> "amber";
        };
    }
}
