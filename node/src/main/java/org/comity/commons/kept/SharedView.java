package org.comity.commons.kept;

import java.util.List;

/** The collections that this node holds. */
public record SharedView(List<Line> collections) {

    /** @param standing of the newest that this node holds */
    public record Line(String shelf, long standing) {}
}
