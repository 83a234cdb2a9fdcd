package org.comity.forum;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rooms that are there for this reader, a page of them.
 *
 * @param next the last of the page, if there are more
 */
public record RoomsListView(List<KeptRoom> rooms, @Nullable String next, boolean holds) {}
