package org.comity.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Our side of sealing and matching, in a process of its own with a small heap. */
final class SealingEnd implements AutoCloseable {

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private final Process process;
    private final BufferedReader answers;

    /** @param sha256 of what was plain */
    record Sealed(double seconds, String sha256) {}

    /** @param megabytes of heap at most */
    SealingEnd(int megabytes) throws IOException {
        process = new ProcessBuilder(JavaProgram.small(EvidencePass.class, megabytes))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        answers = process.inputReader();
    }

    double seconds(String right, String what, Path... files) throws IOException {
        var done = done(what, (Object[]) files);
        if (!done.sha256().equals(right)) {
            throw new IOException("%s found %s, not %s".formatted(what, done.sha256(), right));
        }
        return done.seconds();
    }

    Sealed done(String what, Object... words) throws IOException {
        var line = new StringBuilder(what);
        for (var each : words) line.append('\t').append(each);
        var to = process.outputWriter();
        to.write(line.append('\n').toString());
        to.flush();
        var answer = answers.readLine();
        if (answer == null) throw new IOException("the measured process ended");
        var said = answer.split("\t");
        if (!HASH.matcher(said[1]).matches()) throw new IOException("%s found %s".formatted(what, said[1]));
        return new Sealed(Long.parseLong(said[0]) / 1e9, said[1]);
    }

    long residentMb() {
        return ProcessMemory.most(process.toHandle());
    }

    @Override
    public void close() {
        try {
            process.outputWriter().close();
            process.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
