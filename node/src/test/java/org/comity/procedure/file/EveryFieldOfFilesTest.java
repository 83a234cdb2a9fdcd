package org.comity.procedure.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.convention.Convention;
import org.comity.convention.ProcedureLaw;
import org.comity.convention.reading.PracticeLaw;
import org.comity.procedure.field.FiledField;
import org.comity.procedure.form.BodyFields;
import org.comity.sealing.Letters.Section;
import org.comity.ui.Language;
import org.comity.ui.Words;
import org.comity.ui.words.WordsForTests;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What an act of a procedure that is a file says is what its reader sees, under each instrument and in each language. */
@Tag("long")
class EveryFieldOfFilesTest {

    private static final Words WORDS = WordsForTests.load();
    private static final Convention LAW = PracticeLaw.held();
    private static final Map<String, FiledRendering> RENDERINGS = new HashMap<>();
    private static final Map<List<String>, String> NOTHING = new HashMap<>();

    static Stream<Arguments> fields() {
        return PracticeFiles.all().stream()
                .flatMap(file -> file.acts().entrySet().stream()
                        .flatMap(act -> act.getValue().stream().map(it -> Arguments.of(file, act.getKey(), it))));
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("fields")
    void has_its_line(ProcedureFile file, String type, FiledField field) {
        var rendering = RENDERINGS.computeIfAbsent(file.id(), _ -> new FiledRendering(file, LAW, WORDS));
        for (var law : laws(file)) {
            var said = said(file, type, field, law);
            if (said.isEmpty()) {
                continue;
            }
            var facts = facts(field, said);
            for (var language : WORDS.languages()) {
                var sections = rendering.sections(law.edition(), null, type, facts, said, language.locale());
                var text = text(sections);

                assertThat(sections)
                        .as("%s in %s", law.id(), language.tag())
                        .extracting(Section::label)
                        .doesNotContain(WORDS.say(language, "acts.beside"))
                        .noneMatch(it -> it.startsWith(file.law() + "."));
                assertThat(text)
                        .as("%s in %s", law.id(), language.tag())
                        .isNotEqualTo(nothing(rendering, law, type, language));
                expected(file, field, law, language)
                        .forEach(it -> assertThat(text).contains(it));
            }
        }
    }

    /** What it reads like when it says nothing. */
    private static String nothing(FiledRendering rendering, ProcedureLaw law, String type, Language language) {
        return NOTHING.computeIfAbsent(
                List.of(rendering.procedure(), law.id(), type, language.tag()),
                _ -> text(rendering.sections(law.edition(), null, type, Map.of(), Map.of(), language.locale())));
    }

    /** The newest edition of each instrument. */
    private static List<ProcedureLaw> laws(ProcedureFile file) {
        return LAW.laws().stream()
                .filter(it -> it.procedure().equals(file.law()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("files")
    void what_names_a_request_stands_in_its_title(ProcedureFile file) {
        var rendering = RENDERINGS.computeIfAbsent(file.id(), _ -> new FiledRendering(file, LAW, WORDS));
        var field = file.field(file.opening(), file.subject().getFirst()).orElseThrow();
        var said = said(file, file.opening(), field, laws(file).getFirst());
        for (var language : WORDS.languages()) {
            assertThat(rendering.subject(said, language.locale()).strip())
                    .as(language.tag())
                    .isNotEmpty()
                    .doesNotEndWith(":");
        }
    }

    static Stream<ProcedureFile> files() {
        return PracticeFiles.all().stream();
    }

    @Test
    void each_file_stands_under_a_treaty_and_under_a_basis_of_ones_own() {
        assertThat(PracticeFiles.all())
                .allSatisfy(it ->
                        assertThat(laws(it)).extracting(ProcedureLaw::edition).contains("uncc/2", "other/1"));
    }

    /** With what it is chosen by; nothing where this law does not offer that. */
    private static Map<String, Object> said(ProcedureFile file, String type, FiledField field, ProcedureLaw law) {
        var sections = file.sections();
        if (sections == null || !type.equals(file.opening())) {
            return said(field, law);
        }
        var choice = sections.choice().key();
        var offered = sections.offered(law);
        if (field.key().equals(choice)) {
            return Map.of(choice, offered);
        }
        var said = new HashMap<>(said(field, law));
        said.put(
                choice,
                sections.sections().keySet().stream().filter(offered::contains).toList());
        return sections.asks(new BodyFields(said), field.key()) ? said : Map.of();
    }

    private static Map<String, Object> said(FiledField field, ProcedureLaw law) {
        var key = field.key();
        return switch (field.type().name()) {
            case "flag" -> Map.of(key, true);
            case "day" -> Map.of(key, "2027-04-02");
            case "instant", "moment", "end-reached" -> Map.of(key, "2027-04-02T10:00:00Z");
            case "act-spoken-of", "act-quoted", "consent" -> Map.of(key, "a".repeat(64));
            case "choice" -> Map.of(key, field.options().getLast());
            case "choices", "gaps", "data-classes" -> Map.of(key, field.options());
            case "ground" -> Map.of(key, ground(law));
            case "postponement" -> Map.of(key, "other");
            case "items" -> Map.of(key, List.of("ab".repeat(32)));
            case "found" -> Map.of(key, List.of(Map.of("manifest", "ab".repeat(32))));
            case "lines" -> Map.of(key, List.of(words(key)));
            case "article-lines" -> Map.of(key, List.of("42(3)(a)"));
            case "language-lines" -> Map.of(key, List.of("ar"));
            case "region-lines" -> Map.of(key, List.of("061"));
            case "number", "days" -> Map.of(key, 14);
            case "rows", "answers" -> {
                var row = new HashMap<String, Object>();
                field.columns().forEach(it -> row.put(it.key(), words(it.key())));
                yield Map.of(key, List.of(row));
            }
            case "person", "persons" -> Map.of(key, List.of(Map.of("name", words(key), "born", "1990")));
            case "money", "property", "virtual-assets" -> Map.of(key, List.of(row(field)));
            case "identifiers" ->
                Map.of(key, List.of(Map.of("kind", "mail", "value", "a@mail.example", "time", "", "zone", "")));
            case "articles" -> Map.of(key, List.of("7"));
            case "period", "exact-period" -> Map.of("from", "2027-03-01T00:00:00Z", "until", "2027-03-02T00:00:00Z");
            case "emergency" -> Map.of("emergency", true, "emergencyReason", "A child is missing.");
            default -> Map.of(key, words(key));
        };
    }

    /** A day stands in letters, a choice in its words. */
    private static Map<String, Object> row(FiledField field) {
        var row = new HashMap<String, Object>();
        field.asked()
                .columns()
                .forEach(it -> row.put(
                        it.key(),
                        switch (it.kind()) {
                            case DAY -> "2027-04-02";
                            case CHOICE -> it.options().getLast();
                            default -> words(it.key());
                        }));
        return row;
    }

    private static String ground(ProcedureLaw law) {
        return law.grounds().isEmpty() ? "other" : law.grounds().getLast().code();
    }

    private static Map<String, String> facts(FiledField field, Map<String, Object> said) {
        return field.fact() ? Map.of(field.key(), said.get(field.key()).toString()) : Map.of();
    }

    private static List<String> expected(ProcedureFile file, FiledField field, ProcedureLaw law, Language language) {
        var expected = new ArrayList<String>();
        switch (field.type().name()) {
            case "line", "text", "authority", "person", "persons" -> expected.add(words(field.key()));
            case "items", "found" -> expected.add("ab".repeat(32));
            case "postponement" -> expected.add(WORDS.say(language, file.law() + ".option.ground.other"));
            case "rows", "answers" -> field.columns().forEach(it -> expected.add(words(it.key())));
            case "money", "property", "virtual-assets" ->
                field.asked()
                        .columns()
                        .forEach(it -> expected.add(
                                switch (it.kind()) {
                                    case DAY -> "2027";
                                    case CHOICE ->
                                        WORDS.say(
                                                language,
                                                "acts.option.any.%s.%s"
                                                        .formatted(
                                                                it.key(),
                                                                it.options().getLast()));
                                    default -> words(it.key());
                                }));
            case "choice" -> expected.add(option(file, field, field.options().getLast(), language));
            case "choices", "gaps", "data-classes" -> {
                var sections = file.sections();
                var offered = file.chooses(field) && sections != null ? sections.offered(law) : field.options();
                offered.forEach(it -> expected.add(option(file, field, it, language)));
            }
            case "ground" ->
                expected.add(
                        law.grounds().isEmpty()
                                ? WORDS.say(language, "acts.option.ground.other")
                                : law.grounds().getLast().text().in(language.tag()));
            case "identifiers" -> expected.add("a@mail.example");
            case "articles" -> expected.add("7");
            case "emergency" -> expected.add("A child is missing.");
            default -> {}
        }
        return expected;
    }

    private static String option(ProcedureFile file, FiledField field, String option, Language language) {
        return WORDS.say(language, "%s.option.%s.%s".formatted(file.law(), field.key(), option));
    }

    private static String words(String key) {
        return "Said of " + key;
    }

    private static String text(List<Section> sections) {
        return sections.stream()
                .map(it -> it.label() + ": " + String.join(" ", it.paragraphs()))
                .collect(Collectors.joining("\n"));
    }
}
