package org.comity.desk;

/**
 * A way to look at the list that somebody named.
 *
 * @param mine the reader saved it
 * @param query of the address, as {@link DeskQuery} reads it
 */
public record SavedView(long id, String name, boolean mine, boolean shared, String query) {}
