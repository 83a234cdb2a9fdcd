package org.comity.ui;

import java.util.Map;
import org.comity.vocabulary.Official;

/** The figures beside the entries of the rail. Several modules may give some; asked for each page, so it must be quick. */
public interface NavCounts {

    /** By entry: {@code desk}, {@code requests} … Only what this official may open. */
    Map<String, Integer> counts(Official official);
}
