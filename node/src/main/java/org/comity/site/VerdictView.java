package org.comity.site;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.comity.proof.CheckCodes;
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
    public record Check(String subject, String code, String outcome, String detail) {

        /** The end of the key of what was checked: that a file has not its form is said in one way, whatever part it is. */
        public String topic() {
            return CheckCodes.READING.contains(code) ? "unreadable" : code;
        }
    }

    /**
     * What was found of one act, entry or file.
     *
     * @param label the end of the key of how people call it
     * @param id its number, or the beginning of it
     * @param subject as the command calls it
     */
    public record Group(String label, String id, String subject, List<Check> checks) {

        private static final Pattern ACT =
                Pattern.compile("(?:acts/|act )?([0-9a-f]{8})[0-9a-f]{56}(?:\\.asice|\\.json)?");
        private static final Pattern ENTRY = Pattern.compile("(?:entry |register/0*)([0-9]+)(?:\\.json)?");
        private static final Pattern SEATS = Pattern.compile("seats/([0-9a-f]{8})[0-9a-f-]+(?:[/:].*)?");
        private static final Map<String, String> NAMED =
                Map.of("thread.json", "thread", "register", "register", "file", "file");

        static Group of(String subject, List<Check> checks) {
            for (var each : Map.of("act", ACT, "entry", ENTRY, "seats", SEATS).entrySet()) {
                var found = each.getValue().matcher(subject);
                if (found.matches()) return new Group(each.getKey(), found.group(1), subject, checks);
            }
            var named = NAMED.keySet().stream()
                    .filter(it -> subject.equals(it) || subject.startsWith(it + "."))
                    .findFirst();
            return new Group(named.map(NAMED::get).orElse("other"), "", subject, checks);
        }
    }

    public List<Check> of(String outcome) {
        return checks.stream().filter(it -> it.outcome().equals(outcome)).toList();
    }

    /** The same, of each act, entry or file together. */
    public List<Group> groups(String outcome) {
        return of(outcome).stream()
                .collect(Collectors.groupingBy(Check::subject, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(it -> Group.of(it.getKey(), it.getValue()))
                .toList();
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
