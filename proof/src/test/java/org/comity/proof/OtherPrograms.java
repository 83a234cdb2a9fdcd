package org.comity.proof;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Somebody else's programs, to which ours is compared. */
public final class OtherPrograms {

    private OtherPrograms() {}

    /** Skips the test where one is not installed, except on the build server, where it must be. */
    public static void need(String... programs) {
        for (var each : programs) needs(installed(each), each);
    }

    /** Skips the test where it is not there, except on the build server, where it must be. */
    public static void needs(boolean present, String what) {
        if (System.getenv("CI") != null && !present) {
            throw new AssertionError(what + " is missing on the build server");
        }
        assumeTrue(present, what + " is missing; this comparison was not made");
    }

    private static boolean installed(String program) {
        return Arrays.stream(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
