package org.comity.exchange;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.comity.database.PracticeDatabase;
import org.comity.directory.Directory;
import org.comity.directory.DirectoryWatch;
import org.comity.directory.EntryVersions;
import org.comity.ledger.RunningTime;
import org.comity.proof.act.Act;
import org.comity.proof.act.Approval;
import org.comity.sealing.PracticeKeys;
import org.comity.sealing.Sealing;
import org.comity.thread.AdoptedAuthorities;
import org.comity.thread.Procedure;
import org.comity.thread.SealedAct;
import org.comity.thread.Threads;
import org.comity.thread.joint.Gathering;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.autoconfigure.task.TaskSchedulingAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;

/** A participant's exchange, threads, ledger and seal on a real database and a real port; directory and clock are the test's. */
public final class ExchangeNode implements AutoCloseable {

    public final String id;
    public final PracticeWorld world;
    public final List<Object> events = new CopyOnWriteArrayList<>();
    private final ConfigurableApplicationContext context;

    /** Not annotated as configuration, so that no other test finds it. */
    @ImportAutoConfiguration({
        ConfigurationPropertiesAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        JacksonAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        PropertyPlaceholderAutoConfiguration.class,
        TaskSchedulingAutoConfiguration.class,
        TransactionAutoConfiguration.class,
        ValidationAutoConfiguration.class
    })
    @EnableScheduling
    @ComponentScan({"org.comity.exchange", "org.comity.sealing", "org.comity.ledger", "org.comity.thread"})
    static class Parts {}

    /** One that really listens and sends by AS4. */
    public ExchangeNode(String id, PracticeWorld world, SettableClock clock, String... settings) throws Exception {
        this(id, world, clock, null, settings);
        world.with(id, context.getBean(LocalDoor.class).address());
    }

    /** One whose parcels the test carries. */
    public ExchangeNode(String id, PracticeWorld world, SettableClock clock, Carrier carrier, String... settings)
            throws Exception {
        this.id = id;
        this.world = world;
        var database = PracticeDatabase.ofANode();
        var all = new ArrayList<>(List.of(
                "node.id=" + id,
                "node.keys=" + PracticeKeys.folder(id),
                "node.exchange.warm-rounds=0",
                "node.exchange.tick=100ms"));
        if (carrier == null) {
            all.add("node.as4.port=0");
        }
        all.addAll(List.of(settings));
        world.with(id, java.net.URI.create("https://not.yet.example/as4"));
        context = new SpringApplicationBuilder(Parts.class)
                .web(WebApplicationType.NONE)
                .listeners((ApplicationListener<PayloadApplicationEvent<?>>) it -> events.add(it.getPayload()))
                .initializers(it -> beans((GenericApplicationContext) it, database, clock, carrier))
                .run(lastOfEach(all));
    }

    private static String[] lastOfEach(List<String> settings) {
        var last = new java.util.TreeMap<String, String>();
        settings.forEach(it -> last.put(it.substring(0, it.indexOf('=')), "--" + it));
        return last.values().toArray(String[]::new);
    }

    private void beans(GenericApplicationContext to, DataSource database, SettableClock clock, Carrier carrier) {
        if (carrier != null) {
            to.registerBean(Carrier.class, () -> carrier);
        }
        to.registerBean(DataSource.class, () -> database);
        to.registerBean(Clock.class, () -> clock);
        to.registerBean("running", RunningTime.class, () -> clock::running, it -> it.setPrimary(true));
        to.registerBean(Directory.class, () -> world.as(id));
        to.registerBean(AdoptedAuthorities.class, () -> org.mockito.Mockito.mock(AdoptedAuthorities.class));
        to.registerBean(EntryVersions.class, () -> org.mockito.Mockito.mock(EntryVersions.class));
        to.registerBean(DirectoryWatch.class, () -> org.mockito.Mockito.mock(DirectoryWatch.class));
        to.registerBean(Procedure.class, PracticeProcedure::new);
        to.registerBean("gathering", Procedure.class, () -> new Gathering(Gathering.ID));
        to.registerBean("agreed", Procedure.class, () -> new Gathering(Gathering.AGREED));
        to.registerBean(PracticeFollower.class);
    }

    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    public void publish(Object event) {
        context.publishEvent(event);
    }

    public Exchange exchange() {
        return get(Exchange.class);
    }

    public Threads threads() {
        return get(Threads.class);
    }

    public JdbcClient db() {
        return get(JdbcClient.class);
    }

    public long count(String table) {
        return db().sql("select count(*) from " + table).query(Long.class).single();
    }

    /** Nothing of what a door might store is there. */
    public Map<String, Long> stored() {
        return Map.of(
                "acts", count("thread.act"),
                "threads", count("thread.thread"),
                "entries", count("thread.entry"),
                "outbox", count("exchange.outbox"),
                "messages", count("exchange.seen_message"),
                "ledger", count("ledger.line"));
    }

    /** As if the line were cut: what waits, waits. */
    public void stopSending() {
        context.getBeansOfType(org.springframework.context.SmartLifecycle.class).values().stream()
                .filter(it -> it.getClass().getPackageName().startsWith("org.comity.exchange"))
                .forEach(org.springframework.context.Lifecycle::stop);
    }

    public SealedAct seal(Act act) {
        return new SealedAct(act, get(Sealing.class).seal(files(act)));
    }

    public static Map<String, byte[]> files(Act act) {
        var files = new java.util.LinkedHashMap<String, byte[]>();
        files.put("act.json", act.json());
        files.put("act.pdf", "%PDF-1.7 specimen".getBytes());
        files.put(
                "approvals.json",
                Approval.write(List.of(new Approval("XA-1/o-1", "practice", Instant.parse("2027-03-01T12:00:00Z")))));
        return files;
    }

    @Override
    public void close() {
        context.close();
    }
}
