package org.comity.bench;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** How a Java process of a measurement is started: the same machine options for all of them. */
final class JavaProgram {

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final String ALL = System.getProperty("java.class.path");

    private JavaProgram() {}

    /** The built node with its start-up cache; from a build's folders the whole class path. */
    static List<String> node() {
        var jar = Stream.of(ALL.split(File.pathSeparator))
                .map(Path::of)
                .filter(it -> it.endsWith("comity.jar") && Files.isDirectory(it.resolveSibling("lib")))
                .findFirst();
        if (jar.isEmpty()) {
            // Only a test does that, and its node dies before anything is worth compiling twice or verifying.
            return java(List.of(
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UnlockDiagnosticVMOptions",
                    "-XX:-BytecodeVerificationRemote",
                    "-cp",
                    ALL));
        }
        return java(quick(jar.get()));
    }

    /** What the launcher says, word for word: a start-up cache fits only the options that it was made with. */
    private static List<String> quick(Path jar) {
        var cache = jar.resolveSibling("comity.aot");
        var prepared = jar.resolveSibling("lib").resolve("comity-prepared.jar");
        var program = new ArrayList<String>();
        program.add("-XX:+UseCompactObjectHeaders");
        if (Files.exists(cache)) {
            program.add("-XX:AOTCache=" + cache);
        }
        if (Files.exists(prepared)) {
            program.add("-Dspring.aot.enabled=true");
        }
        program.addAll(List.of("-cp", jar + File.pathSeparator + prepared));
        return program;
    }

    static List<String> whole() {
        return java(List.of("-cp", ALL));
    }

    /**
     * With little memory, for what must stay flat. The heap begins small: else it begins at its most, and a short run never
     * touches what a long one fills with garbage.
     *
     * @param megabytes of heap at most; garbage fills it sooner or later, whatever is alive
     */
    static List<String> small(Class<?> main, int megabytes) {
        return List.of(JAVA, "-XX:+UseSerialGC", "-Xmx%dm".formatted(megabytes), "-Xms32m", "-cp", ALL, main.getName());
    }

    private static List<String> java(List<String> program) {
        var line = new ArrayList<String>();
        line.addAll(List.of(JAVA, "-XX:+UseSerialGC", "-Xmx384m"));
        line.addAll(program);
        return line;
    }
}
