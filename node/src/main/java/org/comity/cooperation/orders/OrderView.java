package org.comity.cooperation.orders;

import java.time.Instant;
import java.util.List;
import org.comity.cooperation.RequestRow;
import org.comity.directory.Participant;
import org.comity.sealing.Letters.Section;
import org.comity.ui.Problems;
import org.jspecify.annotations.Nullable;

/**
 * One request before the magistrate: what it asks, and the order being written. Nothing else of the case.
 *
 * @param sections empty once the text was deleted under the retention rule, which was at {@code forgottenAt}
 * @param waits no order was granted or refused since it was passed on
 */
public record OrderView(
        RequestRow row,
        Participant other,
        List<Section> sections,
        @Nullable Instant forgottenAt,
        Order order,
        boolean waits,
        Problems problems) {}
