package org.comity.intelligence.stix;

import java.util.List;
import java.util.SortedMap;

/**
 * What of a bundle can be shown.
 *
 * @param faults of objects that are left out, the first of them; {@code left} how many objects are left out
 * @param notShown objects that are whole and have no place in the table, by type
 */
public record ReadBundle(
        String id,
        List<ReadIndicator> indicators,
        List<StixFault> faults,
        int left,
        SortedMap<String, Integer> notShown) {}
