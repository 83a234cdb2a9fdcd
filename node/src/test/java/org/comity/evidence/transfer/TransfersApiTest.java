package org.comity.evidence.transfer;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import java.util.Set;
import org.comity.evidence.ItemArrivals;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.junit.jupiter.api.Test;

/** A program begins what waits for an officer, and holds what leaves, where its official may see it. */
class TransfersApiTest {

    private static final String MANIFEST = "ab".repeat(32);
    private static final Official OFFICER = new Official("maren", "I. Maren", "XA-1/o-1", Set.of(Duty.DUTY_OFFICER));
    private static final Official OTHER = new Official("brandel", "B. Brandel", "XA-1/o-2", Set.of());

    private final ItemArrivals arrivals = mock(ItemArrivals.class);
    private final DecidingTransfers deciding = mock(DecidingTransfers.class);
    private final SeenTransfers seen = mock(SeenTransfers.class);
    private final TransfersApi api = new TransfersApi(arrivals, deciding, seen);

    @Test
    void what_waits_is_begun_and_what_leaves_is_held_and_let_go() {
        api.resume(MANIFEST, OFFICER);
        api.hold(MANIFEST, new TransfersApi.HoldWish(true), OFFICER);
        api.hold(MANIFEST, new TransfersApi.HoldWish(false), OFFICER);

        verify(arrivals).resume(MANIFEST, OFFICER);
        verify(deciding).hold(MANIFEST, true, OFFICER);
        verify(deciding).hold(MANIFEST, false, OFFICER);
    }

    @Test
    void whoever_has_no_such_duty_or_may_not_see_the_request_decides_nothing() {
        assertThatExceptionOfType(TransferRefused.class).isThrownBy(() -> api.resume(MANIFEST, OTHER));
        doThrow(TransferRefused.unknown()).when(seen).mustSee(any(), any());
        assertThatExceptionOfType(TransferRefused.class).isThrownBy(() -> api.resume(MANIFEST, OFFICER));
        assertThatExceptionOfType(TransferRefused.class)
                .isThrownBy(() -> api.hold(MANIFEST, new TransfersApi.HoldWish(true), OFFICER));

        verifyNoInteractions(arrivals, deciding);
    }
}
