package org.comity.evidence.transfer;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.comity.database.PracticeDatabase;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.comity.evidence.Evidence;
import org.comity.evidence.ItemArrivals;
import org.comity.evidence.ItemArrived;
import org.comity.evidence.PracticeFaces;
import org.comity.evidence.Releases;
import org.comity.evidence.vault.Vault;
import org.comity.exchange.PracticeNodeKeys;
import org.comity.exchange.PracticeWorld;
import org.comity.exchange.SettableClock;
import org.comity.ledger.Ledger;
import org.comity.proof.age.HybridIdentity;
import org.comity.sealing.NodeKeys;
import org.comity.sealing.PracticeKeys;
import org.comity.sealing.Sealing;
import org.comity.ui.LivePages;
import org.comity.vocabulary.Official;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/** The room of evidence of one participant: real database, real folder, real port; stopped and started as one likes. */
final class PracticeEnd implements AutoCloseable {

    static final Official PIA = new Official("pia", "P. Osei", "XB-1/o-3", Set.of());

    final String id;
    final SettableClock clock = new SettableClock();
    final List<ItemArrived> news = new CopyOnWriteArrayList<>();
    final List<String> log = new CopyOnWriteArrayList<>();
    final DataSource source;
    final Path folder;
    final Map<String, Object> settings = new HashMap<>();
    /** What is left of its disk, if less is wanted than there is; and how large that disk is to seem. */
    volatile long room = Long.MAX_VALUE;

    volatile long disk;
    /** Of each payload that is kept, what lies behind this byte cannot be read. */
    volatile long readable = Long.MAX_VALUE;

    final Taken taken = new Taken();
    private final PracticeWorld world;
    private AnnotationConfigApplicationContext running;

    PracticeEnd(String id, PracticeWorld world, Path folder) throws Exception {
        this.id = id;
        this.world = world;
        this.folder = folder;
        this.source = PracticeDatabase.emptied("evidence", id.charAt(1));
        settings.put("node.id", id);
        settings.put("node.home", folder.toString());
        settings.put("node.evidence.folder", folder.resolve("evidence").toString());
        settings.put("node.evidence.transfer.port", "0");
        settings.put("node.evidence.transfer.first-patience", "50ms");
        settings.put("node.evidence.transfer.longest-patience", "100ms");
        settings.put("node.evidence.transfer.stalled", "60s");
        start();
    }

