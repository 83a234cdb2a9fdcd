package org.comity.procedure.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.comity.convention.ProcedureLaw;
import org.comity.procedure.ActField.Need;
import org.comity.procedure.field.FiledField;
import org.comity.ui.Words;
import org.comity.ui.words.WordsForTests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is left out of any act is told in words of its own, and never as "Fill this in". */
class EveryNeedHasWordsTest {

    private static final Words WORDS = WordsForTests.load();

    static List<ProcedureFile> files() {
        return PracticeFiles.all();
    }

    @ParameterizedTest
    @MethodSource("files")
    void what_is_left_out_is_told_in_words_of_its_own(ProcedureFile file) {
        var keys = new LinkedHashSet<String>();
        file.acts().keySet().forEach(type -> file.fields(type).forEach(it -> keys.addAll(keys(file, type, it))));
        WORDS.languages()
                .forEach(language -> assertThat(keys.stream().filter(it -> !WORDS.has(language.tag(), it)))
                        .as("of %s in %s", file.id(), language.tag())
                        .isEmpty());
    }

    /** Else the one above would find nothing. */
    @Test
    void some_are_needed() {
        assertThat(files().stream()
                        .flatMap(file -> file.acts().keySet().stream()
                                .flatMap(type ->
                                        file.fields(type).stream().flatMap(it -> keys(file, type, it).stream()))))
                .hasSizeGreaterThan(500);
    }

    /** As the pages of the opening act and of the later ones make them. */
    static Set<String> keys(ProcedureFile file, String type, FiledField field) {
        var keys = new LinkedHashSet<String>();
        var of = file.law() + ".needed.";
        boolean opens = type.equals(file.opening());
        if (opens
                ? everNeeded(file, field)
                : field.need() != Need.NO || !field.type().typed()) {
            keys.add(of + (field.fact() && !opens ? "fact." : "") + field.key());
        }
        if (field.condition() != null) {
            var own = of + type + "." + field.key();
            keys.add(WORDS.has("en", own) ? own : of + field.key());
        }
        field.type().columns(field).stream()
                .filter(it -> it.needed())
                .forEach(it -> keys.add(of + field.asked().named() + "." + it.key()));
        return keys;
    }

    private static boolean everNeeded(ProcedureFile file, FiledField field) {
        return field.need() != Need.NO
                || field.type().name().equals("authority")
                || laws(file)
                        .anyMatch(law -> mandatory(law, field.key())
                                || DocumentPart.letter(file, field.key())
                                        .filter(it -> it.needed().contains(field.key()) && mandatory(law, it.of()))
                                        .isPresent());
    }

    private static boolean mandatory(ProcedureLaw law, String item) {
        return law.field(item)
                .filter(it -> it.need() == ProcedureLaw.Need.MANDATORY)
                .isPresent();
    }

    private static Stream<ProcedureLaw> laws(ProcedureFile file) {
        return FiledProceduresTest.laws(file).stream();
    }
}
