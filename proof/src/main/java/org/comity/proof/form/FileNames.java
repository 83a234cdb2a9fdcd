package org.comity.proof.form;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.comity.proof.Malformed;

/** Names that mean one file on every system: no way out of the folder, no second spelling, no reversed reading. */
public final class FileNames {

    private static final int LONGEST = 240;
    private static final Pattern SEGMENT =
            Pattern.compile("[^/\\\\:%*?\"<>|\\p{Cntrl}" + DirectionCharacters.ALL + "\\u2028\\u2029\\ufeff\\ufffd]+");

    private FileNames() {}

    /** Of a path inside a container. */
    public static void check(String path) {
        if (path.getBytes(UTF_8).length > LONGEST
                || !List.of(path.split("/", -1)).stream().allMatch(FileNames::plain)) {
            throw new Malformed("container-name", path);
        }
    }

    /** What two names have in common that some system takes for one: all upper, then all lower case, as R41 has it. */
    public static String folded(String name) {
        return name.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    /** Whether some system would take two of these for one. */
    public static boolean twins(Collection<String> names) {
        return names.stream().map(FileNames::folded).distinct().count() < names.size();
    }

    /** One name without a path. */
    public static boolean plain(String name) {
        return SEGMENT.matcher(name).matches()
                && !name.startsWith(" ")
                && !name.endsWith(" ")
                && !name.endsWith(".")
                && NormalForm.isComposed(name);
    }
}
