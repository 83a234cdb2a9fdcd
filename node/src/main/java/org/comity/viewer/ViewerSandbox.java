package org.comity.viewer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.comity.evidence.EvidenceSettings;
import org.comity.viewer.ViewerSettings.Isolation;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Shuts the drawing process in with bubblewrap. A wall counts only once it was tried here and hid the vault; without such a
 * wall nothing is drawn.
 */
@Component
class ViewerSandbox {

    enum Kind {
        /** Sees nothing but Java and this program, read-only; no network, no other process, no rights. */
        BUBBLEWRAP,
        /** The program is not here, the system does not let it work, or it hides nothing. */
        MISSING,
        /** The administrator wants nothing drawn. */
        OFF
    }

    private static final String NOBODY = "65534";
    private static final List<Path> PROGRAMS = List.of(Path.of("/usr/bin"), Path.of("/bin"), Path.of("/usr/local/bin"));

    /** What is said from inside: Java can be run there, and the vault is not to be seen. */
    private static final int STANDS = 42;

    private static final String LOOK =
            "[ -x \"$1\" ] || exit 1; shift; for each; do [ ! -e \"$each\" ] || exit 1; done; exit " + STANDS;

    private static final int MOST_LOOKED_FOR = 100;

    private final Isolation wanted;
    private final Path hidden;
    private final List<Path> homes;
    private final List<Path> programs;
    private volatile @Nullable List<String> standing;

    @Autowired
    ViewerSandbox(
            ViewerSettings settings,
            EvidenceSettings evidence,
            @Value("${node.home:}") String home,
            @Value("${node.keys:}") String keys) {
        this(
                settings.isolation(),
                evidence.folder(),
                Stream.of(home, keys).filter(it -> !it.isBlank()).map(Path::of).toList(),
                PROGRAMS);
    }

    ViewerSandbox(Isolation wanted, Path hidden, List<Path> programs) {
        this(wanted, hidden, List.of(), programs);
    }

    /**
     * @param hidden exists, and must not be seen from inside
     * @param homes nothing that lies in them may be seen either, but this program itself if it lies there
     */
    ViewerSandbox(Isolation wanted, Path hidden, List<Path> homes, List<Path> programs) {
        this.homes = List.copyOf(homes);
        this.wanted = wanted;
        this.hidden = hidden.toAbsolutePath().normalize();
        this.programs = programs;
    }

    Kind kind() {
        if (wanted == Isolation.OFF) return Kind.OFF;
        return before().isPresent() ? Kind.BUBBLEWRAP : Kind.MISSING;
    }

    /** The words that come before the program; empty if nothing may be drawn. What is missing is looked for again. */
    Optional<List<String>> before() {
        if (wanted == Isolation.OFF) return Optional.empty();
        if (standing == null) standing = found();
        return Optional.ofNullable(standing);
    }

    private @Nullable List<String> found() {
        return program("bwrap")
                .map(ViewerSandbox::bubblewrap)
                .filter(this::hides)
                .map(this::limited)
                .orElse(null);
    }

    private static List<String> bubblewrap(Path program) {
        var line = new ArrayList<>(List.of(
                program.toString(),
                "--unshare-all",
                "--die-with-parent",
                "--new-session",
                "--clearenv",
                "--cap-drop",
                "ALL",
                "--uid",
                NOBODY,
                "--gid",
                NOBODY));
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

    /** No file is written, no memory dumped, and no time spent beyond this; where the system can say so. */
    private List<String> limited(List<String> wall) {
        var line = new ArrayList<>(wall);
        program("prlimit")
                .ifPresent(
                        it -> line.addAll(List.of(it.toString(), "--fsize=0", "--core=0", "--nofile=512", "--cpu=60")));
        return List.copyOf(line);
    }

    private Optional<Path> program(String name) {
        return programs.stream()
                .map(it -> it.resolve(name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static List<String> in(Path home) throws IOException {
        if (!Files.isDirectory(home)) return List.of();
        var program = new ArrayList<>(ClassPath.files());
        program.add(Path.of(System.getProperty("java.home")));
        var found = new ArrayList<String>();
        try (var each = Files.newDirectoryStream(home.toRealPath())) {
            for (var file : each) {
                if (found.size() == MOST_LOOKED_FOR) break;
                var real = Files.exists(file) ? file.toRealPath() : file;
                if (program.stream()
                        .noneMatch(it -> it.toAbsolutePath().normalize().startsWith(real))) found.add(real.toString());
            }
        }
        return found;
    }

    private boolean hides(List<String> wall) {
        var line = new ArrayList<>(wall);
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        line.addAll(List.of("/bin/sh", "-c", LOOK, "look", java));
        try {
            // Where it truly lies: inside, a link to it is missing, and what it leads to may be seen.
            line.add(hidden.toRealPath().toString());
            for (var each : homes) line.addAll(in(each));
            var process = new ProcessBuilder(line)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (process.waitFor(30, TimeUnit.SECONDS)) return process.exitValue() == STANDS;
            process.destroyForcibly();
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }
}
