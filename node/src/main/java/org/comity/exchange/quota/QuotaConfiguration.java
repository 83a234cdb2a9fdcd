package org.comity.exchange.quota;

import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads the settings, and knows the disk that they are about. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(QuotaSettings.class)
class QuotaConfiguration {

    @Bean
    DiskRoom roomUnderHome(@Value("${node.home:.}") Path home) {
        return () -> {
            var store = Files.getFileStore(Files.createDirectories(home));
            return new DiskRoom.Space(store.getUsableSpace(), store.getTotalSpace());
        };
    }
}
