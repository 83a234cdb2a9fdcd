package org.comity.ui.page;

import java.time.ZoneId;
import java.time.ZoneOffset;
import org.comity.ui.OwnNode;

/** Names our State by configuration alone. */
record ConfiguredOwnNode(String node, OwnNodeProperties properties) implements OwnNode {

    @Override
    public String code() {
        return node.split("-")[0];
    }

    @Override
    public String name(String language) {
        return properties.name().getOrDefault(language, properties.name().getOrDefault("en", code()));
    }

    @Override
    public String capital(String language) {
        return properties.capital().getOrDefault(language, properties.capital().getOrDefault("en", code()));
    }

    @Override
    public ZoneId zone() {
        return properties.zone() == null ? ZoneOffset.UTC : properties.zone();
    }
}
