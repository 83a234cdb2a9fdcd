package org.comity.identity.settings;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IdentitySettings.class)
class SettingsConfiguration {

    @Bean
    PracticeGround practiceGround(IdentitySettings settings) {
        return new PracticeGround(settings);
    }
}
