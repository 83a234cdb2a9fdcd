package org.comity.capacity.activities;

import java.time.Instant;

/** A file of activities that others published. @param refused why nothing of it was read; empty if it was */
public record BroughtFile(long id, String name, String refused, String by, Instant at) {}
