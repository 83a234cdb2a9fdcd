package org.comity.backup;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.env.OriginTrackedMapPropertySource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Reads a node's configuration as the node itself reads it, environment variables included. */
final class ReadingConfiguration {

    /** In the name of what comes with the program. */
    private static final String OUR_OWN = "class path resource";

    private static final List<String> FOLDERS =
            List.of("node.home", "node.keys", "node.directory.folder", "node.evidence.folder");

    private ReadingConfiguration() {}

    static NodePaths read(Path config) {
        if (!Files.isReadable(config)) {
            throw new BackupNotDone(
                    "The configuration %s cannot be read. Check the path and its rights.".formatted(config));
        }
        var environment = new StandardEnvironment();
        var where = Map.<String, Object>of("spring.config.additional-location", "file:" + config.toAbsolutePath());
        environment.getPropertySources().addFirst(new MapPropertySource("command", where));
        try {
            ConfigDataEnvironmentPostProcessor.applyTo(environment);
            return new NodePaths(
                    environment.getRequiredProperty("node.id"),
                    config.toAbsolutePath(),
                    folder(environment, "node.home"),
                    folder(environment, "node.keys"),
                    folder(environment, "node.directory.folder"),
                    folder(environment, "node.evidence.folder"),
                    folder(environment, "node.evidence.disk.folder"),
                    environment.getProperty("node.evidence.s3.bucket"),
                    named(environment),
                    environment.getProperty("spring.datasource.url"),
                    environment.getProperty("spring.datasource.username"),
                    environment.getProperty("spring.datasource.password"));
        } catch (RuntimeException unreadable) {
            throw new BackupNotDone(
                    "The configuration %s is not understood: %s".formatted(config, unreadable.getMessage()));
        }
    }

    /** Of the file itself; not in lists, of which another document of the file cannot replace one part. */
    private static Map<String, String> named(StandardEnvironment environment) {
        var named = new TreeMap<String, String>();
        for (var each : environment.getPropertySources()) {
            if (!(each instanceof OriginTrackedMapPropertySource source)
                    || source.getName().contains(OUR_OWN)) continue;
            for (var key : source.getPropertyNames()) {
                // Lenient: a secret that only the running node is given is no place, and no reason to stop.
                var value = environment.resolvePlaceholders(String.valueOf(source.getProperty(key)));
                if (!key.contains("[") && NodePaths.isPlace(value)) named.putIfAbsent(key, value);
            }
        }
        for (var key : FOLDERS) named.put(key, folder(environment, key).toString());
        return named;
    }

    private static Path folder(StandardEnvironment environment, String key) {
        return Path.of(environment.getRequiredProperty(key)).toAbsolutePath().normalize();
    }
}
