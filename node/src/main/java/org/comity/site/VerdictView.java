package org.comity.site;

import java.util.List;

/**
 * What was found of a file that somebody gave.
 *
 * @param result as {@code verify --json} says it, e.g. {@code holds}; {@code unreadable} for what is no record
 * @param known checked against the certificates that this node's directory names; else against those that were given
 * @param checks what failed first
 */
public record VerdictView(String result, boolean known, List<Check> checks) {

    /** @param outcome {@code held}, {@code failed}, {@code not-checked} or {@code deleted} */
    public record Check(String subject, String code, String outcome, String detail) {}

    public List<Check> of(String outcome) {
        return checks.stream().filter(it -> it.outcome().equals(outcome)).toList();
    }

    public String colour() {
        return switch (result) {
            case "holds" -> "green";
            case "does-not-hold" -> "red";
            default -> "amber";
        };
    }
}
