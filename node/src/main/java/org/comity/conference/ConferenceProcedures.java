package org.comity.conference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** By which procedures States speak to the Conference, as {@code conference/procedures.txt} says; no other class names them. */
public record ConferenceProcedures(String positions, String submissions, String parts) {

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
                Objects.requireNonNull(names.getProperty("parts")));
    }
}
