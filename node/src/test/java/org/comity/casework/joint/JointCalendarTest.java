package org.comity.casework.joint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.comity.casework.joint.JointViews.Meeting;
import org.comity.ui.Capital;
import org.comity.ui.Language;
import org.comity.ui.words.WordsForTests;
import org.junit.jupiter.api.Test;

/** What stands in a calendar lies outside this node: when, and of which thread, and no more. */
class JointCalendarTest {

    private static final Instant NOW = Instant.parse("2026-12-01T12:00:00Z");
    private static final String THREAD = "01234567-89ab-4def-8123-456789abcdef";

    private final JointViews.ThreadPage thread = mock();
    private final JointCalendar calendar =
            new JointCalendar(WordsForTests.load(), Clock.fixed(NOW, ZoneOffset.UTC), "https://node.example");

    @Test
    void each_meeting_says_its_hour_by_the_clocks_of_all_capitals_and_nothing_of_its_topic() {
        thread(List.of(new Meeting(Instant.parse("2026-12-03T22:30:00Z"), "The server hall", "Room 4", false, 7)));
        var text = written();
        assertThat(text).doesNotContain("server hall", "Room 4", "Operation");

        var event = events(text).getFirst();
        assertThat(event.getSummary().getValue()).isEqualTo("XA-2026-000009: meeting");
        assertThat(event.getDateStart().getValue().toInstant()).isEqualTo(Instant.parse("2026-12-03T22:30:00Z"));
        assertThat(event.getDescription().getValue().lines())
                .containsExactly("UTC 2026-12-03 22:30", "Velin 2026-12-04 00:30", "Ostera 2026-12-04 05:30");
        assertThat(event.getUrl().getValue()).isEqualTo("https://node.example/joint/" + THREAD);
        assertThat(event.getStatus().isConfirmed()).isTrue();
    }

    @Test
    void what_was_moved_keeps_its_name_and_what_was_called_off_is_cancelled() {
        thread(List.of(new Meeting(NOW, "A", "", false, 7), new Meeting(NOW, "B", "", true, 8)));
        var events = events(written());
        assertThat(events)
                .extracting(it -> it.getUid().getValue())
                .containsExactly("joint-" + THREAD + "-7@comity", "joint-" + THREAD + "-8@comity");
        assertThat(events.getLast().getStatus().isCancelled()).isTrue();
    }

    @Test
    void the_end_of_the_agreed_time_stands_in_it_too() {
        thread(List.of());
        when(thread.until()).thenReturn(Instant.parse("2027-05-01T00:00:00Z"));
        assertThat(events(written()))
                .extracting(it -> it.getSummary().getValue())
                .containsExactly("XA-2026-000009: the agreed time ends");
    }

    private void thread(List<Meeting> meetings) {
        when(thread.thread()).thenReturn(THREAD);
        when(thread.reference()).thenReturn("XA-2026-000009");
        when(thread.title()).thenReturn("Operation Lighthouse");
        when(thread.meetings()).thenReturn(meetings);
        when(thread.places())
                .thenReturn(List.of(
                        new Capital("Velin", ZoneOffset.ofHours(2)), new Capital("Ostera", ZoneId.of("Asia/Bangkok"))));
    }

    private String written() {
        return Biweekly.write(calendar.of(thread, Language.ENGLISH)).go();
    }

    private static List<VEvent> events(String text) {
        return Biweekly.parse(text).first().getEvents();
    }
}
