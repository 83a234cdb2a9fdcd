package org.comity.directory.trust;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.comity.TemporaryFolders;
import org.comity.database.PracticeDatabase;
import org.comity.database.WaitingForLock;
import org.comity.directory.AnEntry;
import org.comity.directory.Directory;
import org.comity.directory.DirectoryList;
import org.comity.directory.DirectoryWatch;
import org.comity.directory.EntryVersions;
import org.comity.directory.OurEntry;
import org.comity.directory.SignedParticipantEntry;
import org.comity.sealing.PracticeKeys;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/** The directory of one node on real PostgreSQL, with a clock that can be set and an operator made of lists. */
final class ANode implements AutoCloseable {

    static final Official MAREN = official("maren", Duty.DUTY_OFFICER);
    static final Official TOLVA = official("tolva", Duty.SECOND_OFFICER);
    static final Official GUEST = official("guest", Duty.OVERSIGHT);

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final SettableClock clock;

    private final String id;
    private final DataSource source;

    ANode(String id, Path folder, Instant start, Map<String, Object> more) throws Exception {
        this(id, folder, start, more, PracticeDatabase.fresh("directory", "ledger"));
    }

    private ANode(String id, Path folder, Instant start, Map<String, Object> more, DataSource source) throws Exception {
        this.id = id;
        this.source = source;
        clock = new SettableClock(start);
        var properties = new HashMap<String, Object>();
        properties.put("node.id", id);
        properties.put("node.home", folder.toString());
        properties.put("node.directory.folder", folder.resolve("directory").toString());
        properties.put("node.practice", "true");
        properties.put("node.keys", folder.resolve("keys").toString());
        properties.putAll(more);
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("node", properties));
        context.registerBean(DataSource.class, () -> source);
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(source));
        context.registerBean(PlatformTransactionManager.class, () -> new DataSourceTransactionManager(source));
        context.registerBean(
                TransactionTemplate.class,
                () -> new TransactionTemplate(context.getBean(PlatformTransactionManager.class)));
        context.registerBean(Clock.class, () -> clock);
        context.register(Transactions.class);
        context.scan("org.comity.directory.trust", "org.comity.ledger", "org.comity.sealing");
        context.refresh();
    }

    /** A node of the test network that was handed the root and nothing else. */
    static ANode of(String id) throws Exception {
        return new ANode(
                id,
                folder(),
                AnEntry.NOON,
                Map.of("node.keys", PracticeKeys.folder(id).toString()));
    }

    /** Another process of the same node, on the same database. */
    ANode beside() throws Exception {
        return new ANode(
                id,
                folder(),
                AnEntry.NOON,
                Map.of("node.keys", PracticeKeys.folder(id).toString()),
                source);
    }

    /** How often what it trusts was changed. */
    long changes() {
        return context.getBean(TrustChanges.class).count();
    }

    /** Somebody waits for a lock of this database. */
    boolean blocked() {
        return WaitingForLock.anybody(JdbcClient.create(source));
    }

    void inTransaction(Runnable what) {
        context.getBean(TransactionTemplate.class).executeWithoutResult(status -> what.run());
    }

    static Path folder() throws IOException {
        var home = TemporaryFolders.folder("directory");
        Files.createDirectories(home.resolve("directory"));
        Files.write(home.resolve("directory/root.json"), AnEntry.NETWORK.json());
        return home;
    }

    /** As if it had never heard of anybody. */
    void forget() {
        context.getBean(JdbcClient.class).sql("""
                truncate directory.list, directory.pin, directory.entry, directory.revocation, directory.warning,
                         directory.keeping, directory.revocation_taken, directory.phone_test, directory.draft
                """).update();
        context.getBean(CurrentSnapshot.class).renew();
        at(AnEntry.NOON);
    }

    Directory directory() {
        return context.getBean(Directory.class);
    }

    DirectoryWatch watch() {
        return context.getBean(DirectoryWatch.class);
    }

    EntryVersions entries() {
        return context.getBean(EntryVersions.class);
    }

    OurEntry ourEntry() {
        return context.getBean(OurEntry.class);
    }

    FollowingOperator operator() {
        return context.getBean(FollowingOperator.class);
    }

    void take(DirectorySource source) throws IOException {
        context.getBean(TakingLists.class).take(source);
    }

    void takes(SignedParticipantEntry signed, EntryVersions.Source source) {
        inTransaction(() -> {
            context.getBean(TakingEntries.class).take(signed, source, true, clock.now.plus(DirectoryList.VALIDITY));
            context.getBean(CurrentSnapshot.class).renew();
        });
    }

    /** Reads the folder of the ceremony as each start does. */
    void startAgain() {
        context.getBean(ReadingCeremonyFolder.class).afterSingletonsInstantiated();
    }

    void at(Instant instant) {
        clock.now = instant;
    }

    List<String> warnings() {
        return watch().warnings().stream().map(DirectoryWatch.Warning::code).toList();
    }

    @Override
    public void close() {
        context.close();
    }

    private static Official official(String id, Duty duty) {
        return new Official(id, id, "XA-1/" + id, Set.of(duty));
    }

    @EnableTransactionManagement
    static class Transactions {}

    private static final class SettableClock extends Clock {
        private volatile Instant now;

        SettableClock(Instant now) {
            this.now = now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return InstantSource.fixed(now).withZone(zone);
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    /** Lists and entries as an operator publishes them, honest or not. */
    static final class AnOperator implements DirectorySource {

        private final List<DirectoryList.Line> lines = new ArrayList<>();
        private final Map<String, SignedParticipantEntry> entries = new HashMap<>();
        private DirectoryList.Signed newest;
        private byte[] answer = new byte[0];

        AnOperator admits(SignedParticipantEntry... admitted) {
            for (var each : admitted) {
                var entry = each.entry();
                lines.removeIf(it -> it.id().equals(entry.id()));
                lines.add(new DirectoryList.Line(entry.id(), entry.version(), entry.hash()));
                entries.put(entry.id(), each);
            }
            return this;
        }

        /** A new list, issued at that instant, valid for seven days. */
        AnOperator publishes(Instant issued) {
            long sequence = newest == null ? 1 : newest.list().sequence() + 1;
            var previous = newest == null
                    ? DirectoryList.NOTHING_BEFORE
                    : newest.list().hash();
            return answers(list(sequence, previous, issued).sign(AnEntry.OPERATOR.getPrivate()));
        }

        DirectoryList list(long sequence, String previous, Instant issued) {
            return new DirectoryList(
                    AnEntry.NETWORK.id(), sequence, previous, issued, issued.plus(DirectoryList.VALIDITY), lines);
        }

        AnOperator answers(DirectoryList.Signed signed) {
            newest = signed;
            answer = signed.json();
            return this;
        }

        AnOperator answers(byte[] bytes) {
            answer = bytes;
            return this;
        }

        DirectoryList.Signed newest() {
            return newest;
        }

        @Override
        public Optional<byte[]> list(String have) {
            return newest != null && newest.list().hash().equals(have) ? Optional.empty() : Optional.of(answer);
        }

        @Override
        public byte[] entry(String id, long version) throws IOException {
            var entry = entries.get(id);
            if (entry == null) {
                throw new IOException("none");
            }
            return entry.json();
        }

        @Override
        public List<byte[]> revocations() {
            return List.of();
        }
    }
}
