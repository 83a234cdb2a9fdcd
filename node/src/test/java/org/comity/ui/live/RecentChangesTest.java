package org.comity.ui.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class RecentChangesTest {

    private final RecentChanges recent = new RecentChanges("boot", 3);

    @Test
    void a_browser_gets_what_it_missed_and_no_more() {
        recent.add("requests", "a", Instant.EPOCH, false);
        var seen = recent.add("requests", "b", Instant.EPOCH, false);
        recent.add("requests", "c", Instant.EPOCH, false);

        assertThat(recent.after(seen.eventId()).orElseThrow())
                .extracting(LiveChange::id)
                .containsExactly("c");
        assertThat(recent.after(recent.now()).orElseThrow()).isEmpty();
    }

    @Test
    void three_are_kept_and_a_fourth_break_means_loading_again() {
        var beginning = recent.now();
        for (var id : new String[] {"a", "b", "c"}) {
            recent.add("requests", id, Instant.EPOCH, false);
        }
        assertThat(recent.after(beginning).orElseThrow()).hasSize(3);

        recent.add("requests", "d", Instant.EPOCH, false);
        assertThat(recent.after(beginning)).isEmpty();
    }

    @Test
    void an_event_of_another_life_or_no_event_at_all_is_not_known() {
        recent.add("requests", "a", Instant.EPOCH, false);

        assertThat(recent.after("other-1")).isEmpty();
        assertThat(recent.after("boot-2")).isEmpty();
        assertThat(recent.after("boot-x")).isEmpty();
        assertThat(recent.after("")).isEmpty();
    }
}
