package org.comity.casework.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.comity.casework.DraftDropped;
import org.comity.casework.Drafts;
import org.comity.evidence.PracticeFaces;
import org.comity.evidence.Releases;
import org.comity.procedure.Draft;
import org.comity.procedure.form.Items;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.Test;

class DroppedDeliveriesTest {

    private final List<Set<String>> withdrawnBut = new ArrayList<>();
    private final DroppedDeliveries dropped = new DroppedDeliveries(
            PracticeFaces.only(Drafts.class, (what, arguments) -> {
                assertThat(what).isEqualTo("alive");
                assertThat(arguments).containsExactly("thread", "deliver");
                return List.of(draft("deliver", "thread", "b"), draft("deliver", "thread", "c"));
            }),
            PracticeFaces.only(Releases.class, (what, arguments) -> {
                assertThat(what).isEqualTo("withdraw");
                withdrawnBut.add(Set.copyOf((Set<String>) arguments[1]));
                return null;
            }));

    @Test
    void what_other_drafts_and_sent_acts_name_stays_wrapped() {
        dropped.dropped(new DraftDropped(draft("deliver", "thread", "a")));

        assertThat(withdrawnBut).containsExactly(Set.of("b", "c"));
    }

    @Test
    void other_acts_have_nothing_wrapped() {
        dropped.dropped(new DraftDropped(draft("ask", "thread", "a")));
        dropped.dropped(new DraftDropped(draft("deliver", null, "a")));

        assertThat(withdrawnBut).isEmpty();
    }

    private static Draft draft(String type, String thread, String manifest) {
        return new Draft(
                "d1",
                "assistance/1",
                type,
                Role.REQUESTED,
                "XA-1",
                thread,
                "XB-2026-000001",
                Map.of(Items.KEY, List.of(manifest)),
                Map.of(),
                List.of(),
                Draft.Status.WRITING,
                1,
                "tolva",
                Instant.EPOCH,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                false);
    }
}
