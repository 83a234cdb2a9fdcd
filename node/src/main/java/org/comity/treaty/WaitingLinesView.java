package org.comity.treaty;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lines that wait for a second officer, a page of them.
 *
 * @param next the last of the page, if there are more
 */
public record WaitingLinesView(
        List<Waiting> lines, @Nullable Long next) {

    /**
     * @param mine the reader entered it, so another officer decides
     * @param doubts why it may be a slip
     */
    public record Waiting(KeptLine kept, String by, boolean mine, List<SheetView.Reason> doubts) {}

    public boolean any() {
        return lines.stream().anyMatch(it -> !it.mine());
    }
}
