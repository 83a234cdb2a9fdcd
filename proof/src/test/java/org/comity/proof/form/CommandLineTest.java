package org.comity.proof.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CommandLineTest {

    @Test
    void words_options_and_flags_stand_in_any_order() {
        var read = read("--to", "a", "file", "--quiet", "--to", "b", "--port", "80");

        assertThat(read.words()).containsExactly("file");
        assertThat(read.has("quiet")).isTrue();
        assertThat(read.all("to")).containsExactly("a", "b");
        assertThat(read.number("port", 8440, 1, 65535)).isEqualTo(80);
        assertThat(read.get("from")).isNull();
        assertThat(read.get("from", "here")).isEqualTo("here");
    }

    @Test
    void what_does_not_fit_is_named() {
        wrong("Not understood: --form", () -> read("--form", "a"));
        wrong("Not understood: second", () -> read("first", "second"));
        wrong("--to needs a value", () -> read("--to"));
        wrong("--to is missing", () -> read().needed("to"));
        wrong(
                "--to is given more than once",
                () -> read("--to", "a", "--to", "b").get("to"));
        wrong("--port must be a number from 1 to 9", () -> read("--port", "x").number("port", 1, 1, 9));
        wrong("--port must be a number from 1 to 9", () -> read("--port", "10").number("port", 1, 1, 9));
    }

    private static CommandLine read(String... arguments) {
        return CommandLine.read(List.of(arguments), 1, Set.of("to", "from", "port"), Set.of("quiet"));
    }

    private static void wrong(String sentence, Runnable reading) {
        assertThatExceptionOfType(CommandLine.WrongUse.class)
                .isThrownBy(reading::run)
                .withMessage(sentence);
    }
}
