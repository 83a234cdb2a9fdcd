package org.comity.evidence.pages;

import java.util.List;
import org.comity.evidence.EvidenceCases.Case;
import org.comity.evidence.Item;
import org.comity.evidence.ItemArrivals;
import org.jspecify.annotations.Nullable;

/**
 * A page of the list.
 *
 * @param of the case whose items these are, or null: all
 * @param lost damaged and missing ones alone
 * @param older address of the next page, or null
 */
public record ItemsView(
        @Nullable Case of, List<Line> lines, @Nullable String older, boolean mayAdd, boolean lost) {

    /**
     * @param stored plain bytes of one that is being added
     * @param stopped why one that was to arrive does not come, or null
     */
    public record Line(Item item, long stored, @Nullable Case of, ItemArrivals.@Nullable State stopped) {

        public long size() {
            var sealed = item.sealed();
            return sealed == null ? stored : sealed.plain().size();
        }
    }
}
