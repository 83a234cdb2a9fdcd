package org.comity.ui;

import java.time.ZoneId;

/** Names a capital with its clock, in the reader's language. */
public record Capital(String name, ZoneId zone) {}
