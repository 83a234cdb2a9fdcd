package org.comity.bench;

import java.io.IOException;
import java.nio.file.Path;

/** Runs others' programs, timed as their user would time them. */
final class ShellCommand {

    private ShellCommand() {}

    /**
     * @return seconds
     * @throws IOException with what the command said, if it failed
     */
    static double run(Path folder, String command) throws IOException, InterruptedException {
        long start = System.nanoTime();
        var process = new ProcessBuilder("bash", "-c", command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) throw new IOException(command + ": " + said);
        return (System.nanoTime() - start) / 1e9;
    }
}
