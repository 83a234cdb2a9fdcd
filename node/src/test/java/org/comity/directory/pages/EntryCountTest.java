package org.comity.directory.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.comity.directory.OurEntry;
import org.comity.ui.NavCounts;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;

/** A new version of our own entry that waits is told on every page, also to who has no desk. */
class EntryCountTest {

    private final OurEntry ours = mock(OurEntry.class);

    @Test
    void an_administrator_alone_sees_from_every_page_that_our_entry_waits() {
        var administrator = new Official("adler", "Adler", "XA-1/a-1", Set.of(Duty.ADMINISTRATOR));
        NavCounts count = new EntryCount(provider(ours));
        when(ours.toApprove(administrator)).thenReturn(Optional.empty());
        assertThat(count.counts(administrator)).isEmpty();

        when(ours.toApprove(administrator)).thenReturn(Optional.of(mock(OurEntry.Draft.class)));
        assertThat(count.counts(administrator)).isEqualTo(Map.of("us", 1));
    }

    @SuppressWarnings("unchecked")
    private static <T> ObjectProvider<T> provider(T bean) {
        ObjectProvider<T> provider = mock(ObjectProvider.class);
        when(provider.getObject()).thenReturn(bean);
        return provider;
    }
}
