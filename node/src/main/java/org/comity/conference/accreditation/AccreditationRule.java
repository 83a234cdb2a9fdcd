package org.comity.conference.accreditation;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * The rule by which observers are admitted, as the Conference set it: a file, not a choice of this program.
 *
 * @param days within which a State can object, the day of circulation not counted
 * @param reasonNeeded an objection without a reason is not recorded
 * @param shown what those who take part see of an objection
 * @param objections from how many on {@code with} follows instead of {@code without}
 * @param session how the session decides what is referred to it; recorded, never counted here
 * @param text the file itself, which an application keeps for life
 */
// More than twelve: a rule has so many parts, and each is one line of its file.
public record AccreditationRule(
        String name,
        int version,
        LocalDate of,
        Map<String, String> titles,
        int days,
        boolean reasonNeeded,
        Shown shown,
        int objections,
        Consequence with,
        Consequence without,
        String session,
        boolean figuresPublic,
        String text) {

    static final int LARGEST = 16_384;

    private static final Set<String> KEYS = Set.of(
            "rule",
            "version",
            "of",
            "title",
            "days",
            "reason",
            "shown",
            "objections",
            "with-objections",
            "without",
            "session",
            "figures");

    /** What the rule makes of the objections that stand when the days are over. */
    public enum Consequence {
        ADMIT,
        REFER,
        REFUSE
    }

    /** What those who take part see of an objection; whoever keeps the papers sees all. */
    public enum Shown {
        AUTHOR_AND_REASON,
        REASON,
        NOTHING
    }

    public AccreditationRule {
        titles = Map.copyOf(titles);
    }

    public String title(String language) {
        return titles.getOrDefault(language, titles.getOrDefault("en", name));
    }

    /** The last day on which an objection counts. */
    public LocalDate until(LocalDate circulated) {
        return circulated.plusDays(days);
    }

    public Consequence of(long standing) {
        return standing >= objections ? with : without;
    }

    /** @throws IllegalArgumentException in words that say which line is wrong */
    static AccreditationRule read(String text) {
        if (text.length() > LARGEST) throw new IllegalArgumentException("is longer than " + LARGEST + " characters");
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(0);
        options.setNestingDepthLimit(5);
        options.setCodePointLimit(LARGEST);
        try {
            if (!(new Yaml(new SafeConstructor(options)).load(text) instanceof Map<?, ?> file)) {
                throw new IllegalArgumentException("needs keys with values");
            }
            if (!file.keySet().equals(KEYS)) {
                throw new IllegalArgumentException(
                        "needs exactly the keys " + KEYS.stream().sorted().toList());
            }
            return new AccreditationRule(
                    word(file, "rule", "[a-z][a-z0-9-]{1,59}"),
                    number(file, "version", 1, 999),
                    day(file),
                    titles(file.get("title")),
                    number(file, "days", 1, 365),
                    choice(file, "reason", List.of("required", "optional")).equals("required"),
                    choice(file, "shown", Shown.class),
                    number(file, "objections", 1, 200),
                    choice(file, "with-objections", Consequence.class),
                    choice(file, "without", Consequence.class),
                    choice(file, "session", List.of("consensus", "majority")),
                    choice(file, "figures", List.of("public", "not-public")).equals("public"),
                    text);
        } catch (YAMLException e) {
            throw new IllegalArgumentException("is no YAML within the limits: " + e.getMessage(), e);
        }
    }

    private static Map<String, String> titles(@Nullable Object title) {
        if (title instanceof Map<?, ?> map
                && map.keySet().containsAll(Set.of("en", "ar"))
                && map.entrySet().stream()
                        .allMatch(it -> it.getKey() instanceof String language
                                && language.matches("[a-z]{2}")
                                && it.getValue() instanceof String words
                                && !words.isBlank()
                                && words.length() <= 200)) {
            return map.entrySet().stream()
                    .collect(Collectors.toMap(it -> (String) it.getKey(), it -> (String) it.getValue()));
        }
        throw new IllegalArgumentException("title: needs en and ar, at most 200 characters each");
    }

    private static LocalDate day(Map<?, ?> file) {
        var value = file.get("of");
        try {
            return value instanceof java.util.Date date
                    ? date.toInstant().atZone(java.time.ZoneOffset.UTC).toLocalDate()
                    : LocalDate.parse(String.valueOf(value));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("of: needs a day such as 2026-03-14", e);
        }
    }

    private static int number(Map<?, ?> file, String key, int least, int most) {
        if (file.get(key) instanceof Integer number && number >= least && number <= most) return number;
        throw new IllegalArgumentException("%s: needs a whole number from %d to %d".formatted(key, least, most));
    }

    private static String word(Map<?, ?> file, String key, String pattern) {
        if (file.get(key) instanceof String word && word.matches(pattern)) return word;
        throw new IllegalArgumentException(key + ": needs small letters, digits and hyphens");
    }

    private static String choice(Map<?, ?> file, String key, List<String> words) {
        if (file.get(key) instanceof String word && words.contains(word)) return word;
        throw new IllegalArgumentException(key + ": needs one of " + words);
    }

    private static <E extends Enum<E>> E choice(Map<?, ?> file, String key, Class<E> type) {
        var words = Arrays.stream(type.getEnumConstants())
                .map(it -> it.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
        return Enum.valueOf(
                type, choice(file, key, words).toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
