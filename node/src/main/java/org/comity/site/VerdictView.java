package org.comity.site;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.directory.Participant;
import org.comity.proof.CheckCodes;
import org.comity.proof.Verdict;
import org.comity.proof.Verdict.MissingPiece;
import org.comity.proof.verify.NamedRecord;
import org.jspecify.annotations.Nullable;

/**
 * What was found of a file that somebody gave.
 *
 * @param result as {@code verify --json} says it, e.g. {@code holds}; {@code unreadable} for what is no record
 * @param known checked against the certificates that this node's directory names alone; else first against those that were given
 * @param checks what failed first
 * @param named what the record says of itself; null unless it holds
 * @param sha256 of the file
 */
public record VerdictView(
        String result,
        boolean known,
        List<Check> checks,
        @Nullable Named named,
        String sha256) {

    /** A check that fails on what is none of our files has not found a record that is wrong. */
    private static final String NO_RECORD = "bundle-file";

    private static final Set<String> OF_KEYS = Set.of(Verdict.ANCHOR, Verdict.AUTHOR, "keeper");

    private static final Set<String> HOLDING = Set.of("holds", "holds-except-deleted", "keeper-alone");

    public VerdictView(String result, boolean known, List<Check> checks) {
        this(result, known, checks, null, "");
    }

    /** Whether the record is what its checks say, so that its own words of it are worth a line. */
    static boolean holding(String result) {
        return HOLDING.contains(result);
    }

    /**
     * What record it is, in its own words.
     *
     * @param parties by the id in the record, as this node's directory knows them; null whom it does not know, or for whom
     *     a fingerprint was given that it does not name
     */
    public record Named(NamedRecord words, SequencedMap<String, @Nullable Participant> parties) {

        /** As the messages name its procedure. */
        public String law() {
            return words.procedure().replaceFirst("/.*", "");
        }
    }

    public VerdictView {
        if (checks.stream().noneMatch(it -> it.outcome().equals("held"))
                && checks.stream().anyMatch(it -> it.code().equals(NO_RECORD))) {
            result = "unreadable";
            checks = List.of();
        }
        checks = List.copyOf(checks);
    }

    /**
     * @param outcome {@code held}, {@code failed}, {@code not-checked} or {@code deleted}
     * @param missing what would let it be checked, or null
     */
    public record Check(
            String subject,
            String code,
            String outcome,
            String detail,
            @Nullable Missing missing) {

        /** The end of the key of what was checked: that a file has not its form is said in one way, whatever part it is. */
        public String topic() {
            return CheckCodes.READING.contains(code) ? "unreadable" : code;
        }
    }

    /**
     * What whoever gave the file has not brought.
     *
     * @param what the end of the key of what is said of it, e.g. {@code seal}
     * @param of whose it is, as the file calls it; may be empty
     * @param known who that is, if this node knows
     */
    public record Missing(String what, String of, @Nullable Participant known) {

        /** The line of the field into which it goes; nothing for what the page has no field for. */
        public Optional<String> line() {
            return Set.of("seal", "register").contains(what)
                    ? Optional.of("%s/%s=".formatted(of, what))
                    : Optional.empty();
        }

        private int order() {
            return MissingPiece.Kind.valueOf(what.toUpperCase(Locale.ROOT).replace('-', '_'))
                    .ordinal();
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

        /** Whether the command's name says more than how people call it: of an entry, which is counted, it does not. */
        public boolean namedApart() {
            return !label.equals("file") && !subject.equals("entry " + id);
        }

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

    /** All that is missing, each once; first what the page has a field for. */
    public List<Missing> missing() {
        return checks.stream()
                .map(Check::missing)
                .filter(Objects::nonNull)
                .distinct()
                .sorted(Comparator.comparingInt(Missing::order).thenComparing(Missing::of))
                .toList();
    }

    /** The same of what has a line in the field. */
    public List<Missing> fingerprints() {
        return missing().stream().filter(it -> it.line().isPresent()).toList();
    }

    public List<Missing> further() {
        return missing().stream().filter(it -> it.line().isEmpty()).toList();
    }

    /** What stood in the field, and a line for each fingerprint that is missing. */
    public String field(String typed) {
        return Stream.concat(
                        typed.lines().filter(it -> !it.isBlank()),
                        fingerprints().stream()
                                .flatMap(it -> it.line().stream())
                                .filter(line ->
                                        typed.lines().noneMatch(it -> it.strip().equals(line))))
                .collect(Collectors.joining("\n"));
    }

    /** Whether what was typed may be wrong, and not the file. */
    public boolean typedWrongly() {
        return !known && of("failed").stream().anyMatch(it -> OF_KEYS.contains(it.code()));
    }

    /** The end of the key of what is said below the result: of acts only where each was checked for its author. */
    public String about() {
        boolean acts = of("held").stream().anyMatch(it -> it.code().equals(Verdict.AUTHOR));
        return result.equals("holds") && !acts ? "holds.line" : result;
    }

    /** Whether others spoke for the register, and what they said was deleted. */
    public boolean aloneByDeletion() {
        return result.equals(Verdict.ALONE)
                && of("not-checked").stream().anyMatch(it -> it.code().equals(Verdict.ONLY_ENVELOPES));
    }

    public String colour() {
        return switch (result) {
            case "holds" -> "green";
            case "does-not-hold" -> "red";
            default -> "amber";
        };
    }
}
