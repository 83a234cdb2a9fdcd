package org.comity.site;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.comity.proof.form.DirectionCharacters;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fingerprints that somebody typed: one a line behind whose it is, or the command of a record page as it was copied.
 *
 * @param anchors as {@code --anchor} takes them
 * @param wrong the first line that is none; null if all are
 */
record GivenFingerprints(List<String> anchors, @Nullable String wrong) {

    static final int MOST = 100;

    private static final Pattern WHOSE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,31}(?:/(?:seal|register))?=");
    private static final Pattern TIED = Pattern.compile(WHOSE + "[0-9a-f]{64}");
    private static final Pattern COMMAND = Pattern.compile("(?:\\./)?comity verify .*");

    static GivenFingerprints read(String typed) {
        var lines = typed.replaceAll("[" + DirectionCharacters.ALL + "]", "")
                .lines()
                .flatMap(it -> Arrays.stream(it.split("--anchor")))
                .map(String::strip)
                .filter(it -> !it.isEmpty() && !COMMAND.matcher(it).matches())
                .limit(MOST + 1L)
                .toList();
        var wrong = lines.stream()
                .filter(it -> !unfilled(it) && !TIED.matcher(plain(it)).matches())
                .findFirst();
        if (lines.size() > MOST)
            wrong = wrong.or(() -> lines.stream().skip(MOST).findFirst());
        return new GivenFingerprints(
                lines.stream()
                        .filter(it -> !unfilled(it))
                        .map(GivenFingerprints::plain)
                        .toList(),
                wrong.orElse(null));
    }

    /** A line that the page wrote, and to which nobody had an answer. */
    private static boolean unfilled(String line) {
        return WHOSE.matcher(line).matches();
    }

    /** As people read digits out, in groups, and as other programs print them. */
    private static String plain(String line) {
        int digits = line.indexOf('=') + 1;
        return line.substring(0, digits).strip()
                + line.substring(digits).replaceAll("[\\s:]", "").toLowerCase(Locale.ROOT);
    }

    /** What was said of this participant's keys, of whichever use. */
    static List<String> of(List<String> anchors, String participant) {
        return anchors.stream()
                .filter(it -> it.startsWith(participant + "=") || it.startsWith(participant + "/"))
                .map(it -> it.substring(it.indexOf('=') + 1))
                .toList();
    }

    /** Whether one of them says which key this participant's is, for this use. */
    static boolean speak(List<String> anchors, String participant, String use) {
        return anchors.stream()
                .anyMatch(it -> it.startsWith(participant + "=") || it.startsWith(participant + "/" + use + "="));
    }
}
