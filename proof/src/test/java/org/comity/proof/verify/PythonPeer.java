package org.comity.proof.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.comity.proof.OtherPrograms;

/** Runs the second implementation of the protocol, examples/python, as somebody else would: as a program. */
final class PythonPeer {

    private static final Path HOME =
            Path.of("..", "examples", "python").toAbsolutePath().normalize();

    /** Where it is kept compiled: beside its sources nothing is written, and each start would compile it anew. */
    private static final Path COMPILED = Path.of(System.getProperty("java.io.tmpdir"), "foreign-compiled");

    private PythonPeer() {}

    /** What it printed, and its exit code. */
    record Said(int code, String text) {
        List<String> lines() {
            return text.lines().toList();
        }
    }

    static PythonPeer needed() {
        OtherPrograms.need("python3", "openssl");
        return new PythonPeer();
    }

    Said run(Path folder, String input, String... arguments) {
        var command = new ArrayList<>(List.of("python3", "-m", "foreign"));
        command.addAll(List.of(arguments));
        try {
            var in = Files.writeString(folder.resolve("said"), input, UTF_8);
            var process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
            process.environment().put("PYTHONPATH", HOME.toString());
            process.environment().put("PYTHONIOENCODING", "utf-8");
            process.environment().put("PYTHONPYCACHEPREFIX", COMPILED.toString());
            var started = process.redirectInput(in.toFile()).start();
            var text = new String(started.getInputStream().readAllBytes(), UTF_8).strip();
            return new Said(started.waitFor(), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
