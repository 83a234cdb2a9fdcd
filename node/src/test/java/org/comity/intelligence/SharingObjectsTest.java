package org.comity.intelligence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.comity.casework.CaseAccess;
import org.comity.casework.Compartments;
import org.comity.database.PracticeDatabase;
import org.comity.evidence.EvidenceCases.Case;
import org.comity.evidence.EvidenceCases.Limit;
import org.comity.intelligence.ObjectRows.ObjectRow;
import org.comity.intelligence.TaxiiCollections.TaxiiCollection;
import org.comity.intelligence.stix.IndexedObject;
import org.comity.procedure.UseLimits;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.TrafficLight;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is listed for programs comes once, in the order in which it was told here, and never of what is kept from them. */
class SharingObjectsTest {

    private static final Instant DAY = Instant.parse("2026-11-24T10:00:00Z");
    private static final TaxiiCollection RECEIVED = new TaxiiCollection("id", "received", "", "", null);
    private static final Official MAREN = new Official("maren", "Maren", "M", Set.of(Duty.DUTY_OFFICER));

    private final Compartments compartments = mock();
    private final UseLimits limits = mock();
    private ObjectRows rows = mock();
    private SharingObjects sharing = mock();

    @BeforeEach
    void database() throws Exception {
        rows = new ObjectRows(JdbcClient.create(PracticeDatabase.fresh("intelligence")));
        sharing = new SharingObjects(rows, mock(), compartments, limits, mock(CaseAccess.class), mock());
        when(compartments.hiddenFrom(any())).thenReturn(Set.of());
        when(limits.lines(anyCollection())).thenReturn(List.of());
    }

    @Test
    void what_several_acts_told_comes_once_and_later_than_all_before_it() {
        told("a1", "t1", object("x", DAY, null), object("y", DAY, null));
        told("a2", "t2", object("x", DAY, null), object("x", DAY.plusSeconds(1), null));
        told("a2", "t2", object("z", DAY, null));

        var all = page(Map.of("match[version]", "all"));
        assertThat(all).extracting(ObjectRow::act).containsExactly("a1", "a1", "a2");
        assertThat(all).extracting(ObjectRow::added).isSorted().doesNotHaveDuplicates();
        assertThat(page(Map.of())).extracting(ObjectRow::id).containsExactly("y", "x");
        assertThat(page(Map.of("match[version]", "first")))
                .extracting(ObjectRow::id)
                .containsExactly("x", "y");
        rows.forgetting("t1");
        assertThat(page(Map.of("match[version]", "all")))
                .as("told by another act as well")
                .extracting(ObjectRow::act)
                .containsExactly("a2", "a2");
    }

    @Test
    void what_is_closed_bound_or_red_is_kept_from_programs() {
        told("a1", "open", object("x", DAY, TrafficLight.AMBER), object("r", DAY, TrafficLight.RED));
        told("a2", "closed", object("x", DAY.plusSeconds(1), null), object("c", DAY, null));
        told("a3", "bound", object("b", DAY, null));
        when(compartments.hiddenFrom(Compartments.ANYBODY)).thenReturn(Set.of("closed"));
        when(limits.lines(anyCollection()))
                .thenReturn(List.of(new Limit(new Case("bound", "XB-2026-000001"), "Proof", "", "")));

        assertThat(page(Map.of())).extracting(ObjectRow::id).containsExactly("x");
        assertThat(page(Map.of("match[id]", "c"))).isEmpty();
    }

    private List<ObjectRow> page(Map<String, String> asked) {
        return sharing.page(RECEIVED, ObjectFilter.of(asked), MAREN).rows();
    }

    private void told(String act, String thread, IndexedObject... objects) {
        rows.add(act, "b.json", thread, false, List.of(objects), DAY);
    }

    private static IndexedObject object(String id, Instant version, @Nullable TrafficLight light) {
        return new IndexedObject(0, id, "indicator", version, light);
    }
}
