package org.comity.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.comity.casework.CaseAccess;
import org.comity.casework.Confirmations;
import org.comity.casework.UnsentActs;
import org.comity.directory.OurEntry;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;

/** The rail counts what the desk behind it lists. */
class DeskCountsTest {

    private final UnsentActs unsent = mock(UnsentActs.class);
    private final Confirmations confirmations = mock(Confirmations.class);
    private final CountedOnce counted = mock(CountedOnce.class);
    private final CaseAccess access = mock(CaseAccess.class);
    private final OurEntry ourEntry = mock(OurEntry.class);
    private final DeskCounts counts =
            new DeskCounts(provider(unsent), provider(confirmations), counted, access, provider(ourEntry));

    /** The desk lists for confirmation what this officer may confirm; what they sent themselves is another one's. */
    @Test
    void what_somebody_else_must_confirm_is_not_counted() {
        var second = new Official("okell", "Okell", "XA-1/o-2", Set.of(Duty.SECOND_OFFICER));
        var own = mock(Confirmations.Confirmation.class);
        var others = mock(Confirmations.Confirmation.class);
        when(access.mayRead(second)).thenReturn(true);
        when(counted.ours("okell")).thenReturn(5);
        when(unsent.toApprove(second)).thenReturn(2);
        when(confirmations.awaited("okell")).thenReturn(List.of(own, others));
        when(confirmations.mayDecide(others, second)).thenReturn(true);
        when(ourEntry.toApprove(second)).thenReturn(Optional.of(mock(OurEntry.Draft.class)));

        assertThat(counts.counts(second)).isEqualTo(Map.of("desk", 5 + 2 + 1 + 1));
    }

    @SuppressWarnings("unchecked")
    private static <T> ObjectProvider<T> provider(T bean) {
        ObjectProvider<T> provider = mock(ObjectProvider.class);
        when(provider.getObject()).thenReturn(bean);
        return provider;
    }
}