    void start() {
        running = new AnnotationConfigApplicationContext();
        running.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", settings));
        running.registerBean(PracticeEnd.class, () -> this);
        running.register(Beans.class);
        running.registerBean("senders", Taken.CountedSenders.class);
        var scanner = new ClassPathBeanDefinitionScanner(running);
        scanner.addExcludeFilter(new AnnotationTypeFilter(Controller.class));
        scanner.setBeanDefinitionDefaults(lazy());
        scanner.scan(
                "org.comity.evidence.custody",
                "org.comity.evidence.destruction",
                "org.comity.evidence.vault",
                "org.comity.evidence.transfer");
        running.getBeanFactory().addBeanPostProcessor(new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof Vault vault ? onDisk(vault) : bean;
            }
        });
        running.addBeanFactoryPostProcessor(factory -> {
            for (var name : factory.getBeanDefinitionNames()) {
                factory.getBeanDefinition(name).setLazyInit(true);
            }
        });
        running.refresh();
        running.getBean(News.class);
        var port = running.getBean(TransferPort.class);
        if (!port.isRunning()) port.start();
        var fetching = running.getBean(FetchingDue.class);
        if (!fetching.isRunning()) fetching.start();
    }

    private Vault onDisk(Vault vault) {
        return PracticeFaces.over(Vault.class, vault, (what, real) -> switch (what) {
            case "room" -> Math.min(room, (Long) real);
            case "kept" -> readable == Long.MAX_VALUE ? real : broken((SeekableByteChannel) real);
            case "disk" -> disk == 0 ? real : Long.valueOf(disk);
            default -> real;
        });
    }

    private SeekableByteChannel broken(SeekableByteChannel payload) {
        return PracticeFaces.over(SeekableByteChannel.class, payload, (what, real) -> {
            if (what.equals("read") && payload.position() > readable) throw new IOException("Input/output error");
            return real;
        });
    }

    private static org.springframework.beans.factory.support.BeanDefinitionDefaults lazy() {
        var defaults = new org.springframework.beans.factory.support.BeanDefinitionDefaults();
        defaults.setLazyInit(true);
        return defaults;
    }

    void stop() {
        running.close();
    }

    int port() {
        return running.getBean(TransferPort.class).localPort();
    }

    /** The entry of this participant, with its evidence at that address. */
    void at(int port) {
        at(world, id, port);
    }

    static void at(PracticeWorld world, String id, int port) {
        var node = PracticeWorld.node(id, URI.create("https://127.0.0.1:1/as4"));
        world.put(PracticeWorld.participant(
                id,
                new Participant.NodeAddress(
                        node.as4(),
                        node.seal(),
                        node.as4Certificate(),
                        node.tls(),
                        node.register(),
                        node.ageRecipient(),
                        node.procedures(),
                        URI.create("https://127.0.0.1:%d/evidence".formatted(port)))));
    }

    Evidence evidence() {
        return running.getBean(Evidence.class);
    }

    Releases releases() {
        return running.getBean(Releases.class);
    }

    ItemArrivals arrivals() {
        return running.getBean(ItemArrivals.class);
    }

    <T> T bean(Class<T> type) {
        return running.getBean(type);
    }

    /** As it happens twice a minute. */
    void removeGivenUp() {
        org.comity.evidence.custody.PracticeRemoving.turn(running);
    }

    UUID add(String name, byte[] plain) throws Exception {
        var begun = evidence().begin(new Evidence.Beginning(name, "text/plain", "thread", (long) plain.length), PIA);
        evidence().add(begun, 0, new java.io.ByteArrayInputStream(plain));
        evidence().finish(begun, null, PIA);
        return begun;
    }

    @Override
    public void close() {
        running.close();
    }

    static final class News {
        private final PracticeEnd end;

        News(PracticeEnd end) {
            this.end = end;
        }

        @EventListener
        void arrived(ItemArrived arrived) {
            end.news.add(arrived);
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    @EnableTransactionManagement
    static class Beans {

        @Bean
        News news(PracticeEnd end) {
            return new News(end);
        }

        @Bean
        DataSource dataSource(PracticeEnd end) {
            // Closed by whoever made it, not by this context.
            return new org.springframework.jdbc.datasource.DelegatingDataSource(end.source);
        }

        @Bean
        JdbcClient jdbc(DataSource source) {
            return JdbcClient.create(source);
        }

        @Bean
        PlatformTransactionManager transactions(DataSource source) {
            return new DataSourceTransactionManager(source);
        }

        @Bean
        TransactionTemplate transaction(PlatformTransactionManager manager) {
            return new TransactionTemplate(manager);
        }

        @Bean
        Clock clock(PracticeEnd end) {
            return end.clock;
        }

        @Bean
        Directory directory(PracticeEnd end) {
            return end.world.as(end.id);
        }

        @Bean
        NodeKeys keys(PracticeEnd end) {
            return new PracticeNodeKeys(end.id);
        }

        @Bean
        LivePages live() {
            return (topic, id) -> {};
        }

        @Bean
        Ledger ledger(PracticeEnd end) {
            return PracticeFaces.only(Ledger.class, (what, arguments) -> {
                if (!what.equals("record")) throw new UnsupportedOperationException(what);
                end.log.add((String) arguments[1]);
                return null;
            });
        }

        @Bean
        Sealing sealing(PracticeEnd end) throws Exception {
            var identity = HybridIdentity.parse(
                    Files.readString(PracticeKeys.folder(end.id).resolve("age-identity"))
                            .strip());
            return PracticeFaces.sealing(identity);
        }
    }
}
