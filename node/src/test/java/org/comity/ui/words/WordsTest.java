package org.comity.ui.words;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.PluralRules;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.comity.ui.Language;
import org.junit.jupiter.api.Test;

class WordsTest {

    private static final Path MAIN = Path.of("src/main");
    /** A key in a call, and what stands before it there: looked for from the key on, since any word could begin a call. */
    private static final Pattern KEY = Pattern.compile("\"([a-z][A-Za-z0-9-]*(?:\\.[A-Za-z0-9-]+)+)\"[,)]");

    private static final Pattern CALL =
            Pattern.compile("(?:\\bt|\\brich|\\bsay|\\bplurals|done|warned|\\bwith)\\((?:[^\"()]{0,60},)?\\s*$");
    private static final int LONGEST_CALL = 200;

    private static final Pattern SAID =
            Pattern.compile("\\b(?:t|rich|plurals|say)\\((?:language, )?\"([a-z][A-Za-z0-9-]*\\.[A-Za-z0-9.-]*)\"");
    private static final Pattern RULE = Pattern.compile("\\bsuper\\(\\s*\"([a-z]+\\.[a-z.-]*[a-z])\"");

    private static final Pattern SHARED = Pattern.compile(
            "(?:assistance|preservation)\\.(?:act|field|option|row|headline|about)\\.|state\\.|custody\\.|follows\\.");

    private static final Pattern OF_ACTS =
            Pattern.compile("^acts\\.(?:act|about|headline|field|hint|fact|option|needed|row|kind|label|subject)\\.?");

    private static final Pattern NOT_FRENCH = Pattern.compile(" [:;?!»]|« |[\"']|[^\u00a0 ][;?!»](?!\\})");

    private static final Pattern OF_ONE = Pattern.compile("4[02] ?\\([0-9]+\\)");

    private static final Pattern ENGLISH_WORD = Pattern.compile(
            "(?i)\\b(the|of|and|with|is|are|was|were|not|for|from|that|this|which|what|who|when|where|their|your|our)\\b");

    private static final Pattern MADE_UP = Pattern.compile("identity\\.state\\..*|ui\\.gallery\\.(belmora|capital)");

    /** Words that a language has in common with English, and forms in which there is nothing to translate. */
    private static final Map<String, Set<String>> SAME = Map.of(
            "fr",
            Set.of(
                    "15 minutes",
                    "{hours} {n, number} min",
                    "Administration",
                    "Admissions",
                    "Article",
                    "Article {article}",
                    "Article {number}",
                    "Articles",
                    "Consultation",
                    "Contribution {n}",
                    "Date",
                    "Documents",
                    "Expert",
                    "Experts",
                    "INTERPOL",
                    "Identification",
                    "Instrument",
                    "Licence",
                    "Notification",
                    "Notifications",
                    "Participant",
                    "Plan",
                    "Police",
                    "Possible",
                    "Question",
                    "Questions",
                    "Ratification",
                    "SHA-256 {value}.",
                    "Signature",
                    "Suspect",
                    "Akoma Ntoso (XML)",
                    "Objections",
                    "Session",
                    "Sessions",
                    "Versions",
                    "original",
                    "Version {n, number}",
                    "Total",
                    "Urgent",
                    "Version",
                    "article {articles}",
                    "d MMM",
                    "d MMM uuuu",
                    "{title} (art. {article})",
                    "{value} UTC"),
            "es",
            Set.of(
                    "{hours} {n, number} min",
                    "{n, plural, one {# min} many {# min} other {# min}}",
                    "INTERPOL",
                    "SHA-256 {value}.",
                    "{value} UTC",
                    "d MMM",
                    "d MMM uuuu",
                    "Akoma Ntoso (XML)",
                    "Total",
                    "No",
                    "Error:",
                    "original",
                    "Plan",
                    "Probable",
                    "{value} bytes."),
            "ru",
            Set.of("{value} UTC"));

    private static final Map<String, Map<String, String>> FILES = MessageFiles.read();

