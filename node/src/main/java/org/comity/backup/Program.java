package org.comity.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Which program this is. */
final class Program {

    private Program() {}

    static String version() {
        try (var in = Program.class.getResourceAsStream("/META-INF/build-info.properties")) {
            if (in == null) {
                return "unreleased";
            }
            var build = new Properties();
            build.load(in);
            return build.getProperty("build.version", "unreleased");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
