package org.comity.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Says which version this program is. */
final class ProgramVersion {

    private ProgramVersion() {}

    static String version() {
        try (var in = ProgramVersion.class.getResourceAsStream("/META-INF/build-info.properties")) {
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
