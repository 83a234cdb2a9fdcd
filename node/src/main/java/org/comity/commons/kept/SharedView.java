package org.comity.commons.kept;

import java.util.List;

/** The collections that this node holds. */
public record SharedView(List<Line> collections) {

    /**
     * One of them.
     *
     * @param standing of the newest that this node holds
     * @param more there are older ones
     */
    public record Line(String shelf, int standing, boolean more) {}
}
