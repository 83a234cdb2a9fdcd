package org.comity.capacity.rounds;

import java.time.Instant;
import java.util.Set;
import org.comity.procedure.form.ActContent;
import org.comity.procedure.form.BodyFields;
import org.jspecify.annotations.Nullable;

/**
 * What of an offer is agreed, what is kept for a proposal that waits, and what is free.
 *
 * @param unit as the offer counts, e.g. {@code persons}
 * @param until by then the proposal that waits is to be answered; null where none waits
 */
public record PlacesOfOffer(
        int offered,
        int agreed,
        int kept,
        String unit,
        @Nullable Instant until) {

    /** More squares nobody counts. */
    private static final int MOST_SQUARES = 60;

    private static final Set<String> DECLINES = Set.of("decline", "state-declines", "no-answer");

    /** @param open the offer has not ended: else nothing of it is free or kept, and what was agreed stays */
    static PlacesOfOffer of(ActsOfHelp acts, boolean open) {
        int agreed = 0;
        int kept = 0;
        Instant until = null;
        for (var proposal : acts.all()) {
            if (!proposal.type().equals(ProposingPair.PROPOSE)) continue;
            var said = acts.all().stream()
                    .filter(it -> proposal.id().equals(it.body().get("proposal")))
                    .map(ActContent::type)
                    .toList();
            if (said.contains("accept") && said.contains("state-accepts")) {
                agreed += placed(proposal);
            } else if (open && said.stream().noneMatch(DECLINES::contains)) {
                kept += placed(proposal);
                until = new BodyFields(proposal.body()).instant("answerUntil");
            }
        }
        int offered = open ? acts.number("capacity") : agreed;
        return new PlacesOfOffer(offered, agreed, kept, acts.text("unit"), until);
    }

    public int free() {
        return Math.max(0, offered - agreed - kept);
    }

    /** In which order they are drawn; none where there are too many to be counted by eye. */
    public int squares() {
        int all = agreed + kept + free();
        return all > MOST_SQUARES ? 0 : all;
    }

    private static int placed(ActContent proposal) {
        var placed = proposal.text("placed").strip();
        return placed.matches("\\d{1,5}") ? Integer.parseInt(placed) : 0;
    }
}
