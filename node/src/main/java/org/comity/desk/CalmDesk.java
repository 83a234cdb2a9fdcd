package org.comity.desk;

import org.comity.procedure.RequestRow;
import org.jspecify.annotations.Nullable;

/**
 * What an empty desk says in place of rows: how much is open, and which date comes first.
 *
 * @param open requests, whoever's turn it is; {@code waiting} those that wait for others
 * @param next that in which something kept ends first, within 14 days; null where nothing does
 */
public record CalmDesk(int open, int waiting, @Nullable RequestRow next) {}
