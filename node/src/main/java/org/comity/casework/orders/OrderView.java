package org.comity.casework.orders;

import java.time.Instant;
import java.util.List;
import org.comity.casework.OrderAlarms;
import org.comity.directory.Participant;
import org.comity.procedure.RequestRow;
import org.comity.sealing.Letters.Section;
import org.comity.ui.FormProblems;
import org.jspecify.annotations.Nullable;

/**
 * One request before the magistrate: what it asks, and the order being written. Nothing else of the case.
 *
 * @param sections empty once the text was deleted under the retention rule, which was at {@code forgottenAt}
 * @param theirs the document that was passed on was made by the other State
 * @param version of the draft that is kept; 0 where there is none
 * @param renews the order that ends too soon, where it is to be renewed
 * @param waits no order was granted or refused since it was passed on
 */
public record OrderView(
        RequestRow row,
        Participant other,
        List<Section> sections,
        @Nullable Instant forgottenAt,
        boolean theirs,
        TypedOrder order,
        long version,
        boolean waits,
        OrderAlarms.@Nullable OrderAlarm renews,
        FormProblems problems) {}
