package org.comity.exchange.as4;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Objects;
import org.comity.directory.Directory;
import org.comity.exchange.Door;
import org.comity.exchange.ExchangeSettings;
import org.comity.sealing.Keys;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A node with {@code node.as4.port} speaks AS4. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("node.as4.port")
@EnableConfigurationProperties(As4Settings.class)
class As4Configuration {

    @Bean
    WireKeys wireKeys(Keys keys) {
        return new WireKeys(keys);
    }

    @Bean
    As4Port as4Port(
            As4Settings settings,
            ExchangeSettings exchange,
            @Value("${node.home}") Path home,
            WireKeys keys,
            Directory directory,
            Door door,
            Clock clock) {
        var clients = new Pins(tls -> pinned(directory, tls), clock, code -> door.refused(code, null));
        var arrivals = new Arrivals(door, exchange.largestParcel().toBytes());
        return new As4Port(settings, home.resolve("as4"), keys, clients, arrivals, door);
    }

    private static boolean pinned(Directory directory, X509Certificate tls) {
        return directory.all().stream()
                .map(it -> it.node())
                .filter(Objects::nonNull)
                .anyMatch(it -> it.tls().equals(tls));
    }

    @Bean
    Lines as4Lines(As4Settings settings, WireKeys keys, Clock clock) {
        return new Lines(settings, keys, clock);
    }

    @Bean
    As4Carrier as4Carrier(WireKeys keys, Lines as4Lines) {
        return new As4Carrier(keys, as4Lines);
    }
}
