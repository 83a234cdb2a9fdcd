package org.comity.procedure.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.comity.convention.Convention;
import org.comity.convention.ProcedureLaw;
import org.comity.convention.reading.PracticeLaw;
import org.comity.procedure.field.FiledField;
import org.comity.ui.Language;
import org.comity.ui.Words;
import org.comity.ui.words.WordsForTests;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A letter in a further language has no word of English in it: whatever any act says of any procedure between two States, or of an order to a provider. */
class ActsInFurtherLanguagesTest {

    private static final Words WORDS = WordsForTests.load();
    private static final Convention LAW = PracticeLaw.held();
    private static final Map<String, String> ENGLISH = WordsForTests.written("en");

    static Stream<Arguments> procedures() {
        return WordsForTests.further().stream()
                .flatMap(language -> Stream.concat(
                                PracticeFiles.betweenTwo().stream(), PracticeFiles.toProviders().stream())
                        .map(it -> Arguments.of(language, it)));
    }

    @ParameterizedTest
    @MethodSource("procedures")
    void every_word_of_every_act_is_there(String language, String procedure) {
        var asked = new Asked(Language.of(language).orElseThrow());
        var file = PracticeFiles.file(procedure);
        for (var law : laws(file)) {
            file.acts().forEach((type, fields) -> read(file, law, type, fields, asked));
        }
        file.acts().keySet().forEach(it -> asked.say(asked.language, "%s.letter.%s".formatted(file.law(), it)));
        asked.say(asked.language, file.law() + ".letter.what");

        assertThat(asked.missing)
                .as(
                        "said in letters of %s, in English and not in messages/letters/*_%s.properties",
                        procedure, language)
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("procedures")
    void so_is_every_item_ground_and_basis_of_its_law(String language, String procedure) {
        var english = new TreeSet<String>();
        for (var law : laws(PracticeFiles.file(procedure))) {
            Stream.of(
                            law.fields().stream().map(ProcedureLaw.Field::label),
                            law.scopes().stream().map(ProcedureLaw.Scope::text),
                            law.grounds().stream().map(ProcedureLaw.Ground::text),
                            law.postponements().stream().map(ProcedureLaw.Ground::text))
                    .flatMap(it -> it)
                    .filter(it -> it.in(language).equals(it.in("en")))
                    .map(it -> it.in("en"))
                    .forEach(english::add);
        }

        assertThat(english)
                .as("of the law of %s, and not in convention/words-%s.yaml", procedure, language)
                .isEmpty();
    }

    private static List<ProcedureLaw> laws(ProcedureFile file) {
        return LAW.laws().stream()
                .filter(it -> it.procedure().equals(file.law()))
                .toList();
    }

    /** The act again and again, each time with the next of what each field may say. */
    private static void read(ProcedureFile file, ProcedureLaw law, String type, List<FiledField> fields, Asked words) {
        var rendering = new FiledRendering(file, LAW, words);
        var values = fields.stream().map(it -> values(it, law)).toList();
        int most = values.stream().mapToInt(List::size).max().orElse(1);
        for (int turn = 0; turn < most; turn++) {
            var said = new HashMap<String, Object>();
            var facts = new HashMap<String, String>();
            for (int i = 0; i < fields.size(); i++) {
                var field = fields.get(i);
                var value = values.get(i).get(Math.min(turn, values.get(i).size() - 1));
                if (value instanceof Map<?, ?> whole) whole.forEach((key, part) -> said.put(key.toString(), part));
                else said.put(field.key(), value);
                if (field.fact()) facts.put(field.key(), String.valueOf(said.get(field.key())));
            }
            var sections = file.sections();
            if (sections != null && type.equals(file.opening())) {
                said.put(sections.choice().key(), sections.offered(law));
            }
            rendering.headline(type, facts, said, words.language.locale());
            rendering.sections(law.edition(), null, type, facts, said, words.language.locale());
        }
    }

    /** Whatever the field may say, each choice once; a map holds several keys of the body. */
    private static List<Object> values(FiledField field, ProcedureLaw law) {
        return switch (field.type().name()) {
            case "flag" -> List.of(true);
            case "day" -> List.of("2027-04-02");
            case "instant", "moment", "end-reached" -> List.of("2027-04-02T10:00:00Z");
            case "act-spoken-of", "act-quoted", "consent" -> List.of("a".repeat(64));
            case "choice" -> List.copyOf(field.options());
            case "choices", "gaps", "data-classes" -> List.of(field.options());
            case "ground", "postponement" ->
                Stream.concat(
                                Stream.concat(law.grounds().stream(), law.postponements().stream())
                                        .map(ProcedureLaw.Ground::code),
                                Stream.of("other"))
                        .map(Object.class::cast)
                        .toList();
            case "items" -> List.of(List.of("ab".repeat(32)));
            case "found" -> List.of(List.of(Map.of("manifest", "ab".repeat(32))));
            case "lines" -> List.of(List.of("x"));
            case "article-lines" -> List.of(List.of("25"));
            case "language-lines" -> List.of(List.of("fr"));
            case "number", "days" -> List.of(14);
            case "rows", "answers", "money", "property", "virtual-assets" -> rows(field);
            case "person", "persons" -> persons();
            case "identifiers" ->
                Stream.of("mail", "phone", "ip", "url", "wallet", "device", "other")
                        .<Object>map(it -> List.of(Map.of("kind", it, "value", "x", "time", "", "zone", "")))
                        .toList();
            case "articles" -> List.of(List.of("7"));
            case "period", "exact-period" ->
                List.of(
                        Map.of("from", "2027-03-01T00:00:00Z"),
                        Map.of("until", "2027-03-02T00:00:00Z"),
                        Map.of("from", "2027-03-01T00:00:00Z", "until", "2027-03-02T00:00:00Z"));
            case "emergency" -> List.of(Map.of("emergency", true, "emergencyReason", "x"));
            default -> List.of("x");
        };
    }

    private static List<Object> rows(FiledField field) {
        var rows = new ArrayList<Object>();
        var full = new HashMap<String, Object>();
        field.asked().columns().forEach(it -> {
            full.put(
                    it.key(),
                    it.options().isEmpty() ? "2027-04-02" : it.options().getFirst());
            it.options().forEach(option -> rows.add(List.of(Map.of(it.key(), option))));
        });
        rows.add(List.of(full));
        return rows;
    }

    private static List<Object> persons() {
        var full = new HashMap<String, Object>();
        List.of("name", "otherNames", "birthPlace", "nationalities", "documents", "whereabouts", "known")
                .forEach(it -> full.put(it, "x"));
        full.put("born", "1990");
        return Stream.of("female", "male", "other")
                .<Object>map(it -> {
                    var person = new HashMap<>(full);
                    person.put("sex", it);
                    return List.of(person);
                })
                .toList();
    }

    /** The words, which notes whatever was asked for in that language and is said in English alone. */
    private static final class Asked implements Words {

        private final Language language;
        private final Map<String, String> letters;
        private final Set<String> missing = new TreeSet<>();

        Asked(Language language) {
            this.language = language;
            letters = WordsForTests.written(language.tag());
        }

        @Override
        public List<Language> languages() {
            return WORDS.languages();
        }

        @Override
        public List<Language> languagesOn(String path) {
            return WORDS.languagesOn(path);
        }

        @Override
        public boolean has(String language, String key) {
            return WORDS.has(language, key);
        }

        @Override
        public String say(Language language, String key, Object... named) {
            boolean own = ENGLISH.containsKey(key) && !letters.containsKey(key);
            if (own || has("en", key) && !has(language.tag(), key)) missing.add(key);
            return WORDS.say(language, key, named);
        }
    }
}
