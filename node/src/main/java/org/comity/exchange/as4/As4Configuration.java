package org.comity.exchange.as4;

import java.nio.file.Path;
import java.time.Clock;
import org.comity.directory.Directory;
import org.comity.directory.PinnedTrust;
import org.comity.exchange.Door;
import org.comity.exchange.ExchangeSettings;
import org.comity.exchange.PeerClocks;
import org.comity.exchange.PeerShelf;
import org.comity.sealing.NodeKeys;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** A node with {@code node.as4.port} speaks AS4; without it there is neither port nor carrier. Asked when it starts. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(As4Settings.class)
class As4Configuration {

    private final boolean speaks;

    As4Configuration(Environment environment) {
        this.speaks = environment.containsProperty("node.as4.port");
    }

    @Bean
    @Nullable
    WireKeys wireKeys(NodeKeys keys) {
        return speaks ? new WireKeys(keys) : null;
    }

    @Bean
    @Nullable
    As4Port as4Port(
            As4Settings settings,
            ExchangeSettings exchange,
            @Value("${node.home}") Path home,
            ObjectProvider<WireKeys> keys,
            Directory directory,
            Door door,
            ObjectProvider<PeerShelf> shelves,
            PeerClocks peerClocks,
            Clock clock) {
        if (!speaks) {
            return null;
        }
        var clients = PinnedTrust.of(directory, clock, code -> door.refused(code, null));
        var arrivals =
                new IncomingMessages(door, peerClocks, exchange.largestParcel().toBytes());
        return new As4Port(
                settings,
                home.resolve("as4"),
                keys.getObject(),
                clients,
                arrivals,
                door,
                new ServingShelves(shelves.stream().toList(), directory));
    }

    @Bean
    @Nullable
    PeerConnectionPools as4Lines(As4Settings settings, ObjectProvider<WireKeys> keys, Clock clock) {
        return speaks ? new PeerConnectionPools(settings, keys.getObject(), clock) : null;
    }

    @Bean
    @Nullable
    As4Carrier as4Carrier(ObjectProvider<WireKeys> keys, ObjectProvider<PeerConnectionPools> as4Lines, Clock clock) {
        return speaks ? new As4Carrier(keys.getObject(), as4Lines.getObject(), clock) : null;
    }
}
