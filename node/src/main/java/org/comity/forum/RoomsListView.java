package org.comity.forum;

import java.util.List;

/** The rooms that are there for this reader. */
public record RoomsListView(List<KeptRoom> rooms, boolean holds) {}
