package org.comity.procedure.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.comity.proof.act.Envelope;
import org.comity.proof.form.SaltedHash;
import org.comity.ui.Language;
import org.comity.ui.Words;
import org.comity.ui.words.WordsForTests;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the program itself writes at the end of an act's document is in the language of the act. */
class EnvelopeLinesTest {

    private static final Words WORDS = WordsForTests.load();

    @ParameterizedTest
    @CsvSource({
        "ar, الإقرار بالاستلام, هو المعتمد",
        "fr, de XA-1 à XB-1, fait foi",
        "es, de XA-1 a XB-1, prevalece",
        "ru, от XA-1 к XB-1, Определяющим"
    })
    void record_and_foot_are_in_the_language_of_the_act(String language, String said, String foot) {
        var lines = new EnvelopeLines(WORDS, Locale.forLanguageTag(language));
        var headline = WORDS.say(Language.of(language).orElseThrow(), "preservation.headline.acknowledge");

        assertThat(lines.record(acknowledgement(), headline).paragraphs())
                .anyMatch(it -> it.contains(said))
                .noneMatch(it -> it.contains(" by ") || it.contains("Thread") || it.contains("acknowledge"));
        assertThat(lines.foot("ab".repeat(32)))
                .contains(foot, "act.json", "ab".repeat(32))
                .doesNotContain("governs");
    }

    /** Of a delivery that did not arrive as it was delivered. */
    @ParameterizedTest
    @ValueSource(strings = {"ar", "fr", "es", "ru"})
    void so_is_what_is_filled_in_of_what_differs(String language) {
        assertThat(WORDS.say(Language.of(language).orElseThrow(), "delivery.prepared.differs", "n", 2, "of", 3))
                .contains("3")
                .doesNotContain("delivered", "arrive ");
    }

    private static Envelope acknowledgement() {
        return new Envelope(
                "ab".repeat(32),
                "0b7e1c52-3f0e-4c53-9a55-000000000001",
                "preservation/1",
                "uncc/2",
                "acknowledge",
                "XA-1",
                "XB-1",
                "requested",
                Instant.parse("2026-11-24T12:00:00Z"),
                List.of(),
                false,
                Map.of(),
                new SaltedHash("0".repeat(32), "0".repeat(64)),
                List.of());
    }
}
