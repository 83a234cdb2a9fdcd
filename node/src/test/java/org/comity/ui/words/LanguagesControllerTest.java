package org.comity.ui.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.comity.ui.LanguageReach;
import org.comity.ui.LanguageReach.Extent;
import org.junit.jupiter.api.Test;

/** How far a language is follows from the files that are there, and from the one that says what was read. */
class LanguagesControllerTest {

    @Test
    void a_language_is_as_far_as_its_files_are() {
        assertThat(LanguagesController.reaches())
                .filteredOn(it -> it.extent() == Extent.LETTERS)
                .extracting(it -> it.language().tag())
                .containsExactlyInAnyOrderElementsOf(MessageFiles.ofLetters().keySet());
        assertThat(LanguagesController.reaches())
                .filteredOn(it -> it.extent() == Extent.EVERYTHING)
                .extracting(it -> it.language().tag())
                .containsExactly("ar");
        assertThat(reach("es").parts()).contains("public", "rooms", "conference", "verify");
        assertThat(reach("zh").extent()).isEqualTo(Extent.NOTHING);
    }

    /** Each language that was begun has its line; a person may have read all of it, the letters or a part. */
    @Test
    void what_was_read_is_something_that_exists() {
        var known = new ArrayList<>(List.of("everything", "letters"));
        TranslatedPart.read().forEach(it -> known.add(it.name()));
        assertThat(LanguagesController.read()).containsKeys("ar", "fr", "es").doesNotContainKey("en");
        assertThat(LanguagesController.read()).isNotEmpty().allSatisfy((language, read) -> {
            assertThat(reach(language).extent()).isNotEqualTo(Extent.NOTHING);
            assertThat(known).containsAll(read);
        });
        assertThat(known)
                .isNotEmpty()
                .allSatisfy(it -> assertThat(WordsForTests.load().has("en", "languages.part." + it))
                        .as(it)
                        .isTrue());
    }

    private static LanguageReach reach(String language) {
        return LanguagesController.reaches().stream()
                .filter(it -> it.language().tag().equals(language))
                .findFirst()
                .orElseThrow();
    }
}
