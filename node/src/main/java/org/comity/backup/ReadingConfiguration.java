package org.comity.backup;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Reads a node's configuration as the node itself reads it, environment variables included. */
final class ReadingConfiguration {

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
                    environment.getProperty("spring.datasource.url"),
                    environment.getProperty("spring.datasource.username"),
                    environment.getProperty("spring.datasource.password"));
        } catch (RuntimeException unreadable) {
            throw new BackupNotDone(
                    "The configuration %s is not understood: %s".formatted(config, unreadable.getMessage()));
        }
    }

    private static Path folder(StandardEnvironment environment, String key) {
        return Path.of(environment.getRequiredProperty(key)).toAbsolutePath().normalize();
    }
}
