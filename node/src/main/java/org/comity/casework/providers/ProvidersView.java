package org.comity.casework.providers;

import java.time.Instant;
import java.time.LocalDate;
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
        List<ProviderPart> parts,
        @Nullable Instant promised,
        ZoneId zone,
        ProviderForm form,
        @Nullable ProviderPart changing,
        FormProblems problems) {

    /** Does it end before what we promised? It counts to the end of its last day. */
    public boolean early(ProviderPart part) {
        LocalDate until = part.until();
        return part.status() == Status.PRESERVED
                && until != null
                && promised != null
                && until.plusDays(1).atStartOfDay(zone).toInstant().isBefore(promised);
    }

    /** Something is lost, or ends too early: the other State is to be told, or the provider asked again. */
    public boolean fallsShort() {
        return parts.stream().anyMatch(it -> it.status() == Status.LOST || early(it));
    }
}
