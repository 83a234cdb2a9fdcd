package org.comity.sealing.seal;

import java.time.Clock;
import org.comity.sealing.TimeStamps;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Chooses whose time stamps this node uses. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({StampingRules.class, SealingLimits.class})
class SealingSetup {

    @Bean
    TimeStamps timeStamps(
            KeyFolder keys, StampingRules rules, Clock clock, @Value("${node.practice:false}") boolean practice) {
        if (rules.url() != null) {
            return new HttpTimeStamps(rules.url(), rules, new StampTrust(keys::trust), clock);
        }
        return practice ? new PracticeTimeStamps(keys, clock) : NoTimeStamps.NONE;
    }
}
