package org.comity.sealing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Somebody else's program, run to check ours. */
public record Tool(int exit, String said) {

    /** Skips the test where the tool is not installed, except on the build server, where it must be. */
    public static void needs(boolean present, String what) {
        if (System.getenv("CI") == null) {
            assumeTrue(present, what + " is missing; this comparison was not made");
        } else if (!present) {
            throw new AssertionError(what + " is missing on the build server");
        }
    }

    public static boolean installed(String program) {
        return Arrays.stream(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    public static Tool run(Path folder, List<String> command) {
        try {
            var output = Files.createTempFile("tool", ".txt");
            var process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(180, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(command.getFirst() + " did not end");
            }
            var said = Files.readString(output, StandardCharsets.ISO_8859_1);
            Files.delete(output);
            return new Tool(process.exitValue(), said);
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
