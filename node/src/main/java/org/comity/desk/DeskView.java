package org.comity.desk;

import java.time.Instant;
import java.util.List;
import org.comity.cooperation.Draft;
import org.comity.cooperation.RequestRow;
import org.comity.directory.Participant;
import org.comity.ui.Tab;
import org.jspecify.annotations.Nullable;

/**
 * The work list as one reader sees it.
 *
 * @param groups in the order of urgency, those without a row left out
 * @param waiting acts that wait for this reader's approval
 * @param cursor of the next page, or null
 * @param filtered a filter is set
 */
public record DeskView(
        String view,
        int ours,
        List<Tab> tabs,
        List<Group> groups,
        List<Draft> waiting,
        List<Draft> writing,
        @Nullable String cursor,
        boolean filtered,
        String query,
        Filters filters,
        List<String> warnings) {

    /** @param key message {@code desk.group.<key>} */
    public record Group(String key, List<Row> rows) {}

    /** @param ownerInitials of our own official, or null */
    public record Row(RequestRow request, Participant other, @Nullable String ownerInitials, @Nullable Instant aimFrom) {}

    public record Filters(@Nullable String role, List<String> channels, String state, boolean mine) {}
}
