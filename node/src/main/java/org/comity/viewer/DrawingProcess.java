package org.comity.viewer;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.comity.viewer.child.Render;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Runs one process for one page: bytes in, a picture or text out, ended when it takes too long or says too much.
 */
@Component
class DrawingProcess {

    private static final Logger log = LoggerFactory.getLogger(DrawingProcess.class);

    private final ViewerSandbox walls;
    private final ViewerSettings settings;
    private final Semaphore free;

    DrawingProcess(ViewerSandbox walls, ViewerSettings settings) {
        this.walls = walls;
        this.settings = settings;
        this.free = new Semaphore(settings.atOnce());
    }

    /** @param plain closed by whoever gave it */
    ShownPart draw(ViewerKind look, int page, int sheet, InputStream plain) {
        return draw(
                List.of(Render.class.getName(), look.name().toLowerCase(Locale.ROOT), "" + page, "" + sheet), plain);
    }

    /** @param program its class, and what it is told */
    ShownPart draw(List<String> program, InputStream plain) {
        var wall = walls.before();
        if (wall.isEmpty()) return ShownPart.failed(walls.kind() == ViewerSandbox.Kind.OFF ? "off" : "no-walls");
        boolean turn = false;
        try {
            turn = free.tryAcquire(settings.longest().toMillis(), TimeUnit.MILLISECONDS);
            return turn ? drawn(line(wall.get(), program), plain) : ShownPart.failed("busy");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ShownPart.failed("busy");
        } catch (IOException e) {
            log.warn("The process that draws items did not start: {}", e.getMessage());
            return ShownPart.failed("crashed");
        } finally {
            if (turn) free.release();
        }
    }

    private ShownPart drawn(List<String> line, InputStream plain) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.directory(new File("/"));
        builder.environment().clear();
        var process = builder.start();
        var late = new AtomicBoolean();
        var watch = Thread.ofVirtual().start(() -> {
            if (!ended(process)) {
                late.set(true);
                end(process);
            }
        });
        var torn = new AtomicBoolean();
        Thread.ofVirtual().start(() -> pour(plain, process.getOutputStream(), torn));
        try (var out = process.getInputStream()) {
            var shown = ReadingFrames.hear(out, settings.largestOut().toBytes());
            if (torn.get()) return ShownPart.failed("damaged");
            return late.get() ? new ShownPart(shown.blocks(), "time") : shown;
        } finally {
            end(process);
            watch.join();
        }
    }

    /** With what it started: while the walls go up, what is inside them does not yet end with them, and would hold the pipe. */
    private static void end(Process process) {
        var inside = process.descendants().toList();
        process.destroyForcibly();
        inside.forEach(ProcessHandle::destroyForcibly);
    }

    private boolean ended(Process process) {
        try {
            return process.waitFor(settings.longest().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return false;
        }
    }

    /** The child may have seen enough before the end. */
    private static void pour(InputStream plain, OutputStream into, AtomicBoolean torn) {
        try (into) {
            byte[] some = new byte[1 << 16];
            for (int n = read(plain, some, torn); n >= 0; n = read(plain, some, torn)) into.write(some, 0, n);
        } catch (IOException e) {
            log.debug("The process that draws items took no more: {}", e.getMessage());
        }
    }

    private static int read(InputStream plain, byte[] some, AtomicBoolean torn) throws IOException {
        try {
            return plain.read(some);
        } catch (IOException e) {
            torn.set(true);
            throw e;
        }
    }

    private List<String> line(List<String> wall, List<String> program) {
        var line = new ArrayList<>(wall);
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(List.of(
                "-Xmx" + settings.heap().toMegabytes() + "m",
                "-Xss1m",
                "-XX:MaxMetaspaceSize=96m",
                "-XX:MaxDirectMemorySize=16m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-XX:+DisableAttachMechanism",
                "-XX:+DisplayVMOutputToStderr",
                "-Djava.awt.headless=true",
                "-Dlog4j2.loggerContextFactory=org.apache.logging.log4j.simple.SimpleLoggerContextFactory",
                "-cp",
                String.join(
                        File.pathSeparator,
                        ClassPath.entries().stream().map(Path::toString).toList())));
        line.addAll(program);
        return line;
    }
}
