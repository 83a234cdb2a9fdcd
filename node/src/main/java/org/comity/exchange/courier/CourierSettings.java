package org.comity.exchange.courier;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

/**
 * Courier files by the page.
 *
 * @param largestOut nothing more is put into one file once it holds this much
 * @param parcels that are put into one file at most
 * @param largestIn what one upload may hold when unpacked
 * @param kept how long a file that was taken out can be fetched again
 */
@ConfigurationProperties("node.courier")
record CourierSettings(
        @DefaultValue("1MB") DataSize largestOut,
        @DefaultValue("200") int parcels,
        @DefaultValue("16MB") DataSize largestIn,
        @DefaultValue("30d") Duration kept) {

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(CourierSettings.class)
    static class Read {}
}
