package org.comity.cooperation;

/** A draft was thrown away, or an act taken back before it left. Published inside the transaction. */
public record DraftDropped(Draft draft) {}
