package org.comity.bench;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Asks, before a measurement begins, for the programs of others that it cannot do without. */
final class RequiredPrograms {

    private RequiredPrograms() {}

    /** @throws Missing with the Debian packages, which have the programs' names */
    static void programs(String... names) {
        var missing = Arrays.stream(names).filter(it -> !here(it)).toList();
        if (!missing.isEmpty()) throw new Missing(missing);
    }

    private static boolean here(String name) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(it -> Files.isExecutable(Path.of(it).resolve(name)));
    }

    static final class Missing extends RuntimeException {
        Missing(List<String> programs) {
            super("needs %1$s; install with: apt-get install %1$s".formatted(String.join(" ", programs)));
        }
    }
}
