package org.comity.identity.settings;

import org.comity.directory.Directory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IdentitySettings.class)
class SettingsConfiguration {

    @Bean
    PracticeGround practiceGround(IdentitySettings settings, Directory directory) {
        return new PracticeGround(settings, directory);
    }
}
