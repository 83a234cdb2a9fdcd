package org.comity.ui.page;

import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Names our State as configuration does, until the directory does. Names by language tag. */
@ConfigurationProperties("node.house")
record OwnNodeProperties(
        @DefaultValue Map<String, String> name,
        @DefaultValue Map<String, String> capital,
        @Nullable ZoneId zone) {}
