package org.comity.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.comity.House;
import org.comity.proof.form.MachineLanguage;
import org.comity.vocabulary.RequestReference;
import org.comity.vocabulary.StateParty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On a machine of any language a node opens requests, and each program writes the same. */
class MachineLanguageTest {

    private final Locale ofTheTests = Locale.getDefault();

    @AfterEach
    void back() {
        Locale.setDefault(ofTheTests);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar-EG", "fa-IR", "ne-NP", "tr-TR"})
    void a_reference_has_the_digits_0_to_9(String language) {
        Locale.setDefault(Locale.forLanguageTag(language));

        MachineLanguage.ignore();

        assertThat(RequestReference.of(new StateParty("XA"), 2026, 417)).hasToString("XA-2026-000417");
        assertThat("%,d %.1f".formatted(1_048_576, 1.5)).isEqualTo("1,048,576 1.5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"node", "proof"})
    void each_program_begins_with_it(String module) throws IOException {
        assertThat(programs(House.root().resolve(module).resolve("src/main/java")))
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it).contains("MachineLanguage.ignore();"));
        assertThat(Files.readString(House.root().resolve("node/src/main/java/org/comity/launch/Commands.java")))
                .contains("MachineLanguage.ignore();");
    }

    /** Those that leave all to another do not, and what draws a page of a file writes no numbers of its own. */
    private static List<String> programs(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(it -> it.toString().endsWith(".java"))
                    .filter(it ->
                            Stream.of("NodeApplication.java", "Render.java").noneMatch(it::endsWith))
                    .map(MachineLanguageTest::text)
                    .filter(it -> it.contains(" void main(") || it.contains("public static void run(Class<?> node"))
                    .toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
