package org.comity.identity.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.comity.exchange.SettableClock;
import org.comity.ui.Flash;
import org.comity.ui.PageNotices;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.junit.jupiter.api.Test;

/** The desk is told who was newly let near what leaves this node. */
class PeopleNoticeTest {

    private static final Official MAREN = new Official("maren", "I. Maren", "XA-1/o-1", Set.of(Duty.DUTY_OFFICER));

    private final ChangeRows rows = mock(ChangeRows.class);
    private final PageNotices people = new PeopleNotice(rows, new SettableClock());

    @Test
    void the_desk_is_told_of_new_people_whatever_else_is_said() {
        when(rows.confirmed(any(), any())).thenReturn(List.of("I. Maren"));
        PageNotices restored = _ -> Optional.of(Flash.warned("restored.notice"));
        PageNotices silent = _ -> Optional.empty();

        assertThat(PageNotices.said(Stream.of(restored, silent, people), MAREN))
                .extracting(Flash::key)
                .containsExactly("restored.notice", "identity.changes.notice");
    }

    @Test
    void no_page_says_more_than_five() {
        PageNotices again = _ -> Optional.of(Flash.warned("again"));

        assertThat(PageNotices.said(Collections.nCopies(5, again).stream(), MAREN))
                .hasSize(5);
        assertThat(PageNotices.said(Collections.nCopies(6, again).stream(), MAREN))
                .hasSize(5);
    }
}
