package org.comity.capacity.rounds;

import java.util.List;
import org.comity.board.BodyRow;

/**
 * One need on the list, as one participant sees it.
 *
 * @param title empty where the State keeps it from this reader
 * @param kind of help, as the messages word it
 * @param named the State named this reader as a provider
 */
public record SeenNeed(String reference, String title, String kind, boolean named, List<BodyRow> rows) {}