    @Test
    void every_sentence_stands_in_every_language_begun() {
        var english = FILES.get("en").keySet();
        assertThat(FILES).containsKey("ar");
        FILES.forEach((language, words) ->
                assertThat(words.keySet()).as(language).containsExactlyInAnyOrderElementsOf(english));
    }

    @Test
    void every_pattern_can_be_read_and_has_the_same_slots_in_each_language() {
        var english = new HashMap<String, Set<String>>();
        FILES.get("en").forEach((key, pattern) -> english.put(key, slots(pattern, "en")));
        FILES.forEach((language, words) -> words.forEach((key, pattern) -> {
            var slots = language.equals("en") ? english.getOrDefault(key, Set.of()) : slots(pattern, language);
            assertThat(slots).as("%s %s", language, key).isSubsetOf(english.getOrDefault(key, Set.of()));
        }));
    }

    @Test
    void what_is_said_under_every_instrument_cites_no_article_of_one() {
        FILES.forEach((language, words) -> words.forEach((key, pattern) -> {
            if (SHARED.matcher(key).lookingAt()) {
                assertThat(pattern).as("%s %s", language, key).doesNotContainPattern(OF_ONE);
            }
        }));
    }

    /** A part of the house that is offered in a language is there whole: nobody meets English in the middle of it. */
    @Test
    void a_part_that_is_offered_in_a_language_says_everything_in_it() {
        for (var part : TranslatedPart.read()) {
            for (var language : part.languages()) {
                var said = WordsForTests.written(language).keySet();
                assertThat(FILES.get("en").keySet().stream().filter(part::says).filter(it -> !said.contains(it)))
                        .as("missing in messages/parts/%s_%s.properties", part.name(), language)
                        .isEmpty();
            }
        }
    }

    /** What its templates say by name belongs to the words of the part. */
    @Test
    void every_word_of_the_templates_of_a_part_is_one_of_its_words() throws IOException {
        var templates = Map.of(
                "public", List.of("site/public", "site/bundle"),
                "rooms", List.of("forum/", "ui/", "seat/bar"),
                "conference", List.of("conference/", "ui/"),
                "verify", List.of("site/verify", "ui/"),
                "languages", List.of("languages/", "ui/"));
        for (var part : TranslatedPart.read()) {
            for (var file : files(MAIN.resolve("jte"), ".jte")) {
                var name = MAIN.resolve("jte").relativize(file).toString();
                if (templates.get(part.name()).stream().noneMatch(name::startsWith)) {
                    continue;
                }
                var said = SAID.matcher(read(file));
                while (said.find()) {
                    assertThat(part.says(said.group(1)))
                            .as("%s says %s, which is no word of %s in parts.yaml", name, said.group(1), part.name())
                            .isTrue();
                }
            }
        }
    }

    @Test
    void a_page_is_offered_in_the_languages_of_its_part() {
        var words = WordsForTests.load();

        assertThat(words.languages()).extracting(Language::tag).containsExactly("ar", "en");
        assertThat(words.languagesOn("/desk")).isEqualTo(words.languages());
        assertThat(words.languagesOn("/public/fr/treaty"))
                .extracting(Language::tag)
                .containsExactly("ar", "en", "fr", "es");
        assertThat(words.languagesOn("/rooms/search"))
                .extracting(Language::tag)
                .containsExactly("ar", "en", "fr", "es");
        assertThat(words.languagesOn("/publicity")).isEqualTo(words.languages());
    }

    /** What letters say in a further language they say in English too, with the same slots and with every plural form. */
    @Test
    void words_of_letters_say_what_the_english_ones_say() {
        var english = FILES.get("en");
        further()
                .forEach((language, words) -> words.forEach((key, pattern) -> {
                    assertThat(english)
                            .as("%s: nobody says %s in English", language, key)
                            .containsKey(key);
                    assertThat(slots(pattern, language))
                            .as("%s: slots of %s", language, key)
                            .isSubsetOf(slots(english.get(key), "en"));
                    assertThat(plurals(pattern))
                            .as("%s: plurals of %s", language, key)
                            .allSatisfy(forms -> assertThat(forms)
                                    .containsAll(PluralRules.forLocale(new ULocale(language))
                                            .getKeywords()));
                }));
    }

