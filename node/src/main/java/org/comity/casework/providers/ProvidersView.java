package org.comity.casework.providers;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.comity.casework.providers.ProviderPart.Status;
import org.comity.procedure.RequestRow;
import org.comity.ui.FormProblems;
import org.jspecify.annotations.Nullable;

/**
 * Shows what each provider keeps for a request.
 *
 * @param promised until when we told the other State that the data stay; null if we told no day
 * @param form what is being written
 * @param changing the part that is being changed; null while one is added
 */
public record ProvidersView(
        RequestRow request,
        List<StandingItem> items,
        @Nullable Instant promised,
        ZoneId zone,
        ProviderForm form,
        @Nullable ProviderPart changing,
        FormProblems problems) {

    /** Does it end before what we promised? */
    public boolean early(StandingItem item) {
        var end = item.end(zone);
        return end != null && promised != null && end.isBefore(promised);
    }

    /** A provider that was ordered named another, which nobody has answered for yet: an order to that one comes next. */
    public boolean another(StandingItem item) {
        return item.answered() != null
                && item.status() == Status.ELSEWHERE
                && request.turn() != RequestRow.Turn.NOBODY
                && items.stream().noneMatch(it -> it.status() != Status.ELSEWHERE && it.same(item));
    }

    /** Something is lost, or ends too early: the other State is to be told, or the provider asked again. */
    public boolean fallsShort() {
        return items.stream().anyMatch(it -> it.status() == Status.LOST || early(it));
    }
}
