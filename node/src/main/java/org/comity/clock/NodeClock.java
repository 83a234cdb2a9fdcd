package org.comity.clock;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * UTC in whole milliseconds. A practice node may be set beside the machine's clock by {@code node.clock.offset}, or follow a
 * file that all nodes of the network read, by {@code node.clock.file}.
 */
@Configuration(proxyBeanMethods = false)
class NodeClock {

    @Bean
    Clock clock(
            @Value("${node.clock.offset:PT0S}") Duration offset,
            @Value("${node.clock.file:}") String file,
            @Value("${node.practice:false}") boolean practice) {
        if (!practice && !(offset.isZero() && file.isEmpty())) {
            throw new IllegalStateException("node.clock.offset and node.clock.file are for practice networks only");
        }
        var machine = Clock.offset(Clock.tickMillis(ZoneOffset.UTC), offset);
        return file.isEmpty() ? machine : new PracticeClock(Path.of(file), machine);
    }
}
