package org.comity.clock;

import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** UTC in whole milliseconds; a practice node may be set ahead by {@code node.clock.offset}. */
@Configuration(proxyBeanMethods = false)
class NodeClock {

    @Bean
    Clock clock(
            @Value("${node.clock.offset:PT0S}") Duration offset, @Value("${node.practice:false}") boolean practice) {
        if (!offset.isZero() && !practice) {
            throw new IllegalStateException("node.clock.offset is for practice networks only");
        }
        return Clock.offset(Clock.tickMillis(java.time.ZoneOffset.UTC), offset);
    }
}
