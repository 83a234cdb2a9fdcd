package org.comity.capacity.rounds;

/**
 * An offer on the list, with what was said in its thread.
 *
 * @param provider its id in the directory
 */
record ListedOffer(String reference, String provider, ActsOfHelp acts) {}
