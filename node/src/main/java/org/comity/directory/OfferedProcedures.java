package org.comity.directory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Finds what this version of the program carries out: each folder {@code procedures/NAME/N} with a table of moves. */
final class OfferedProcedures {

    private static final Pattern FOLDER = Pattern.compile(".*/procedures/([a-z-]+/[0-9]+)/moves[.]md");

    private OfferedProcedures() {}

    /** In the order of their names. */
    static List<String> read() {
        try {
            var tables = new PathMatchingResourcePatternResolver().getResources("classpath*:procedures/*/*/moves.md");
            return Arrays.stream(tables)
                    .map(it -> FOLDER.matcher(it.toString().replace("]", "")))
                    .filter(it -> it.find())
                    .map(it -> it.group(1))
                    .distinct()
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
