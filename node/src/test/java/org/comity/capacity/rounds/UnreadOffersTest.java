package org.comity.capacity.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.comity.procedure.RequestRow;
import org.comity.procedure.form.ActContent;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What no round can read of the offers on the list is found without reading all of them for each page. */
class UnreadOffersTest {

    private static final Instant NOON = Instant.parse("2027-03-01T12:00:00Z");

    private final ListedHelp listed = mock(ListedHelp.class);
    private final UnreadOffers unread = new UnreadOffers(listed);
    private final Map<String, Map<String, Object>> bodies = new HashMap<>();

    @BeforeEach
    void eachSaysWhatItsBodySays() {
        when(listed.acts(any())).thenAnswer(call -> {
            var acts = new HashMap<String, ActsOfHelp>();
            Collection<RequestRow> rows = call.getArgument(0);
            rows.forEach(it -> acts.put(
                    it.thread(),
                    new ActsOfHelp(
                            Set.of(),
                            List.of(new ActContent(
                                    "a1",
                                    "submit",
                                    bodies.getOrDefault(it.thread(), Map.of()),
                                    NOON,
                                    Role.REQUESTING)))));
            return acts;
        });
        bodies.put("t1", Map.of("regions", List.of("Africa", "061")));
        bodies.put("t2", Map.of("barred", List.of(Map.of("state", "Aldoria"))));
        bodies.put("t3", Map.of("regions", List.of("061"), "barred", List.of(Map.of("state", "XB"))));
    }

    @Test
    void regions_and_bars_in_words_are_found_each_by_its_offer() {
        var found = unread.of(List.of(row("t1", NOON), row("t2", NOON), row("t3", NOON)));

        assertThat(found.regions()).isEqualTo(Map.of("ref-t1", List.of("Africa")));
        assertThat(found.bars()).isEqualTo(Map.of("ref-t2", List.of("Aldoria")));
    }

    @Test
    void only_what_changed_is_read_again() {
        var first = row("t1", NOON);
        unread.of(List.of(first, row("t2", NOON)));
        bodies.put("t2", Map.of());
        var changed = row("t2", NOON.plusSeconds(60));

        var found = unread.of(List.of(first, changed));

        verify(listed).acts(List.of(changed));
        assertThat(found.regions()).containsOnlyKeys("ref-t1");
        assertThat(found.bars()).isEmpty();
    }

    private static RequestRow row(String thread, Instant changedAt) {
        var row = mock(RequestRow.class);
        when(row.thread()).thenReturn(thread);
        when(row.reference()).thenReturn("ref-" + thread);
        when(row.changedAt()).thenReturn(changedAt);
        return row;
    }
}
