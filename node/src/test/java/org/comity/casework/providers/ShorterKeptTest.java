package org.comity.casework.providers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.comity.directory.ProviderNote;
import org.comity.directory.ProviderNote.Kept;
import org.comity.directory.ProviderNote.Voice;
import org.comity.procedure.ActWriting.Pointed;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is asked for a time before the provider's data begin is pointed out, and nothing else. */
class ShorterKeptTest {

    private static final Instant NOW = Instant.parse("2027-06-01T12:00:00Z");

    @Test
    void what_is_asked_from_before_its_data_begin_is_pointed_out() {
        var notes = List.of(note(Voice.OURS, "2027-05-01", 30, 400));

        assertThat(pointed(notes, asked("2027-05-01T00:00:00Z", "traffic")))
                .containsExactly("kept.shorter.traffic 30 2027-05-01");
        assertThat(pointed(notes, asked("2027-05-02T00:00:00Z", "traffic"))).isEmpty();
        assertThat(pointed(notes, asked("2027-01-01T00:00:00Z", "content"))).isEmpty();
        assertThat(pointed(notes, asked("2027-01-01T00:00:00Z", "preserve")))
                .as("no kind is named: of all")
                .containsExactly("kept.shorter.traffic 30 2027-01-01");
    }

    @Test
    void the_time_at_which_an_address_was_used_counts_and_no_time_is_no_warning() {
        var notes = List.of(note(Voice.OURS, "2027-05-01", 30, 400));
        var used = Map.<String, Object>of(
                "identifiers",
                List.of(Map.of("kind", "ip", "value", "203.0.113.7", "time", "2027-03-01T10:00", "zone", "UTC")));

        assertThat(pointed(notes, used)).containsExactly("kept.shorter.traffic 30 2027-03-01");
        assertThat(pointed(notes, Map.of("kinds", List.of("traffic")))).isEmpty();
        assertThat(pointed(List.of(), used)).isEmpty();
        assertThat(pointed(List.of(note(Voice.OURS, "2027-05-01", null, null)), used))
                .isEmpty();
    }

    @Test
    void of_two_words_that_counts_which_was_checked_last() {
        var ours = note(Voice.OURS, "2027-05-01", 30, 400);
        var own = note(Voice.OWN, "2027-04-01", 900, 400);

        assertThat(pointed(List.of(own, ours), asked("2027-01-01T00:00:00Z", "traffic")))
                .hasSize(1);
        assertThat(pointed(
                        List.of(note(Voice.OWN, "2027-05-02", 900, 400), ours),
                        asked("2027-01-01T00:00:00Z", "traffic")))
                .isEmpty();
    }

    @Test
    void what_was_checked_more_than_a_year_ago_is_old() {
        var note = note(Voice.OURS, "2026-06-01", 30, 400);

        assertThat(note.old(LocalDate.parse("2027-06-01"))).isFalse();
        assertThat(note.old(LocalDate.parse("2027-06-02"))).isTrue();
    }

    private static Map<String, Object> asked(String from, String kind) {
        return Map.of("from", from, "until", "2027-05-30T00:00:00Z", "kinds", List.of(kind));
    }

    private static List<String> pointed(List<ProviderNote> notes, Map<String, Object> body) {
        return ShorterKept.pointed(notes, body, NOW).stream()
                .map(ShorterKeptTest::line)
                .toList();
    }

    private static String line(Pointed it) {
        return it.message() + " " + it.facts().get("n") + " " + it.facts().get("from");
    }

    private static ProviderNote note(
            Voice voice, String checked, @Nullable Integer traffic, @Nullable Integer content) {
        return new ProviderNote(
                "ZZ-Mail",
                voice,
                Map.of("traffic", new Kept(traffic, ""), "content", new Kept(content, "")),
                "",
                "",
                "",
                "",
                "",
                null,
                "Their page",
                LocalDate.parse(checked),
                1,
                NOW);
    }
}
