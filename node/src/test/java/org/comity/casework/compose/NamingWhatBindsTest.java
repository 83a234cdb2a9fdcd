package org.comity.casework.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.Map;
import org.comity.casework.InstrumentBonds;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.comity.procedure.Draft;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pages and programs submit drafts alike: what does not bind both is not submitted. */
class NamingWhatBindsTest {

    private final InstrumentBonds bonds = mock(InstrumentBonds.class);
    private final Directory directory = mock(Directory.class);
    private final Participant other = mock(Participant.class);
    private final NamingWhatBinds naming = new NamingWhatBinds(bonds, directory);

    @BeforeEach
    void budapest_binds_the_two_not() {
        when(directory.get("XB-1")).thenReturn(other);
        when(bonds.bindsNot(Map.of("instrument", "budapest"), other)).thenReturn(true);
    }

    @Test
    void a_request_that_names_what_does_not_bind_both_is_not_submitted() {
        var refused = draft("budapest", true);

        assertThatThrownBy(() -> naming.check(refused))
                .isInstanceOfSatisfying(
                        ComposeRefused.class, it -> assertThat(it.code()).isEqualTo("compose.bound-not"));
    }

    @Test
    void any_other_request_is_and_what_was_submitted_before_leaves() {
        var another = draft("uncc", true);
        var submitted = draft("budapest", false);

        assertThatCode(() -> naming.check(another)).doesNotThrowAnyException();
        assertThatCode(() -> naming.check(submitted)).doesNotThrowAnyException();
    }

    private static Draft draft(String instrument, boolean opens) {
        var draft = mock(Draft.class);
        when(draft.opens()).thenReturn(opens);
        when(draft.counterpart()).thenReturn("XB-1");
        when(draft.readable()).thenReturn(Map.of("instrument", instrument));
        return draft;
    }
}
