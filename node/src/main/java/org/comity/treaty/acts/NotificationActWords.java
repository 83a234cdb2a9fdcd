package org.comity.treaty.acts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** Names the procedure by which States tell the Secretary-General, as {@code treaty/told.txt} says; no class names it. */
public record NotificationActWords(String procedure, String acknowledges, String stands, String point, String told) {

    /** Reads the file that is shipped. */
    public static NotificationActWords read() {
        var words = new Properties();
        try (var file = Objects.requireNonNull(NotificationActWords.class.getResourceAsStream("/treaty/told.txt"))) {
            words.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new NotificationActWords(
                of(words, "procedure"),
                of(words, "acknowledges"),
                of(words, "stands"),
                of(words, "point"),
                of(words, "told"));
    }

    private static String of(Properties words, String key) {
        return Objects.requireNonNull(words.getProperty(key), key);
    }
}