    /** Before : ; ? ! and within « » French has a space at which no line breaks. */
    @Test
    void french_is_set_as_french_is() {
        assertThat(french())
                .isNotEmpty()
                .allSatisfy((key, pattern) -> assertThat(pattern).as(key).doesNotContainPattern(NOT_FRENCH));
    }

    /** A question begins with its mark; no space stands before one. */
    @Test
    void spanish_is_set_as_spanish_is() {
        assertThat(WordsForTests.written("es")).isNotEmpty().allSatisfy((key, pattern) -> {
            assertThat(pattern).as(key).doesNotContainPattern(" [:;?!»]|« |[\"'“”]");
            assertThat(pattern.chars().filter(it -> it == '?').count())
                    .as(key)
                    .isEqualTo(pattern.chars().filter(it -> it == '¿').count());
        });
    }

    /** Nobody copied the English in place of a translation, or left a word of it. */
    @Test
    void a_further_language_is_another_text_than_english_but_for_words_that_are_the_same() {
        var english = FILES.get("en");
        assertThat(further()).isNotEmpty();
        further().forEach((language, words) -> {
            words.forEach((key, pattern) ->
                    assertThat(plain(pattern)).as("%s %s", language, key).doesNotContainPattern(ENGLISH_WORD));
            assertThat(words.entrySet().stream()
                            .filter(it -> it.getValue().equals(english.get(it.getKey())))
                            .filter(it ->
                                    it.getValue().replaceAll("\\{[^}]*\\}", "").matches(".*\\p{L}{2}.*"))
                            .filter(it -> !MADE_UP.matcher(it.getKey()).matches())
                            .map(it -> it.getValue())
                            .filter(it -> !SAME.getOrDefault(language, Set.of()).contains(it)))
                    .as(language)
                    .isEmpty();
        });
    }

    /** Without the names of slots and of their choices. */
    /** {@link LoadedWords} finds the words of every act where a procedure has none of its own. */
    @Test
    void no_procedure_says_again_what_every_act_says() throws IOException {
        var french = french();
        try (var procedures = Files.list(MAIN.resolve("resources/procedures"))) {
            for (var law : procedures.map(it -> it.getFileName() + ".").toList()) {
                assertThat(FILES.get("en").keySet().stream()
                                .filter(it -> it.startsWith(law) && saidByAll(it, law, french)))
                        .isEmpty();
            }
        }
    }

    private static boolean saidByAll(String key, String law, Map<String, String> french) {
        var shared = "acts." + key.substring(law.length());
        return OF_ACTS.matcher(shared).find()
                && FILES.values().stream()
                        .allMatch(it -> it.containsKey(shared) && it.get(shared).equals(it.get(key)))
                && french.getOrDefault(key, french.getOrDefault(shared, "")).equals(french.getOrDefault(shared, ""));
    }

    private static String plain(String pattern) {
        return pattern.replaceAll("\\{[A-Za-z]+(, (select|plural),)?", "{").replaceAll("[=a-z0-9-]+ \\{", "{");
    }

    private static Map<String, Map<String, String>> further() {
        return WordsForTests.further().stream().collect(toMap(it -> it, WordsForTests::written));
    }

    private static Map<String, String> french() {
        return WordsForTests.written("fr");
    }

    private static Set<String> slots(String pattern, String language) {
        return new MessageFormat(pattern, new ULocale(language)).getArgumentNames();
    }

    @Test
    void a_count_that_comes_as_text_is_counted() {
        assertThat(WordsForTests.load().say(Language.ENGLISH, "acts.gaps", "n", "1"))
                .startsWith("One thing");
        assertThat(WordsForTests.load().say(Language.ENGLISH, "acts.gaps", "n", "7"))
                .startsWith("7 things");
    }

    @Test
    void a_plural_has_all_forms_that_its_language_has() {
        FILES.forEach((language, words) -> words.forEach((key, pattern) -> plurals(pattern).stream()
                .filter(forms -> !forms.stream().allMatch(it -> it.startsWith("=") || it.equals("other")))
                .forEach(forms -> assertThat(forms)
                        .as("%s %s", language, key)
                        .containsAll(PluralRules.forLocale(new ULocale(language)).getKeywords().stream()
                                .filter(it -> !language.equals("ar") || !it.equals("zero"))
                                .toList()))));
    }

