package org.comity.cooperation.preservation;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.comity.cooperation.Draft;
import org.comity.cooperation.form.Identifier;
import org.comity.directory.Participant;
import org.comity.ui.Choice;
import org.comity.ui.Problems;
import org.jspecify.annotations.Nullable;

/**
 * One page of the request being written.
 *
 * @param draft null before the State is chosen
 * @param lines the identifiers as typed
 * @param letters of Art. 42(3): what is missing under each, empty when it is settled, absent when optional and unset
 * @param done of seven
 * @param provisions of the offences chosen: article to both States' own words
 * @param duplicates references of requests that may be the same
 */
public record ComposeView(
        @Nullable Draft draft,
        String step,
        int number,
        Map<String, Object> body,
        String lines,
        String from,
        String until,
        @Nullable Participant other,
        List<Choice> states,
        List<Choice> instruments,
        List<String> notOffered,
        List<Choice> offences,
        Map<String, Letter> letters,
        int done,
        List<Provision> provisions,
        String instrumentName,
        Problems problems) {

    public record Letter(boolean settled, boolean asked, List<Problems.Problem> missing) {}

    public record Provision(String article, String title, String ours, String theirs) {}

    static String lines(Request request) {
        return String.join("\n", request.identifiers().stream().map(Identifier::line).toList());
    }

    static String from(Request request) {
        return request.from() == null
                ? ""
                : request.from().atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }

    static String until(Request request) {
        return request.until() == null
                ? ""
                : request.until().atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }

    /** Letters (a) to (g) with what is still missing under each. */
    static Map<String, Letter> letters(Request request) {
        var letters = new TreeMap<String, Letter>();
        var missing = RequestRules.missing(request);
        for (var letter : List.of("a", "b", "c", "d", "e", "f", "g")) {
            var lacking = missing.stream()
                    .filter(it -> it.letter().equals(letter))
                    .map(it -> new Problems.Problem(
                            field(it), "preservation.missing." + it.key(), Map.of("line", Integer.toString(it.line()))))
                    .toList();
            boolean optional = letter.equals("d") && request.custodian().isEmpty() && request.location().isEmpty()
                    || letter.equals("g") && !request.secret() && !request.doNotNotify();
            letters.put(letter, new Letter(lacking.isEmpty() && !optional, !optional, lacking));
        }
        return letters;
    }

    /** The form's field that settles it. */
    static String field(RequestRules.Missing missing) {
        return switch (missing.key()) {
            case "offence" -> "offences";
            case "data-classes" -> "dataClasses";
            case "ip-time", "ip-zone" -> "identifiers";
            case "period-reversed" -> "until";
            case "emergency-reason" -> "emergencyReason";
            default -> missing.key();
        };
    }
}
