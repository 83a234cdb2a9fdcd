package org.comity.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.ArgumentMatchers.isNull;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import org.comity.procedure.Requests.Page;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.Test;

/** Whatever is read of all requests of a procedure has no silent end, and no drill in it. */
class EveryRequestTest {

    @Test
    void pages_are_read_to_the_last_and_drills_left_out() {
        RequestRow newer = mock();
        RequestRow drill = mock();
        RequestRow older = mock();
        when(drill.drill()).thenReturn(true);
        Requests requests = mock();
        when(requests.list(any(), any(), isNull(), anyInt())).thenReturn(new Page(List.of(newer, drill), "a"));
        when(requests.list(any(), any(), eq("a"), anyInt())).thenReturn(new Page(List.of(), "b"));
        when(requests.list(any(), any(), eq("b"), anyInt())).thenReturn(new Page(List.of(older), null));

        assertThat(EveryRequest.ofLaw(requests, "state-review", Role.REQUESTING, "*"))
                .containsExactly(newer, older);
    }
}
