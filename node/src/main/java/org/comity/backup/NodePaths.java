package org.comity.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.comity.database.NodeDatabase;
import org.jspecify.annotations.Nullable;

/**
 * Names where a node's files and its database lie.
 *
 * @param disk where a disk that somebody carries is mounted: what lies there is no file of the node
 * @param bucket to which whole items of evidence are handed on, of a store that is backed up by its own means
 * @param named each value of the configuration that says where something lies, by its key
 * @param url of one's own PostgreSQL; null for the database that the node brings along
 */
record NodePaths(
        String node,
        Path config,
        Path home,
        Path keys,
        Path directory,
        Path evidence,
        Path disk,
        @Nullable String bucket,
        Map<String, String> named,
        @Nullable String url,
        @Nullable String user,
        @Nullable String password) {

    /** With what Spring may write before it. */
    private static final Pattern PLACE = Pattern.compile("((?:file:(?://)?)?)(/[^/].*)");

    static boolean isPlace(String value) {
        return PLACE.matcher(value).matches();
    }

    /** What the configuration names, is there, and lies in no folder of which a backup tells otherwise. */
    SortedMap<String, Path> outside() {
        var outside = new TreeMap<String, Path>();
        named.forEach((key, value) -> outside.put(key, path(value)));
        outside.values().removeIf(it -> !Files.exists(it));
        for (var told : List.of(home, keys, directory, evidence, disk)) {
            outside.values().removeIf(it -> it.startsWith(told));
        }
        return outside;
    }

    /** What the configuration has to name anew where each of these folders lies elsewhere now. */
    SortedMap<String, String> moved(Map<Path, Path> folders) {
        var moved = new TreeMap<String, String>();
        named.forEach((key, value) -> folders.entrySet().stream()
                .filter(it -> path(value).startsWith(it.getKey()))
                .max(Comparator.comparing(it -> it.getKey().getNameCount()))
                .ifPresent(it -> moved.put(
                        key, prefix(value) + it.getValue().resolve(it.getKey().relativize(path(value))))));
        return moved;
    }

    private static Path path(String value) {
        return Path.of(PLACE.matcher(value).replaceFirst("$2")).normalize();
    }

    private static String prefix(String value) {
        return PLACE.matcher(value).replaceFirst("$1");
    }

    NodeDatabase database() throws IOException {
        return url == null ? NodeDatabase.under(home) : NodeDatabase.of(url, user, password);
    }
}
