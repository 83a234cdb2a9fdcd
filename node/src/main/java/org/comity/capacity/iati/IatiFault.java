package org.comity.capacity.iati;

/**
 * What is wrong with a file or an activity.
 *
 * @param code {@code xml}, {@code version}, {@code schema}, {@code code}, {@code rule}, {@code twice}, {@code long}, {@code large},
 *     {@code deep}, {@code wide}, {@code namespaces}
 * @param where a path or the number of the rule; empty for a whole file
 * @param what in the words of the standard, for people; no text of the file but a code
 */
public record IatiFault(String code, String where, String what) {}
