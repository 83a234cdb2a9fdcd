package org.comity.launch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;

/**
 * Refuses a configuration that names a setting of ours which nothing reads: misspelt, it would leave a safeguard off without a
 * word. What is read stands in a file that {@code SettingsReadTest} makes from the code.
 */
final class UnknownSettings {

    static final String READ = "launch/settings.txt";

    private static final Pattern OURS = Pattern.compile("(?i)(?:node|operator)(?:[.\\[].*)?");
    private static final Pattern INDEX = Pattern.compile("\\[\\d+]");

    /** Of so many letters one may be another; nothing alike is better than a guess. */
    private static final int ONE_WRONG_IN = 3;

    private final List<Known> known;

    private UnknownSettings(List<Known> known) {
        this.known = known;
    }

    /** @throws CommandStopped with each of them, and the nearest that there is */
    static void refuse(Path config) {
        var found = new UnknownSettings(known()).in(config);
        if (!found.isEmpty()) {
            throw new CommandStopped(
                    "%s sets what nothing reads: %s. Every setting is in docs/reference/configuration.md."
                            .formatted(config, String.join("; ", found)));
        }
    }

    private static List<Known> known() {
        try (var in = new ClassPathResource(READ).getInputStream()) {
            return new String(in.readAllBytes(), UTF_8).lines().map(Known::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> in(Path config) {
        var unknown = new ArrayList<String>();
        for (var source : load(config)) {
            for (var key : source.getPropertyNames()) {
                if (OURS.matcher(key).matches() && !read(key, source.getProperty(key))) {
                    unknown.add(
                            key + nearest(key).map(it -> " (is it " + it + "?)").orElse(""));
                }
            }
        }
        return unknown;
    }

    private static List<EnumerablePropertySource<?>> load(Path config) {
        try {
            return new YamlPropertySourceLoader()
                    .load("config", new FileSystemResource(config)).stream()
                            .<EnumerablePropertySource<?>>map(it -> (EnumerablePropertySource<?>) it)
                            .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A group of settings that is left empty says nothing. */
    private boolean read(String key, @Nullable Object value) {
        var name = ConfigurationPropertyName.adapt(key, '.');
        var uniform = IntStream.range(0, name.getNumberOfElements())
                .mapToObj(it -> name.isNumericIndex(it)
                        ? "[]"
                        : (it == 0 ? "" : ".")
                                + name.getElement(it, Form.UNIFORM)
                                        .replace("[", "")
                                        .replace("]", ""))
                .collect(Collectors.joining());
        boolean empty = value == null || value.toString().isBlank();
        return known.stream().anyMatch(it -> it.is(uniform) || empty && it.within(uniform));
    }

    private Optional<String> nearest(String key) {
        var typed = INDEX.matcher(key).replaceAll("").toLowerCase(Locale.ROOT);
        return known.stream()
                .map(Known::written)
                .min(Comparator.comparingInt(it -> distance(typed, it)))
                .filter(it -> ONE_WRONG_IN * distance(typed, it) <= typed.length() - typed.indexOf('.'));
    }

    /** A name that only a map knows is as far from every other. */
    private static int distance(String typed, String written) {
        var parts = typed.split("\\.");
        var meant = written.split("\\.");
        for (int i = 0; i < Math.min(parts.length, meant.length); i++) {
            parts[i] = meant[i].equals("*") ? "*" : parts[i];
        }
        return letters(String.join(".", parts), written);
    }

    /** Levenshtein's: how many letters are to be put in, taken out or changed. */
    private static int letters(String one, String other) {
        int[] row = IntStream.rangeClosed(0, other.length()).toArray();
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }

    /**
     * One setting that is read.
     *
     * @param line as the made file has it: {@code []} after what there may be several of, {@code *} for what a map names
     */
    private record Known(String line, Pattern pattern) {

        /** The last name of a map may hold dots; several values may stand in one text. */
        private static Known of(String line) {
            var parts = Stream.of(line.replace("-", "").split("(?=\\[])|\\.")).toList();
            var pattern = new StringBuilder();
            for (int i = 0; i < parts.size(); i++) {
                boolean last = i == parts.size() - 1;
                switch (parts.get(i)) {
                    case "*" -> pattern.append(last ? "\\..+" : "\\.[^.]+");
                    case "[]" -> pattern.append(last ? "(\\[])?" : "\\[]");
                    case String name -> pattern.append(i == 0 ? "" : "\\.").append(Pattern.quote(name));
                }
            }
            return new Known(line, Pattern.compile(pattern.toString()));
        }

        boolean is(String uniform) {
            return pattern.matcher(uniform).matches();
        }

        /** It stands in this group, which goes on with a name or a number. */
        boolean within(String uniform) {
            return begins(uniform + ".") || begins(uniform + "[");
        }

        private boolean begins(String text) {
            var matcher = pattern.matcher(text);
            return !matcher.matches() && matcher.hitEnd();
        }

        String written() {
            return line.replace("[]", "");
        }
    }
}
