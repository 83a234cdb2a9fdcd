package org.comity.ui.words;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.ArgType;
import com.ibm.icu.text.MessagePattern.Part.Type;
import com.ibm.icu.util.ULocale;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.comity.ui.Language;
import org.comity.ui.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The words, kept ready as parsed patterns; figures in Western digits in every language. */
@Component
final class LoadedWords implements Words {

    private static final Pattern STATE_OR_ERROR = Pattern.compile("^(state|error)\\.[a-z][a-z-]*\\.");
    private static final Pattern OF_AN_ACT = Pattern.compile(
            "^[a-z][a-z-]*\\.(?=(?:act|about|caution|headline|field|hint|fact"
                    + "|option|needed|row|kind|label|yes|period|period-from|period-until|penalty|offence-of-article|speaks-of|quoted|subject|page|current-end)(?:\\.|$))");

    private static final String AS = ".as.";

    private static final Pattern OF_A_COLUMN = Pattern.compile("^acts\\.(field|row|option|needed)\\.[A-Za-z0-9]+\\.");

    /** An act that the other side says in the same words: {@code proceedings.as.hand-file = send-file}. */
    private static final Pattern OF_A_TWIN = Pattern.compile("^([a-z-]+)\\.(act|about|headline)\\.([a-z-]+)$");

    private static @Nullable Files read;

    private final Map<String, Map<String, Saying>> patterns;
    private final Map<String, String> alike;
    private final Set<String> whole;
    private final List<TranslatedPart> parts;

    LoadedWords() {
        var files = files();
        patterns = files.patterns;
        alike = files.alike;
        whole = files.whole;
        parts = files.parts;
    }

    private record Files(
            Map<String, Map<String, Saying>> patterns,
            Map<String, String> alike,
            Set<String> whole,
            List<TranslatedPart> parts) {}

    /** Read once: they come with the program, and nothing changes them. */
    private static synchronized Files files() {
        if (read == null) read = readFiles();
        return read;
    }

    private static Files readFiles() {
        var patterns = new HashMap<String, Map<String, Saying>>();
        var alike = new HashMap<String, String>();
        var all = MessageFiles.read();
        var whole = Set.copyOf(all.keySet());
        all.getOrDefault("en", Map.of()).forEach((key, word) -> {
            if (key.contains(AS)) {
                alike.put(key, word);
            }
        });
        Stream.of(MessageFiles.ofParts(), MessageFiles.ofLetters())
                .forEach(more -> more.forEach((language, words) -> {
                    var known = all.computeIfAbsent(language, it -> new HashMap<>());
                    words.forEach(known::putIfAbsent);
                }));
        all.forEach((language, words) -> patterns.put(language, parsed(language, words)));
        return new Files(Map.copyOf(patterns), Map.copyOf(alike), whole, TranslatedPart.read());
    }

    private static Map<String, Saying> parsed(String language, Map<String, String> words) {
        var locale = new ULocale(language + "@numbers=latn");
        var parsed = new HashMap<String, Saying>();
        words.forEach((key, pattern) -> {
            try {
                parsed.put(key, Saying.of(pattern, new MessageFormat(pattern, locale)));
            } catch (IllegalArgumentException e) {
                throw new IllegalStateException("The words of " + key + " in " + language + " cannot be read", e);
            }
        });
        return Map.copyOf(parsed);
    }

    @Override
    public List<Language> languages() {
        return Language.KNOWN.stream().filter(it -> whole.contains(it.tag())).toList();
    }

    @Override
    public List<Language> languagesOn(String path) {
        return Language.KNOWN.stream()
                .filter(it -> whole.contains(it.tag()) || parts.stream().anyMatch(part -> part.has(it.tag(), path)))
                .toList();
    }

    @Override
    public boolean has(String language, String key) {
        return find(language, key) != null;
    }

    @Override
    public String say(Language language, String key, Object... named) {
        var pattern = find(language.tag(), key);
        if (pattern == null) {
            pattern = find("en", key);
        }
        if (pattern == null) {
            return key;
        }
        return pattern.said(slots(named));
    }

    private @Nullable Saying find(String language, String key) {
        var words = patterns.getOrDefault(language, Map.of());
        // Most are said under their own key; whoever looks further pays for regular expressions.
        var own = words.get(key);
        if (own != null) {
            return own;
        }
        var twin = words.get(twin(key));
        if (twin != null) {
            return twin;
        }
        var shared = shared(key);
        var alike = words.get(shared);
        return alike != null ? alike : words.get(column(shared));
    }

    private String twin(String key) {
        var act = OF_A_TWIN.matcher(key);
        var other = act.matches() ? alike.get(act.group(1) + AS + act.group(3)) : null;
        return other == null ? key : act.group(1) + "." + act.group(2) + "." + other;
    }

    /** A column means the same under whatever field it stands. */
    private static String column(String key) {
        return OF_A_COLUMN.matcher(key).replaceFirst("acts.$1.any.");
    }

    /** What a procedure does not say in its own words is said in those of every procedure's acts. */
    private static String shared(String key) {
        var state = STATE_OR_ERROR.matcher(key);
        return state.find()
                ? state.replaceFirst("$1.acts.")
                : OF_AN_ACT.matcher(key).replaceFirst("acts.");
    }

    /** A pattern; one without slots is said once and for all. Formats are not safe for threads, so each use has its own. */
    private record Saying(
            MessageFormat format,
            Set<String> counted,
            @Nullable String always) {

        static Saying of(String pattern, MessageFormat format) {
            var always = format.getArgumentNames().isEmpty() ? format.format(Map.of()) : null;
            return new Saying(format, counted(new MessagePattern(pattern)), always);
        }

        String said(Map<String, Object> slots) {
            if (always != null) {
                return always;
            }
            counted.forEach(slot -> slots.computeIfPresent(slot, (name, value) -> number(value)));
            return ((MessageFormat) format.clone()).format(slots);
        }

        private static Set<String> counted(MessagePattern pattern) {
            return IntStream.range(0, pattern.countParts() - 1)
                    .filter(it -> pattern.getPart(it).getType() == Type.ARG_START)
                    .filter(it -> pattern.getPart(it).getArgType() == ArgType.PLURAL)
                    .mapToObj(it -> pattern.getSubstring(pattern.getPart(it + 1)))
                    .collect(Collectors.toUnmodifiableSet());
        }

        /** Facts of a broken rule are text; a plural counts. */
        private static Object number(Object value) {
            return value instanceof String text && text.matches("-?[0-9]{1,18}") ? (Object) Long.valueOf(text) : value;
        }
    }

    private static Map<String, Object> slots(Object... named) {
        var slots = new HashMap<String, Object>();
        for (int i = 0; i + 1 < named.length; i += 2) {
            var value = named[i + 1];
            slots.put((String) named[i], value instanceof Number ? value : String.valueOf(value));
        }
        return slots;
    }
}
