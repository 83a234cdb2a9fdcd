package org.comity.ui;

import org.jspecify.annotations.Nullable;

/** One entry of the rail. {@code name} is its word's key {@code ui.nav.<name>} and what a layout calls active. */
public record NavItem(
        String name, String path, String icon, @Nullable Integer count, boolean ruled) {}
