package org.comity.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.comity.directory.ProviderNote.Kept;
import org.comity.directory.ProviderNote.Voice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is typed of a provider is kept once it is right, and says at which field it is not. */
class ProviderNoteFormTest {

    private static final LocalDate TODAY = LocalDate.parse("2027-06-01");
    private static final Instant NOW = Instant.parse("2027-06-01T12:00:00Z");
    private static final Map<String, String> RIGHT = Map.of("source", "Their page", "checked", "2027-06-01");

    @Test
    void what_is_left_empty_is_not_known() {
        var form = with(Map.of("traffic.days", "30", "content.what", "as long as the account"));

        assertThat(form.problems(Voice.OURS, TODAY).any()).isFalse();
        var note = form.note("ZZ-Mail", Voice.OURS, TODAY, NOW);
        assertThat(note.kept())
                .containsOnlyKeys("traffic", "content")
                .containsEntry("traffic", new Kept(30, ""))
                .containsEntry("content", new Kept(null, "as long as the account"));
        assertThat(ProviderNoteForm.of(List.of(note), Voice.OURS).value("checked"))
                .as("it is asked each time")
                .isEmpty();
        assertThat(ProviderNoteForm.of(List.of(note), Voice.OWN).typed()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "traffic.days, many",
        "traffic.days, -1",
        "traffic.days, 100000",
        "since, yesterday",
        "source, ''",
        "checked, ''",
        "checked, 2027-06-02"
    })
    void what_cannot_be_says_so_at_its_field(String field, String typed) {
        assertThat(with(Map.of(field, typed)).problems(Voice.OURS, TODAY).at(field))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"traffic.what", "address", "hours", "emergency", "languages", "demands", "source"})
    void no_text_is_endless(String field) {
        assertThat(with(Map.of(field, "x".repeat(1_001)))
                        .problems(Voice.OURS, TODAY)
                        .at(field))
                .isPresent();
        assertThat(with(Map.of(field, "x".repeat(200)))
                        .problems(Voice.OURS, TODAY)
                        .any())
                .isFalse();
    }

    @Test
    void a_provider_is_its_own_source_and_checks_when_it_speaks() {
        var form = new ProviderNoteForm(Map.of("traffic.days", "30", "source", "Somebody", "checked", "2020-01-01"));

        assertThat(form.problems(Voice.OWN, TODAY).any()).isFalse();
        assertThat(form.note("ZZ-Mail", Voice.OWN, TODAY, NOW))
                .satisfies(it -> assertThat(it.source()).isEmpty())
                .satisfies(it -> assertThat(it.checked()).isEqualTo(TODAY));
    }

    private static ProviderNoteForm with(Map<String, String> typed) {
        var form = new HashMap<>(RIGHT);
        form.putAll(typed);
        return new ProviderNoteForm(form);
    }
}
