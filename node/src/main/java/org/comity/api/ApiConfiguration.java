package org.comity.api;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the interface reads of {@code node.*}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ApiSettings.class)
class ApiConfiguration {

    @Bean
    ReadingIdempotentRequest readingWish(ApiSettings settings) {
        return new ReadingIdempotentRequest(settings);
    }
}
