package org.comity.casework.providers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.comity.directory.ProviderNote;
import org.comity.directory.ProviderNote.Kept;
import org.comity.directory.ProviderNote.Voice;
import org.comity.procedure.ActWriting.Pointed;
import org.comity.procedure.file.PracticeFiles;
import org.comity.ui.PagesForTests;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
                .as("what is to be preserved is of every kind")
                .containsExactly("kept.shorter.traffic 30 2027-01-01");
        assertThat(pointed(notes, asked("2025-01-01T00:00:00Z", "path")))
                .containsExactly("kept.shorter.traffic 30 2025-01-01");
    }

    @ParameterizedTest
    @ValueSource(strings = {"collect-traffic", "collect-content", ""})
    void what_is_only_to_be_collected_is_not_there_yet(String kind) {
        assertThat(pointed(List.of(note(Voice.OURS, "2027-05-01", 30, 30)), asked("2027-01-01T00:00:00Z", kind)))
                .isEmpty();
    }

    @Test
    void days_are_told_as_pages_tell_them_and_one_day_is_one() {
        assertThat(said(1, "traffic"))
                .isEqualTo(
                        "The provider keeps traffic data for 1 day (checked on 1 May 2027); this goes back to 1 Jan 2027.");
        assertThat(said(0, "traffic"))
                .isEqualTo("The provider keeps no traffic data (checked on 1 May 2027); this goes back to 1 Jan 2027.");
        assertThat(said(30, "traffic")).contains("for 30 days");
    }

    private static String said(int days, String kind) {
        var asked = asked("2027-01-01T00:00:00Z", kind);
        var notes = List.of(note(Voice.OURS, "2027-05-01", days, null));
        return ShorterKept.pointed(notes, kinds(asked), asked, NOW)
                .getFirst()
                .said(PagesForTests.english(NOW))
                .html()
                .replaceAll("<[^>]*>", "");
    }

    private static Set<String> kinds(Map<String, Object> body) {
        return PracticeFiles.asksKept("provider-order/1", body);
    }

    @Test
    void the_time_at_which_an_address_was_used_counts_and_no_time_is_no_warning() {
        var notes = List.of(note(Voice.OURS, "2027-05-01", 30, 400));
        var used = Map.<String, Object>of(
                "identifiers",
                List.of(Map.of("kind", "ip", "value", "203.0.113.7", "time", "2027-03-01T10:00", "zone", "UTC")),
                "kinds",
                List.of("traffic"));

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
        return ShorterKept.pointed(notes, kinds(body), body, NOW).stream()
                .map(ShorterKeptTest::line)
                .toList();
    }

    private static String line(Pointed it) {
        return it.message() + " " + it.facts().get(Pointed.DAYS) + " "
                + it.facts().get("fromDay");
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
