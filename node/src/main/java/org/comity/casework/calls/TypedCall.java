package org.comity.casework.calls;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.comity.ui.FormProblems;
import org.comity.ui.TypedMoment;
import org.comity.ui.TypedText;
import org.comity.vocabulary.Official;

/**
 * Holds a call as it was typed while somebody spoke.
 *
 * @param counterpart {@link #UNKNOWN} where the directory does not know whom the caller spoke for
 */
public record TypedCall(
        String counterpart,
        String authority,
        String caller,
        String number,
        String asks,
        String identifier,
        boolean life,
        TypedMoment at) {

    public static final String UNKNOWN = "-";

    private static final int LONGEST_LINE = 200;
    static final int LONGEST_NUMBER = 60;

    /** What is written into the request's file has room for the rest of the line. */
    private static final int LONGEST_TEXT = 3000;

    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    static TypedCall posted(Map<String, List<String>> form) {
        return new TypedCall(
                line(form, "counterpart"),
                line(form, "authority"),
                line(form, "caller"),
                line(form, "number"),
                TypedText.clean(TypedText.first(form, "asks")),
                line(form, "identifier"),
                form.containsKey("life"),
                new TypedMoment(
                        TypedText.first(form, "at.date"),
                        TypedText.first(form, "at.time"),
                        TypedText.first(form, "at.zone")));
    }

    /** @param known ids of all others in the directory */
    FormProblems problems(Set<String> known, Instant now) {
        var problems = FormProblems.NONE;
        if (!known.contains(counterpart) && !counterpart.equals(UNKNOWN)) {
            problems = problems.with("counterpart", "calls.counterpart.wrong");
        }
        if (counterpart.equals(UNKNOWN) && authority.isEmpty()) {
            problems = problems.with("authority", "calls.authority.missing");
        }
        problems = notLonger(problems, "authority", authority, LONGEST_LINE);
        if (caller.isEmpty()) {
            problems = problems.with("caller", "calls.caller.missing");
        }
        problems = notLonger(problems, "caller", caller, LONGEST_LINE);
        problems = notLonger(problems, "number", number, LONGEST_NUMBER);
        if (asks.isEmpty()) {
            problems = problems.with("asks", "calls.asks.missing");
        }
        problems = notLonger(problems, "asks", asks, LONGEST_TEXT);
        problems = notLonger(problems, "identifier", identifier, LONGEST_LINE);
        var happened = at.instant();
        if (happened.isEmpty()) {
            return problems.with("at", "calls.at.wrong");
        }
        return happened.get().isAfter(now.plus(CLOCKS_DIFFER)) ? problems.with("at", "calls.at.ahead") : problems;
    }

    /** Without problems alone. */
    KeptCall call(Official by, Instant now) {
        return new KeptCall(
                0,
                counterpart.equals(UNKNOWN) ? "" : counterpart,
                authority,
                caller,
                number,
                asks,
                identifier,
                life,
                at.instant().orElseThrow(),
                by.id(),
                now,
                null,
                null,
                "",
                null,
                null);
    }

    private static FormProblems notLonger(FormProblems problems, String field, String said, int most) {
        return said.length() > most ? problems.tooLong(field, "calls.too-long", most, said) : problems;
    }

    private static String line(Map<String, List<String>> form, String name) {
        return TypedText.line(TypedText.first(form, name));
    }
}
