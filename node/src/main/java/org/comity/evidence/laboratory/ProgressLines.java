package org.comity.evidence.laboratory;

import java.io.PrintStream;
import java.util.concurrent.TimeUnit;

/** Draws one line a file, again twice a second at a terminal; elsewhere only its end. */
final class ProgressLines {

    private static final long PERIOD = TimeUnit.MILLISECONDS.toNanos(500);

    private final String name;
    private final long size;
    private final PrintStream out;
    private final boolean terminal =
            System.console() != null && System.console().isTerminal();
    private long began;
    private long first;
    private long drawn;
    private boolean broken;

    ProgressLines(String name, long size, PrintStream out) {
        this.name = name;
        this.size = size;
        this.out = out;
    }

    void begins(long at) {
        began = System.nanoTime();
        first = at;
        if (at > 0) out.printf("%s: goes on at byte %,d of %,d%n", name, at, size);
    }

    void at(long bytes) {
        broken = false;
        long now = System.nanoTime();
        if (!terminal || now - drawn < PERIOD) return;
        drawn = now;
        double rate = (bytes - first) / Math.max(1e-3, (now - began) / 1e9);
        out.printf(
                "\r%s: %,d of %,d MB, %.1f MB/s, %s left \u001b[K",
                name, bytes / 1_000_000, size / 1_000_000, rate / 1e6, left((size - bytes) / Math.max(1, rate)));
        out.flush();
    }

    private static String left(double seconds) {
        return seconds < 90 ? "%.0f s".formatted(seconds) : "%.0f min".formatted(seconds / 60);
    }

    void broke() {
        if (broken) return;
        broken = true;
        out.printf("%s%s: the line dropped; what came is safe. Trying again.%n", terminal ? "\r" : "", name);
    }

    void sealed(String sha256) {
        ended("sealed", sha256);
    }

    void saved(String sha256) {
        ended("saved", sha256);
    }

    private void ended(String how, String sha256) {
        out.printf("%s%s: %s, SHA-256 %s%n", terminal ? "\r\u001b[K" : "", name, how, sha256);
    }
}
