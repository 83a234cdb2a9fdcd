package org.comity.ui;

import org.jspecify.annotations.Nullable;

/** A view of a list or a section of a page: a link, never a script's tab. {@code colour}: {@code r}, {@code a} or none. */
public record Tab(String label, String href, @Nullable Integer count, String colour, boolean current) {}
