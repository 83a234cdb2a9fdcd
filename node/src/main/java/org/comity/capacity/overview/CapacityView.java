package org.comity.capacity.overview;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.comity.capacity.WaitingNeeds.Total;
import org.comity.procedure.RequestRow;
import org.jspecify.annotations.Nullable;

/**
 * Shows what a State has to do about help, what it asked for and gives, and what comes next.
 *
 * @param keeper this node keeps the list of all
 * @param waiting how much is our turn, also what is not shown
 * @param proposals that wait for our yes, what is due first before the rest
 * @param turns what else is our turn
 * @param days what comes next, the nearest first
 * @param total of the needs of all States, where it points to none
 * @param needs the procedure by which a need is written, as {@code offers} is that of offers
 */
public record CapacityView(
        boolean keeper,
        int waiting,
        List<Proposal> proposals,
        List<RequestRow> turns,
        List<Part> parts,
        List<Day> days,
        Optional<Total> total,
        String needs,
        String offers) {

    /** @param answerUntil as the proposal names it; then no answer is recorded as no answer */
    public record Proposal(
            RequestRow row,
            String round,
            String placed,
            @Nullable Instant answerUntil) {}

    /**
     * What of one procedure has not ended.
     *
     * @param law as the law data name it
     * @param more there are more than are shown
     */
    public record Part(String law, List<Line> lines, boolean more) {

        public Part {
            lines = List.copyOf(lines);
        }
    }

    /** @param audience whom our State lets see it, or empty */
    public record Line(RequestRow row, String audience) {}

    /** @param key of the sentence that says what is on this day */
    public record Day(LocalDate day, String key, RequestRow row) {}

    public CapacityView {
        proposals = List.copyOf(proposals);
        turns = List.copyOf(turns);
        parts = List.copyOf(parts);
        days = List.copyOf(days);
    }

    /** Nothing was begun yet: then the page says how to begin. */
    public boolean first() {
        return !keeper
                && waiting == 0
                && parts.stream().allMatch(it -> it.lines().isEmpty());
    }

    public boolean hasNeeds() {
        return parts.stream()
                .anyMatch(it -> it.law().equals(needs) && !it.lines().isEmpty());
    }
}
