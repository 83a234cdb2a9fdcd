package org.comity.procedure.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.comity.convention.Convention;
import org.comity.directory.Directory;
import org.comity.directory.StateProfile.Need;
import org.comity.procedure.Editions;
import org.comity.thread.Threads;
import org.comity.ui.words.WordsForTests;
import org.junit.jupiter.api.Test;

/** What our law needs to disclose is said of the data asked for, each class by its name. */
class NeedsToDiscloseTest {

    @Test
    void what_is_needed_next_is_said_of_what_was_asked_for_alone() {
        assertThat(needs("content", "subscriber"))
                .isEqualTo("Subscriber information: facts and link\nContent data: court order");
    }

    @Test
    void an_emergency_that_names_no_data_is_told_of_all() {
        assertThat(needs())
                .isEqualTo(
                        "Subscriber information: facts and link\nTraffic data: each period\nContent data: court order");
    }

    private static String needs(String... asked) {
        var directory = mock(Directory.class, RETURNS_DEEP_STUBS);
        when(directory.self().profile().needs())
                .thenReturn(Map.of(
                        "content", need("court order"),
                        "traffic", need("each period"),
                        "subscriber", need("facts and link")));
        return new KnownRequests(
                        mock(Threads.class),
                        mock(Convention.class),
                        mock(Editions.class),
                        directory,
                        WordsForTests.load(),
                        Clock.systemUTC())
                .toDisclose(List.of(asked));
    }

    private static Need need(String toDisclose) {
        return new Need("", toDisclose, "", "", "");
    }
}