    @Test
    void arabic_counts_in_six_forms() {
        var words = WordsForTests.load();
        var arabic = Language.of("ar").orElseThrow();

        assertThat(Stream.of(0, 1, 2, 3, 11, 100).map(n -> words.say(arabic, "ui.days", "n", n)))
                .containsExactly("أقل من يوم", "يوم واحد", "يومان", "3 أيام", "11 يوماً", "100 يوم");
    }

    @Test
    void what_a_language_lacks_is_said_in_english_and_what_nobody_has_by_its_key() {
        var words = WordsForTests.load();

        assertThat(words.say(Language.of("fr").orElseThrow(), "desk.title"))
                .isEqualTo(words.say(Language.ENGLISH, "desk.title"));
        assertThat(words.say(Language.ENGLISH, "ui.nothing-of-the-kind")).isEqualTo("ui.nothing-of-the-kind");
    }

    @Test
    void each_key_stands_in_one_file_once() throws IOException {
        var seen = new HashMap<String, Path>();
        var twice = new ArrayList<String>();
        for (var file : files(MAIN.resolve("resources/messages"), "_en.properties")) {
            var own = new TreeSet<String>();
            for (var line : Files.readAllLines(file)) {
                var one = new Properties();
                one.load(new StringReader(line));
                one.stringPropertyNames().stream()
                        .filter(it -> line.contains("="))
                        .forEach(key -> {
                            if (!own.add(key) || seen.containsKey(key)) {
                                twice.add(key + " in " + file.getFileName() + " and "
                                        + seen.getOrDefault(key, file).getFileName());
                            }
                        });
            }
            own.forEach(it -> seen.put(it, file));
        }
        assertThat(twice).isEmpty();
    }

    @Test
    void every_key_that_a_page_names_is_there() throws IOException {
        var missing = new TreeSet<String>();
        var used = new TreeSet<String>();
        for (var file : files(MAIN, ".jte", ".java")) {
            var text = Files.readString(file);
            var call = CALL.matcher(text);
            var key = KEY.matcher(text);
            while (key.find()) {
                call.region(Math.max(0, key.start() - LONGEST_CALL), key.start());
                if (call.find()) {
                    used.add(key.group(1));
                    if (!FILES.get("en").containsKey(key.group(1))) {
                        missing.add(key.group(1) + " (" + file.getFileName() + ")");
                    }
                }
            }
        }
        assertThat(used).hasSizeGreaterThan(1000);
        assertThat(missing).isEmpty();
    }

