package org.comity.intelligence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
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
import org.comity.intelligence.ObjectRows.ObjectRow;
import org.comity.intelligence.TaxiiCollections.TaxiiCollection;
import org.comity.intelligence.stix.IndexedObject;
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
    private final LimitsOnUse limits = mock();
    private ObjectRows rows = mock();
    private SharingObjects sharing = mock();

    @BeforeEach
    void database() throws Exception {
        rows = new ObjectRows(JdbcClient.create(PracticeDatabase.fresh("intelligence")));
        sharing = new SharingObjects(rows, mock(), compartments, limits, mock(CaseAccess.class), mock());
        when(compartments.hiddenFrom(any())).thenReturn(Set.of());
        when(limits.binding(anyCollection())).thenReturn(Set.of());
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
        when(limits.binding(anyCollection())).thenReturn(Set.of("bound"));

        assertThat(page(Map.of())).extracting(ObjectRow::id).containsExactly("x");
        assertThat(page(Map.of("match[id]", "c"))).isEmpty();
    }

    /** Neither the first telling nor the newest version hides one that is free. */
    @Test
    void what_is_bound_in_one_thread_is_given_of_another() {
        told("a1", "bound", object("x", DAY, null), object("y", DAY.plusSeconds(1), null));
        told("a2", "free", object("x", DAY, null), object("y", DAY, null));
        assertThat(rows.lists("bound")).isTrue();
        assertThat(rows.lists("none")).isFalse();
        rows.bind("bound", true);
        rows.bind("bound", true);

        assertThat(page(Map.of())).extracting(ObjectRow::act).containsExactly("a2", "a2");
        assertThat(page(Map.of("match[id]", "x", "limit", "1"))).hasSize(1);
        rows.bind("bound", false);
        assertThat(page(Map.of())).extracting(ObjectRow::act).containsExactly("a1", "a1");
        rows.bind("bound", true);
        rows.forgetting("bound");
        rows.add("a3", "b.json", "bound", false, List.of(object("z", DAY, null)), DAY);
        assertThat(page(Map.of("match[id]", "z"))).hasSize(1);
    }

    @Test
    void versions_are_asked_for_by_word_and_time_together() {
        told("a1", "t1", object("x", DAY, null), object("x", DAY.plusSeconds(1), null));
        told("a2", "t1", object("x", DAY.plusSeconds(2), null), object("x", DAY.plusSeconds(3), null));

        assertThat(page(Map.of("match[version]", "last,first"))).hasSize(2);
        assertThat(page(Map.of("match[version]", "first,%s,last".formatted(DAY.plusSeconds(1)))))
                .hasSize(3);
        assertThat(page(Map.of("match[version]", "first,all"))).hasSize(4);
        assertThatExceptionOfType(TaxiiRefused.class)
                .isThrownBy(() -> page(Map.of("match[version]", "+300000-01-01T00:00:00Z")));
        assertThatExceptionOfType(TaxiiRefused.class)
                .isThrownBy(() -> page(Map.of("added_after", "+300000-01-01T00:00:00Z")));
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
