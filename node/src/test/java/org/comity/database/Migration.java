package org.comity.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;

/** Reads one statement of a migration, so that a test can run it on rows as they were before. */
public final class Migration {

    private Migration() {}

    /** @param file below {@code db/migration}; the first of its statements that begins with this word */
    public static String statement(String file, String word) throws IOException {
        try (var sql = Migration.class.getResourceAsStream("/db/migration/" + file)) {
            var text = new String(Objects.requireNonNull(sql, file).readAllBytes(), UTF_8).replaceAll("(?m)^--.*$", "");
            return Arrays.stream(text.split(";"))
                    .map(String::strip)
                    .filter(it -> it.startsWith(word))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
