package org.comity.proof.verify;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.comity.proof.Verdict;
import org.comity.proof.Verdict.Check;
import org.comity.proof.Verdict.MissingPiece;
import org.comity.proof.Verdict.Outcome;
import org.comity.proof.Verdict.Result;
import org.comity.proof.form.DirectionCharacters;
import tools.jackson.databind.json.JsonMapper;

/** A verdict in words for people, and in JSON for machines. */
final class VerdictText {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Map<Outcome, String> WORDS = Map.of(
            Outcome.HELD, "holds",
            Outcome.FAILED, "FAILED",
            Outcome.NOT_CHECKED, "not checked",
            Outcome.DELETED, "DELETED");
    private static final Map<Result, String> RESULTS = Map.of(
            Result.HOLDS, "all that was checked HOLDS.",
            Result.DOES_NOT_HOLD, "it does NOT hold.",
            Result.HOLDS_EXCEPT_DELETED, "it holds, EXCEPT for what was deleted.",
            Result.KEEPER_UNKNOWN, "who kept the register was NOT CHECKED: anybody could have made it.",
            Result.AUTHOR_UNKNOWN, "who sealed the acts was NOT CHECKED: another than the author could have.",
            Result.KEEPER_ALONE,
                    "it holds, BY THE WORD OF ITS KEEPER ALONE: whoever opened it could have made it all by itself.");
    private static final String FAULT =
            "RESULT: it could NOT BE CHECKED, by a fault of this program. This is no verdict, neither way.\n";

    private VerdictText() {}

    static String human(Verdict verdict, String path) {
        boolean end = verdict.notChecked().stream().anyMatch(it -> it.code().equals(CheckingThread.END));
        return human(
                verdict,
                path,
                "The anchors are yours: this says who signed and that nothing was changed since, "
                        + "not whether what was said is true"
                        + (end ? ", nor that nothing came after the last entry that is here." : "."));
    }

    static String item(Verdict verdict, String path) {
        return human(
                verdict,
                path,
                "The manifest's hash is yours: this says that the item is the one it names, byte for byte. "
                        + "Who delivered it, the sealed act says.");
    }

    private static String human(Verdict verdict, String path, String closing) {
        var text = new StringBuilder();
        text.append(plain(path)).append('\n');
        verdict.checks().stream()
                .filter(it -> it.code().equals(Checking.THREAD))
                .forEach(it -> text.append(plain(it.detail())).append('\n'));
        text.append('\n');
        text.append("RESULT: ")
                .append(RESULTS.get(verdict.result()))
                .append(becauseOfDeletion(verdict))
                .append('\n');
        text.append("%d checks hold, %d failed, %d could not be made.%n"
                .formatted(
                        count(verdict, Outcome.HELD),
                        count(verdict, Outcome.FAILED),
                        count(verdict, Outcome.NOT_CHECKED) + count(verdict, Outcome.DELETED)));
        listed(text, "What failed", verdict.failed());
        listed(text, "What was deleted, so that nothing proves its author", verdict.deleted());
        notChecked(text, verdict.notChecked());
        text.append(missing(verdict));
        verdict.checks().stream()
                .collect(Collectors.groupingBy(Check::subject, LinkedHashMap::new, Collectors.toList()))
                .forEach((subject, checks) -> {
                    text.append('\n').append(plain(subject)).append('\n');
                    checks.forEach(it -> line(text, "", it, true));
                });
        text.append('\n').append(closing).append('\n');
        return text.toString();
    }

    /** Others spoke for the register, and what they said was deleted. */
    private static String becauseOfDeletion(Verdict verdict) {
        return verdict.result() == Result.KEEPER_ALONE
                        && verdict.notChecked().stream()
                                .anyMatch(it -> it.code().equals(Verdict.ONLY_ENVELOPES))
                ? " Nothing proves who said what was deleted here: an export that still has it may show more."
                : "";
    }

    private static void listed(StringBuilder text, String title, List<Check> checks) {
        if (checks.isEmpty()) return;
        text.append('\n').append(title).append('\n');
        checks.forEach(it -> line(text, it.subject() + ": ", it, true));
    }

    /** All options at once that would let more be checked; empty if none would. */
    static String missing(Verdict verdict) {
        var pieces = verdict.checks().stream()
                .map(Check::missing)
                .filter(Objects::nonNull)
                .distinct()
                .sorted(Comparator.comparing(MissingPiece::kind).thenComparing(MissingPiece::of))
                .toList();
        if (pieces.isEmpty()) return "";
        var text = new StringBuilder("\nTo check more, give all of this at once, known from elsewhere than the file\n");
        pieces.forEach(
                it -> text.append("  ").append(plain(MissingOptions.option(it))).append('\n'));
        return text.toString();
    }

    /** Each code and what it lacks once, since a long thread says the same of each act. */
    private static void notChecked(StringBuilder text, List<Check> checks) {
        if (checks.isEmpty()) return;
        text.append("\nWhat was not checked, and is for you to weigh\n");
        checks.stream()
                .collect(Collectors.groupingBy(
                        it -> Arrays.asList(it.code(), it.missing()), LinkedHashMap::new, Collectors.toList()))
                .values()
                .forEach(it -> line(
                        text,
                        it.size() == 1 ? it.getFirst().subject() + ": " : "%d times: ".formatted(it.size()),
                        it.getFirst(),
                        false));
    }

    /** @param advised whether it says what would let it be checked: what was not checked is followed by all of that at once */
    private static void line(StringBuilder text, String before, Check check, boolean advised) {
        var missing = advised ? check.missing() : null;
        text.append("  %-11s  %s [%s]%n"
                .formatted(
                        WORDS.get(check.outcome()),
                        plain(before + check.detail() + (missing == null ? "" : " " + MissingOptions.advice(missing))),
                        check.code()));
    }

    private static long count(Verdict verdict, Outcome outcome) {
        return verdict.checks().stream().filter(it -> it.outcome() == outcome).count();
    }

    /** What comes from a bundle must not steer the reader's terminal or turn the line around. */
    private static String plain(String text) {
        return text.replaceAll("[\\p{Cntrl}" + DirectionCharacters.ALL + "\\u2028\\u2029]", "?");
    }

    static String json(Verdict verdict) {
        var json = new LinkedHashMap<String, Object>();
        json.put("holds", verdict.holds());
        json.put("result", word(verdict.result()));
        json.put("act", verdict.act());
        json.put("signer", verdict.signer());
        json.put("stamped", verdict.stamped() == null ? null : verdict.stamped().toString());
        json.put("deleted", verdict.deleted().stream().map(Check::subject).toList());
        json.put("checks", verdict.checks().stream().map(VerdictText::json).toList());
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n";
    }

    private static Map<String, Object> json(Check check) {
        var json = new LinkedHashMap<String, Object>();
        json.put("subject", check.subject());
        json.put("code", check.code());
        json.put("outcome", word(check.outcome()));
        json.put("detail", check.detail());
        var missing = check.missing();
        if (missing != null) json.put("missing", Map.of("what", word(missing.kind()), "of", missing.of()));
        return json;
    }

    private static String word(Enum<?> each) {
        return each.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String fault(Throwable fault) {
        return FAULT + "Please report it with what stands on the error output: " + plain(fault.toString()) + "\n";
    }

    static String faultAsJson(Throwable fault) {
        var json = new LinkedHashMap<String, Object>();
        json.put("holds", null);
        json.put("result", "fault-of-this-program");
        json.put("detail", fault.toString());
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n";
    }
}
