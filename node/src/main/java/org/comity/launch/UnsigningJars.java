package org.comity.launch;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Manifest;

/**
 * Takes the signatures off the jars of the built program: of a signed jar the JVM keeps no class in its start-up cache,
 * and checks each of them at every start. Java asks for no signature; what was fetched, Maven has checked.
 */
final class UnsigningJars {

    private UnsigningJars() {}

    static void in(Path folder) throws IOException {
        List<Path> jars;
        try (var files = Files.list(folder)) {
            jars = files.filter(it -> it.toString().endsWith(".jar")).toList();
        }
        for (var jar : jars) {
            try (var content = FileSystems.newFileSystem(jar)) {
                var signatures = signatures(content);
                for (var signature : signatures) {
                    Files.delete(signature);
                }
                if (!signatures.isEmpty()) {
                    forgetDigests(content.getPath("META-INF/MANIFEST.MF"));
                }
            }
        }
    }

    /** Of a signed jar the manifest is as large as its list of files. */
    private static void forgetDigests(Path manifest) throws IOException {
        var about = new Manifest();
        try (var in = Files.newInputStream(manifest)) {
            about.read(in);
        }
        about.getEntries().clear();
        try (var out = Files.newOutputStream(manifest)) {
            about.write(out);
        }
    }

    private static List<Path> signatures(FileSystem jar) throws IOException {
        var about = jar.getPath("META-INF");
        if (!Files.isDirectory(about)) {
            return List.of();
        }
        try (var files = Files.list(about)) {
            return files.filter(it -> it.toString().matches(".*\\.(SF|RSA|DSA|EC)"))
                    .toList();
        }
    }
}
