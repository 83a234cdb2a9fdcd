package org.comity.casework;

import org.comity.procedure.Draft;
import org.comity.vocabulary.Official;

/**
 * Tells that one officer let an act of an emergency leave. Published inside the transaction; a second officer confirms afterwards.
 */
public record LeftByOneOfficer(Draft draft, Official by) {}
