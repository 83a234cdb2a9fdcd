package org.comity.capacity;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Languages, each with the level that somebody has or asks for, where one was said: A1 to C2 of the Common European Framework of
 * Reference. What nobody said of a level stands in no way.
 *
 * @param levels by the code of the language; empty where none was said
 */
public record SpokenLanguages(Map<String, String> levels) {

    /** From the lowest to the highest, and in the order of their letters. */
    public static final List<String> LEVELS = List.of("a1", "a2", "b1", "b2", "c1", "c2");

    /** As the files of the procedures name them, in the same order. */
    private static final List<String> NAMES =
            List.of("breakthrough", "waystage", "threshold", "vantage", "advanced", "mastery");

    /** As typed by a person: {@code fr}, or {@code fr:b2}. */
    private static final Pattern WORD = Pattern.compile("([a-z]{2})(?::([abc][12]))?");

    public SpokenLanguages {
        levels = Map.copyOf(levels);
    }

    public static SpokenLanguages of(Collection<String> codes) {
        return new SpokenLanguages(codes.stream().collect(Collectors.toMap(it -> it, _ -> "", (one, _) -> one)));
    }

    /**
     * @param rows each with a {@code language} and a {@code level}, as an act says them; what is no level, or of a language that
     *     is not among these, says nothing
     */
    public SpokenLanguages at(List<Map<String, Object>> rows) {
        var all = new TreeMap<>(levels);
        for (var row : rows) {
            int level = NAMES.indexOf(String.valueOf(row.get("level")));
            if (level >= 0) {
                all.computeIfPresent(String.valueOf(row.get("language")).strip(), (_, _) -> LEVELS.get(level));
            }
        }
        return new SpokenLanguages(all);
    }

    public static boolean readable(String word) {
        return WORD.matcher(word).matches();
    }

    /** What is not {@link #readable} is left out. */
    public static SpokenLanguages read(Collection<String> words) {
        var all = new TreeMap<String, String>();
        for (var each : words) {
            var word = WORD.matcher(each);
            if (word.matches()) all.put(word.group(1), word.group(2) == null ? "" : word.group(2));
        }
        return new SpokenLanguages(all);
    }

    public Set<String> codes() {
        return levels.keySet();
    }

    public String level(String code) {
        return levels.getOrDefault(code, "");
    }

    /** Those of which a level was said, in their order. */
    public Map<String, String> said() {
        var all = new TreeMap<>(levels);
        all.values().removeIf(String::isEmpty);
        return all;
    }

    /** As {@link #read} takes them, in their order. */
    public List<String> words() {
        return new TreeMap<>(levels)
                .entrySet().stream()
                        .map(it -> it.getValue().isEmpty() ? it.getKey() : it.getKey() + ":" + it.getValue())
                        .toList();
    }

    /** Those of them in which who has these follows what asks for the others; in their order. */
    public List<String> follow(SpokenLanguages asked) {
        return codes().stream()
                .filter(asked.codes()::contains)
                .filter(it -> level(it).isEmpty() || level(it).compareTo(asked.level(it)) >= 0)
                .sorted()
                .toList();
    }
}
