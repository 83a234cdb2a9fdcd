package org.comity.treaty;

import java.util.List;

/** The lines that wait for a second officer. */
public record WaitingLinesView(List<Waiting> lines) {

    /**
     * @param mine the reader entered it, so another officer decides
     * @param doubts why it may be a slip
     */
    public record Waiting(KeptLine kept, String by, boolean mine, List<SheetView.Reason> doubts) {}

    public boolean any() {
        return lines.stream().anyMatch(it -> !it.mine());
    }
}
