package org.comity.capacity.rounds;

/**
 * One need that stands on the list.
 *
 * @param state that has it
 * @param acts what was said of it
 */
record ListedNeed(String reference, String state, ActsOfHelp acts) {}
