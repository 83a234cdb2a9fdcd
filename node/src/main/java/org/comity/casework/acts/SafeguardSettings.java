package org.comity.casework.acts;

import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Configuration;

/**
 * What our State asks of itself before an act of ours leaves.
 *
 * @param secondReader what follows where not two officers have recorded that they considered discrimination
 * @param assurances kinds of assurance that the other State has given before anything is given to it, by procedure
 */
@ConfigurationProperties("node.safeguards")
record SafeguardSettings(
        @DefaultValue("point-out") SecondReader secondReader,
        @DefaultValue Map<String, List<String>> assurances) {

    /** Told to whoever signs, or asked before it can leave. */
    enum SecondReader {
        POINT_OUT,
        REQUIRE
    }

    /** Reads the settings. */
    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(SafeguardSettings.class)
    static class Read {}
}
