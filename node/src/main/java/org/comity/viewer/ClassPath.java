package org.comity.viewer;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** Where this program's classes are: what it was started with, and what the jars among that name themselves. */
final class ClassPath {

    private ClassPath() {}

    static List<Path> entries() {
        return List.of(System.getProperty("java.class.path").split(File.pathSeparator, -1)).stream()
                .filter(it -> !it.isEmpty())
                .map(it -> Path.of(it).toAbsolutePath().normalize())
                .toList();
    }

    static Set<Path> files() {
        var files = new LinkedHashSet<>(entries());
        for (Path each : entries()) {
            if (Files.isRegularFile(each)) files.addAll(named(each));
        }
        return files;
    }

    private static List<Path> named(Path jar) {
        try (var file = new JarFile(jar.toFile())) {
            var manifest = file.getManifest();
            var named = manifest == null ? null : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            return named == null
                    ? List.of()
                    : Stream.of(named.strip().split(" +"))
                            .flatMap(it -> beside(jar, it).stream())
                            .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static Optional<Path> beside(Path jar, String named) {
        try {
            return Optional.of(Path.of(jar.toUri().resolve(URI.create(named))));
        } catch (IllegalArgumentException | java.nio.file.FileSystemNotFoundException e) {
            return Optional.empty();
        }
    }
}
