package org.comity.ui.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the program says of the law is what the Convention says, and no more. */
class WordsOfTheTreatyTest {

    /** Each was said once as if the Convention said it: it leaves all of this to laws and other treaties. */
    private static final Map<String, List<String>> NOT_OF_THE_CONVENTION = Map.of(
            "en",
            List.of(
                    "they cannot arrest",
                    "do not extradite for",
                    "tried here only for",
                    "nothing after it may be used",
                    "cannot be made harder"),
            "ar",
            List.of(
                    "لا يمكنهم القبض",
                    "فلا تسليم في",
                    "فلا يُحاكم الشخص هنا إلا",
                    "فلا يجوز استخدام شيء بعده",
                    "فلا يجوز تشديدها"));

    @Test
    void a_prompt_states_no_law_that_the_convention_does_not_have() {
        assertThat(WordsForTests.written("en").get("extradition.needed.warrant"))
                .contains("most laws");
        NOT_OF_THE_CONVENTION.forEach((language, phrases) -> assertThat(
                        WordsForTests.written(language).values())
                .as(language)
                .noneMatch(text -> phrases.stream().anyMatch(text::contains)));
    }
}
