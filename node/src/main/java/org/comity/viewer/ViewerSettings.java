package org.comity.viewer;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What the process that draws items may use.
 *
 * @param isolation how it is shut in; where the system cannot do that, only bytes are shown
 * @param heap memory for what it reads
 * @param longest it is ended after this long
 * @param largestIn of an item that is drawn whole; text and bytes are read in parts and have no limit
 * @param largestOut what it may say about one page
 * @param atOnce processes that draw at one time
 * @param session how long an item stays open for the official who opened it
 */
@Validated
@ConfigurationProperties("node.viewer")
record ViewerSettings(
        @DefaultValue("BUBBLEWRAP") Isolation isolation,
        @DefaultValue("128MB") DataSize heap,
        @DefaultValue("20s") Duration longest,
        @DefaultValue("32MB") DataSize largestIn,
        @DefaultValue("8MB") DataSize largestOut,
        @DefaultValue("2") @Min(1) @Max(16) int atOnce,
        @DefaultValue("30m") Duration session) {

    enum Isolation {
        /** it sees no file of the node */
        BUBBLEWRAP,
        /** only bytes are shown, and nothing is interpreted */
        OFF
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(ViewerSettings.class)
    static class Read {}
}
