package org.comity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.Yaml;

/**
 * The machine of one participant of a network in earnest: commands of how-to pages run there as they stand, but for names, folders
 * and ports, since all machines of the story are this one.
 */
final class RealMachine implements AutoCloseable {

    private final Path folder;
    private final Map<String, String> read;
    private final Map<String, String> environment;
    private final Path home;
    private Process node;

    /**
     * @param home of the node, as the pages call it
     * @param read what stands on the pages, and what is meant here
     * @param environment of every command
     */
    RealMachine(Path folder, String home, Map<String, String> read, Map<String, String> environment) {
        this.folder = folder;
        // Longer names first: one may stand in another.
        this.read = new TreeMap<>((a, b) -> a.length() == b.length() ? a.compareTo(b) : b.length() - a.length());
        this.read.putAll(read);
        this.read.put("/var/lib", folder.toString());
        this.read.put("/media", folder.resolve("media").toString());
        this.environment = environment;
        this.home = Path.of(meant(home));
    }

    Path home() {
        return home;
    }

    Path folder() {
        return folder;
    }

    /** Runs what stands in a block, in a shell that stops at the first command that fails. @return what was said */
    String runs(String commands) {
        return runs(commands, "");
    }

    /** @param typed what is typed when asked */
    String runs(String commands, String typed) {
        try {
            var said = folder.resolve("said.txt");
            var process = begun(commands, said);
            try (var in = process.getOutputStream()) {
                in.write(typed.getBytes());
            }
            boolean ended = process.waitFor(3, TimeUnit.MINUTES);
            var text = Files.readString(said);
            assertThat(ended && process.exitValue() == 0)
                    .as(commands + "\n" + text)
                    .isTrue();
            return text;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A block that starts the node, which goes on. */
    void starts(String commands) {
        try {
            node = begun("exec " + commands, log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void isReady() {
        await().atMost(Duration.ofMinutes(8))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> {
                    if (!node.isAlive()) throw new AssertionError("The node has ended: " + said());
                    return said().contains("exchange warm");
                });
    }

    String said() {
        try {
            return Files.readString(log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a person types into a file that a command made. */
    void types(String file, Map<String, String> instead) {
        try {
            var path = home.resolve(file);
            var text = Files.readString(path);
            for (var each : instead.entrySet()) {
                assertThat(text).contains(each.getKey());
                text = text.replace(each.getKey(), each.getValue());
            }
            Files.writeString(path, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Completes the configuration: what a page says stands beside what the command wrote, each key once. */
    void completes(List<Map<String, Object>> settings) {
        try {
            var file = home.resolve("node.yaml");
            Map<String, Object> all = new Yaml().load(Files.readString(file));
            settings.forEach(it -> merge(all, new Yaml().load(meant(new Yaml().dump(it)))));
            Files.writeString(file, new Yaml().dump(all));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static void merge(Map<String, Object> all, Map<String, Object> more) {
        more.forEach((key, value) -> {
            if (value instanceof Map<?, ?> && all.get(key) instanceof Map<?, ?>) {
                var below = new LinkedHashMap<>((Map<String, Object>) all.get(key));
                merge(below, (Map<String, Object>) value);
                all.put(key, below);
            } else {
                all.put(key, value);
            }
        });
    }

    String meant(String text) {
        // In one go: what is meant may hold what is read.
        var names = read.keySet().stream().map(Pattern::quote).collect(Collectors.joining("|"));
        return Pattern.compile(names).matcher(text).replaceAll(it -> Matcher.quoteReplacement(read.get(it.group())));
    }

    private Process begun(String commands, Path said) throws IOException {
        // Without a terminal, so that what asks for a password reads what is typed here.
        var command = new ArrayList<>(List.of("setsid", "sh", "-eu", "-c", meant(commands)));
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }

    private Path log() {
        return folder.resolve("node.log");
    }

    @Override
    public void close() {
        if (node == null) return;
        node.destroy();
        try {
            if (!node.waitFor(30, TimeUnit.SECONDS)) node.destroyForcibly();
        } catch (InterruptedException e) {
            node.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
