package org.comity.casework;

import org.comity.procedure.Draft;

/** A draft was thrown away, or an act taken back before it left. Published inside the transaction. */
public record DraftDropped(Draft draft) {}
