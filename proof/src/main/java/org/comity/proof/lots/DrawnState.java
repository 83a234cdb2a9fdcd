package org.comity.proof.lots;

/**
 * A State with the two that review it.
 *
 * @param sameRegion of its own region, never itself
 * @param otherRegion of another region
 */
public record DrawnState(String state, String sameRegion, String otherRegion) {}
