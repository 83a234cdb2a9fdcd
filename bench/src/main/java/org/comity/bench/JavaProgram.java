package org.comity.bench;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** How a Java process of a measurement is started: the same machine options for all of them. */
final class JavaProgram {

    private static final String ALL = System.getProperty("java.class.path");

    private JavaProgram() {}

    /** The built node with its start-up cache; from a build's folders the whole class path. */
    static List<String> node() {
        var jar = Stream.of(ALL.split(File.pathSeparator))
                .map(Path::of)
                .filter(it -> it.endsWith("comity.jar") && Files.isDirectory(it.resolveSibling("lib")))
                .findFirst();
        if (jar.isEmpty()) {
            return whole();
        }
        var cache = jar.get().resolveSibling("comity.aot");
        var program = List.of("-cp", jar.get().toString());
        return java(
                Files.exists(cache)
                        ? Stream.concat(Stream.of("-XX:AOTCache=" + cache), program.stream()).toList()
                        : program);
    }

    static List<String> whole() {
        return java(List.of("-cp", ALL));
    }

    private static List<String> java(List<String> program) {
        var line = new ArrayList<String>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(List.of("-XX:+UseSerialGC", "-Xmx384m"));
        line.addAll(program);
        return line;
    }
}
