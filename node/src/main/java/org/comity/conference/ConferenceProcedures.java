package org.comity.conference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * By which procedures States speak to the Conference, as {@code conference/procedures.txt} says; no other class names them.
 *
 * @param part how the procedure of parts names its acts, states, fields and options, by what is looked for
 */
public record ConferenceProcedures(String positions, String submissions, String parts, Map<String, String> part) {

    private static final String PART = "part.";

    public static ConferenceProcedures read() {
        var names = new Properties();
        try (var file =
                Objects.requireNonNull(ConferenceProcedures.class.getResourceAsStream("/conference/procedures.txt"))) {
            names.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ConferenceProcedures(
                Objects.requireNonNull(names.getProperty("positions")),
                Objects.requireNonNull(names.getProperty("submissions")),
                Objects.requireNonNull(names.getProperty("parts")),
                names.stringPropertyNames().stream()
                        .filter(it -> it.startsWith(PART))
                        .collect(Collectors.toUnmodifiableMap(
                                it -> it.substring(PART.length()),
                                it -> names.getProperty(it).strip())));
    }
}
