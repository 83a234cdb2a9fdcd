package org.comity.desk;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.comity.casework.OpenCalls.CallSaid;
import org.comity.casework.Search.Kind;
import org.comity.directory.Participant;
import org.comity.procedure.RequestRow;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;

/**
 * What a search found, as its reader may open it.
 *
 * @param in the group that is shown alone, or empty
 * @param counts of each group that has something
 * @param moreInHand our officers have more in hand than was looked through
 * @param more there is more than is shown
 * @param same how many requests name this very identifier, if two or more do
 */
public record SearchView(
        String typed,
        String in,
        List<Count> counts,
        List<Group> groups,
        List<Joint> joint,
        List<DeskView.InHand> inHand,
        boolean moreInHand,
        List<Call> calls,
        List<Participant> states,
        List<Official> people,
        boolean more,
        int same) {

    /** For whoever reads no case. */
    static SearchView nothing(String typed) {
        return new SearchView(
                typed, "", List.of(), List.of(), List.of(), List.of(), false, List.of(), List.of(), List.of(), false,
                0);
    }

    public int found() {
        return counts.stream().mapToInt(Count::n).sum();
    }

    /** What was typed, as an address has it. */
    public String query() {
        return URLEncoder.encode(typed, StandardCharsets.UTF_8);
    }

    public boolean none() {
        return found() == 0;
    }

    /** @param key message {@code search.group.<key>} */
    public record Count(String key, int n) {}

    /** @param key as of {@link Count} */
    public record Group(String key, List<Row> rows) {}

    /** @param kind what was found there; null: it is a request of that State or person */
    public record Row(
            RequestRow request,
            Participant other,
            String path,
            @Nullable Kind kind,
            Snippet snippet) {}

    /** A joint thread, and what was found in it. */
    public record Joint(String thread, String reference, String subject, Snippet snippet) {}

    /** A call that belongs to no request, and what was found in it. */
    public record Call(CallSaid call, Snippet snippet) {}

    /** Text around what was typed. */
    public record Snippet(String before, String match, String after) {

        private static final int BEFORE = 60;
        private static final int AFTER = 100;

        /** Where {@code typed}, or one of its words, stands in it; else its beginning. */
        static Snippet of(String said, String typed) {
            return Stream.concat(
                            Stream.of(typed.strip()), Stream.of(typed.strip().split("\\s+")))
                    .filter(it -> !it.isEmpty())
                    .map(it -> Pattern.compile(it, Pattern.LITERAL | Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                            .matcher(said))
                    .filter(Matcher::find)
                    .findFirst()
                    .map(it -> around(said, it.start(), it.end()))
                    .orElseGet(() -> around(said, 0, 0));
        }

        private static Snippet around(String said, int from, int to) {
            int first = said.codePointCount(0, from) <= BEFORE ? 0 : said.offsetByCodePoints(from, -BEFORE);
            int last = said.codePointCount(to, said.length()) <= AFTER
                    ? said.length()
                    : said.offsetByCodePoints(to, AFTER);
            return new Snippet(
                    (first > 0 ? "…" : "") + said.substring(first, from),
                    said.substring(from, to),
                    said.substring(to, last) + (last < said.length() ? "…" : ""));
        }
    }
}
