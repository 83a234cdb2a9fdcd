package org.comity.directory;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.comity.vocabulary.ParticipantKind;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Finds what this version of the program carries out: each folder {@code procedures/NAME/N} with a table of moves. */
final class OfferedProcedures {

    private static final Pattern MOVES = Pattern.compile(".*/procedures/([a-z-]+/[0-9]+)/moves[.]md");
    private static final Pattern FILE = Pattern.compile(".*/procedures/([a-z-]+/[0-9]+)/(?:procedure|between)[.]yaml");

    private OfferedProcedures() {}

    /** In the order of their names. */
    static List<String> read() {
        return found("moves.md", MOVES).keySet().stream().toList();
    }

    /** Those whose file names this kind of participant for one of its roles; a procedure in Java says so in between.yaml. */
    static List<String> naming(ParticipantKind kind) {
        return found("*.yaml", FILE).entrySet().stream()
                .filter(it -> words(between(it.getValue())).anyMatch(kind.word()::equals))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static @Nullable Object between(String file) {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(file) instanceof Map<?, ?> keys
                ? keys.get("between")
                : null;
    }

    private static Stream<String> words(@Nullable Object node) {
        return switch (node) {
            case String word -> Stream.of(word);
            case Map<?, ?> byRole -> byRole.values().stream().flatMap(OfferedProcedures::words);
            case Collection<?> list -> list.stream().flatMap(OfferedProcedures::words);
            case null, default -> Stream.empty();
        };
    }

    /** Texts of these files, by the procedure in whose folder they lie. */
    private static Map<String, String> found(String name, Pattern path) {
        var texts = new java.util.TreeMap<String, String>();
        try {
            var files = new PathMatchingResourcePatternResolver().getResources("classpath*:procedures/*/*/" + name);
            for (var each : Arrays.asList(files)) {
                var folder = path.matcher(each.toString().replace("]", ""));
                if (folder.find()) texts.put(folder.group(1), each.getContentAsString(UTF_8));
            }
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
