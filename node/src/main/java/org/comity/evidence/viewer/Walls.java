package org.comity.evidence.viewer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.comity.evidence.viewer.ViewerSettings.Isolation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How the drawing process is shut in on this system. Tried once, at the first use. */
@Component
class Walls {

    /** What is kept from the process. */
    enum Kind {
        /** Sees nothing but Java and this program, read-only; no network, no other process, no rights. */
        BUBBLEWRAP,
        /** No network, no other process, no rights; it could read files that anybody may read. */
        UNSHARE,
        /** Only its memory and time are limited. */
        RUNTIME,
        /** Nothing is drawn. */
        NONE
    }

    private static final String NOBODY = "65534";

    private final Isolation wanted;
    private volatile @Nullable Kind kind;
    private @Nullable List<String> before;

    Walls(ViewerSettings settings) {
        this.wanted = settings.isolation();
    }

    Kind kind() {
        var known = kind;
        if (known == null) {
            known = find();
            kind = known;
        }
        return known;
    }

    private Kind find() {
        if (wanted == Isolation.OFF) return Kind.NONE;
        if (works(bubblewrap())) return Kind.BUBBLEWRAP;
        if (wanted == Isolation.BUBBLEWRAP) return Kind.NONE;
        if (works(unshare())) return Kind.UNSHARE;
        return wanted == Isolation.UNSHARE ? Kind.NONE : Kind.RUNTIME;
    }

    /** The words that come before the program. */
    synchronized List<String> before() {
        if (before == null) before = words();
        return before;
    }

    private List<String> words() {
        var line = new ArrayList<String>();
        switch (kind()) {
            case BUBBLEWRAP -> line.addAll(bubblewrap());
            case UNSHARE -> line.addAll(unshare());
            case RUNTIME, NONE -> {}
        }
        line.addAll(limits());
        return List.copyOf(line);
    }

    private static List<String> bubblewrap() {
        return program("bwrap").map(Walls::bubblewrap).orElse(List.of());
    }

    private static List<String> bubblewrap(String program) {
        var line = new ArrayList<>(List.of(
                program, "--unshare-all", "--die-with-parent", "--new-session", "--clearenv", "--cap-drop", "ALL",
                "--uid", NOBODY, "--gid", NOBODY));
        for (var each : List.of("/usr/bin", "/usr/lib", "/usr/lib64", "/lib", "/lib64", "/bin", "/etc/ld.so.cache")) {
            line.addAll(List.of("--ro-bind-try", each, each));
        }
        var java = System.getProperty("java.home");
        line.addAll(List.of("--ro-bind", java, java));
        // Debian keeps a part of Java's own settings here.
        var settings = "/etc/java-%d-openjdk".formatted(Runtime.version().feature());
        line.addAll(List.of("--ro-bind-try", settings, settings));
        for (var each : ClassPath.files()) {
            line.addAll(List.of("--ro-bind-try", each.toString(), each.toString()));
        }
        line.addAll(List.of("--proc", "/proc", "--dev", "/dev", "--remount-ro", "/", "--chdir", "/"));
        return line;
    }

    private static List<String> unshare() {
        return program("unshare")
                .map(it -> List.of(
                        it, "--user", "--map-user=" + NOBODY, "--map-group=" + NOBODY, "--net", "--ipc", "--uts", "--pid",
                        "--fork", "--kill-child"))
                .orElse(List.of());
    }

    /** No file is written, no memory dumped, and no time spent beyond this; where the system can say so. */
    private static List<String> limits() {
        return program("prlimit")
                .map(it -> List.of(it, "--fsize=0", "--core=0", "--nofile=512", "--cpu=60"))
                .orElse(List.of());
    }

    private static Optional<String> program(String name) {
        return List.of("/usr/bin/", "/bin/", "/usr/local/bin/").stream()
                .map(it -> it + name)
                .filter(it -> Files.isExecutable(Path.of(it)))
                .findFirst();
    }

    private static boolean works(List<String> before) {
        if (before.isEmpty()) return false;
        var line = new ArrayList<>(before);
        line.add(program("true").orElse("true"));
        try {
            var process = new ProcessBuilder(line)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (process.waitFor(10, TimeUnit.SECONDS)) return process.exitValue() == 0;
            process.destroyForcibly();
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }
}
