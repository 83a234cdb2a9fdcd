/**
 * Matching of needs with offers: what must hold before a pair is allowed, how well it fits, and the one best answer for a
 * whole round, with reasons that anyone can recompute. Pure: no database, no clock, no page.
 */
@NamedInterface("matching")
@NullMarked
package org.comity.capacity.matching;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