    @Test
    void every_rule_has_its_sentence() throws IOException {
        var missing = new TreeSet<String>();
        for (var file : files(MAIN.resolve("java"), ".java")) {
            var text = Files.readString(file);
            var rule = RULE.matcher(text);
            while (text.contains("RuleBroken") && rule.find()) {
                if (!FILES.get("en").containsKey("error." + rule.group(1))) {
                    missing.add("error." + rule.group(1) + " (" + file.getFileName() + ")");
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    /** Parts of the error page itself, and the sentence for what has none of its own. */
    private static final Pattern OF_THE_PAGE =
            Pattern.compile("error\\.(?:title|rule|go|written|incident|.*\\.title|.*\\.typed|.*\\.do)");

    /** Whoever is refused is never left with that: each error says what to do now, in both languages. */
    @Test
    void each_error_says_what_to_do_next() {
        for (var language : List.of("en", "ar")) {
            assertThat(FILES.get(language).keySet().stream()
                            .filter(it -> it.startsWith("error.")
                                    && !OF_THE_PAGE.matcher(it).matches())
                            .filter(it -> !FILES.get(language).containsKey(it + ".do")))
                    .as(language)
                    .isEmpty();
        }
    }

    /** As the glossary has it; what is only necessary, or no longer, is another word. */
    @Test
    void a_need_of_a_state_is_one_word_in_arabic() {
        assertThat(FILES.get("ar").entrySet().stream()
                        .filter(it -> !it.getKey().equals("interception.step.period"))
                        .filter(it -> it.getValue()
                                .replaceAll("(?:عند|بانتفاء) الحاجة|(?:لا|هناك|أي) حاجة|بحاجة", "")
                                .matches("(?s).*(?<!\\p{L})[ولبك]?ل?(?:ال)?حاج(?:ة|ات|تكم|تها).*")))
                .isEmpty();
    }

    /** A line that begins at the right has the figures in the same order. */
    @Test
    void day_and_night_is_written_alike_in_each_language() {
        for (var language : List.of("en", "ar")) {
            assertThat(FILES.get(language).entrySet().stream()
                            .filter(it -> it.getKey().matches("ui\\.duty\\.DUTY_OFFICER|.*contact-point(?:\\.about)?"))
                            .map(Map.Entry::getValue)
                            .filter(it -> it.matches("(?s).*\\d/\\d.*")))
                    .isNotEmpty()
                    .allMatch(it -> it.contains("24/7"));
        }
    }

    private static final Pattern OF_CAPACITY = Pattern.compile(
            "(?:capacity[a-z-]*|rounds|activities)\\..*"
                    + "|acts\\.(?:act|headline)\\.propose|acts\\.needed\\.upkeep|state\\.acts\\.Proposed|help\\.guide\\.match-.*");

    /** As the glossary has it; of hashes and deliveries it is another word. */
    @Test
    void a_match_of_a_need_and_an_offer_is_one_word_in_arabic() {
        var said = FILES.get("en").entrySet().stream()
                .filter(it -> OF_CAPACITY.matcher(it.getKey()).matches())
                .filter(it -> it.getValue().matches("(?s).*\\b(?<!comity )[Mm]atch(?:ed|es|ing)?\\b.*"))
                .map(Map.Entry::getKey)
                .toList();
        assertThat(said)
                .hasSizeGreaterThan(15)
                .allSatisfy(it -> assertThat(FILES.get("ar").get(it))
                        .as(it)
                        .contains("مواءم")
                        .doesNotContain("طابق", "طوبق"));
    }

    @Test
    void our_own_words_are_all_used() throws IOException {
        var sources = Stream.concat(
                        files(MAIN.resolve("java/org/comity/ui"), ".java").stream(),
                        files(MAIN.resolve("jte"), ".jte").stream())
                .map(WordsTest::read)
                .collect(joining("\n"));
        var made = Set.of("ui.nav.", "ui.duty.", "ui.field.", "ui.key.", "error.");

        assertThat(FILES.get("en").keySet().stream()
                        .filter(it -> it.startsWith("ui."))
                        .filter(it -> made.stream().noneMatch(it::startsWith))
                        .filter(it -> !sources.contains("\"" + it + "\"")))
                .isEmpty();
    }

    private static List<List<String>> plurals(String text) {
        var pattern = new MessagePattern(text);
        var found = new ArrayList<List<String>>();
        for (int i = 0; i < pattern.countParts(); i++) {
            var part = pattern.getPart(i);
            if (part.getType() == MessagePattern.Part.Type.ARG_START
                    && part.getArgType() == MessagePattern.ArgType.PLURAL) {
                found.add(forms(pattern, i));
            }
        }
        return found;
    }

    private static List<String> forms(MessagePattern pattern, int start) {
        var forms = new ArrayList<String>();
        for (int i = start + 1; i < pattern.getLimitPartIndex(start); i++) {
            var part = pattern.getPart(i);
            if (part.getType() == MessagePattern.Part.Type.MSG_START) {
                i = pattern.getLimitPartIndex(i);
            } else if (part.getType() == MessagePattern.Part.Type.ARG_SELECTOR) {
                forms.add(pattern.getSubstring(part));
            }
        }
        return forms;
    }

    private static List<Path> files(Path root, String... ends) throws IOException {
        try (var all = Files.walk(root)) {
            return all.filter(it -> Stream.of(ends).anyMatch(it.toString()::endsWith))
                    .sorted()
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
