package org.comity.evidence;

import java.util.UUID;

/**
 * An item of a procedure was opened whole and compared with its manifest, whichever way it came. Published inside the
 * transaction that records it.
 *
 * @param matched it is what the manifest says
 */
public record ItemMatched(String thread, UUID item, boolean matched) {}
