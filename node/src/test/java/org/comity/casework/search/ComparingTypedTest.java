package org.comity.casework.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is in hand is found by what the search promises of all the rest. */
class ComparingTypedTest {

    private static final List<String> SAID = List.of(
            "+49 30 5550 1234", "The same servers\nin the harbour.", "Dorvane", "scan of the órder.pdf", "maren");

    private final ComparingTyped words = new ComparingTyped();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+49305550",
                "+49 (30) 5550-1234",
                "30 5550",
                "servers in the",
                "harbour dorvane",
                "ORDER.pdf",
                "Maren"
            })
    void it_is_found(String typed) {
        assertThat(words.stand(typed, SAID)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"+4940", "harbour belmora", "   "})
    void it_is_not_found(String typed) {
        assertThat(words.stand(typed, SAID)).isFalse();
    }

    @Test
    void an_identifier_typed_without_its_spaces_is_the_same() {
        assertThat(words.stand("https://www.mail.example/x", List.of("mail.example/x")))
                .isTrue();
    }
}
