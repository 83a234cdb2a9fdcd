package org.comity.conference.session;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.comity.conference.session.ConferenceSession.Item;
import org.comity.ui.FormProblems;
import org.comity.ui.Language;
import org.comity.ui.words.WordsForTests;
import org.junit.jupiter.api.Test;

/** A day of a session is the same day in every calendar; what is not for everybody names nothing outside this node. */
class SessionCalendarTest {

    private static final Clock NOW = Clock.fixed(Instant.parse("2026-12-01T12:00:00Z"), ZoneOffset.UTC);

    private final SessionCalendar calendar = on("XS-1");

    private static SessionCalendar on(String node) {
        return new SessionCalendar(WordsForTests.load(), NOW, "https://node.example", node);
    }

    @Test
    void a_session_stands_in_it_from_its_first_to_its_last_day_and_each_item_on_its_own() {
        assertThat(written(true))
                .contains("SUMMARY:Third session", "LOCATION:Velin")
                .contains("DTSTART;VALUE=DATE:20270301", "DTEND;VALUE=DATE:20270306")
                .contains("Item 2: Budget", "DTSTART;VALUE=DATE:20270303", "DTEND;VALUE=DATE:20270304")
                .contains("https://node.example/conference/sessions/prac-3")
                .doesNotContain("Opening");
    }

    @Test
    void of_one_that_is_not_for_everybody_neither_title_nor_place_nor_item_is_named() {
        assertThat(written(false))
                .contains("A session of the Conference", "DTSTART;VALUE=DATE:20270301", "Item 2:", "CLASS:PRIVATE")
                .doesNotContain("Third session", "Velin", "Budget");
    }

    /** Else a calendar that has both takes the one for a newer version of the other. */
    @Test
    void sessions_of_one_key_on_two_nodes_are_two() {
        assertThat(written(calendar, true))
                .contains("UID:conference-prac-3-session@xs-1.comity", "UID:conference-prac-3-item-2@xs-1.comity");
        assertThat(written(on("XB-1"), true))
                .contains("UID:conference-prac-3-session@xb-1.comity", "UID:conference-prac-3-item-2@xb-1.comity");
    }

    private String written(boolean everybody) {
        return written(calendar, everybody);
    }

    private static String written(SessionCalendar calendar, boolean everybody) {
        var session = new ConferenceSession(
                3,
                "prac-3",
                "Third session",
                "Velin",
                LocalDate.of(2027, 3, 1),
                LocalDate.of(2027, 3, 5),
                everybody,
                null);
        var agenda = List.of(
                new Item(1, "Opening", null, List.of()), new Item(2, "Budget", LocalDate.of(2027, 3, 3), List.of()));
        var view = new SessionView(
                session,
                agenda,
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                LocalDate.of(2026, 12, 1),
                false,
                FormProblems.NONE,
                Map.of());
        return Biweekly.write(calendar.of(view, Language.ENGLISH)).go();
    }
}
