package org.comity.ui;

import java.time.ZoneId;

/** A capital with its clock, named in the reader's language. */
public record Place(String name, ZoneId zone) {}
