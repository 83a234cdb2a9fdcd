package org.comity.capacity.courses;

import java.time.Instant;

/**
 * A State asks for places.
 *
 * @param vulnerable places are kept for it
 */
public record AskedPlaces(long id, String state, int persons, boolean vulnerable, Instant at) {}
