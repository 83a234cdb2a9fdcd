package org.comity.evidence;

/** An item is known here: it was begun, or its manifest came, or it was sealed. Published inside the transaction. */
public record ItemKept(Item item) {}
