package org.comity.database;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.comity.TemporaryFolders;
import org.flywaydb.core.Flyway;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Fresh databases for tests: one throw-away PostgreSQL a JVM, any number in it, each copied from one migrated once. */
public final class PracticeDatabase {

    private static final List<String> EVERY_MODULE = List.of("every module");

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final Map<List<String>, String> TEMPLATES = new HashMap<>();
    private static final List<HikariDataSource> POOLS = new ArrayList<>();
    private static final Map<String, DataSource> USED_AGAIN = new HashMap<>();
    private static LocalPostgres server;

    private PracticeDatabase() {}

    /** @param modules whose migrations to run, e.g. {@code thread} */
    public static synchronized DataSource fresh(String... modules) throws Exception {
        return pool(copy(List.of(modules)));
    }

    /** With the tables of every module, as a whole node finds them. */
    public static synchronized DataSource ofANode() throws IOException {
        return pool(copy(EVERY_MODULE));
    }

    /** The same, for a Spring context or a node's process that makes a pool of its own. */
    public static synchronized Map<String, String> propertiesOfANode() {
        try {
            return Map.of(
                    "spring.datasource.url", url(copy(EVERY_MODULE)),
                    "spring.datasource.username", "postgres",
                    "spring.datasource.password", server.password());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String copy(List<String> modules) throws IOException {
        if (server == null) {
            start();
        }
        // Block by block through the log, as by default, is twice the work for a database that nobody writes to.
        return create(
                "template " + TEMPLATES.computeIfAbsent(modules, PracticeDatabase::migrated) + " strategy file_copy");
    }

    private static DataSource pool(String database) {
        var pool = source(database, 9);
        POOLS.add(pool);
        return pool;
    }

    /** One of a few databases used again and again, every table emptied; for modules whose tables start empty. */
    public static synchronized DataSource emptied(String module, int number) throws Exception {
        var key = module + number;
        if (!USED_AGAIN.containsKey(key)) {
            USED_AGAIN.put(key, fresh(module));
            return USED_AGAIN.get(key);
        }
        var db = JdbcClient.create(USED_AGAIN.get(key));
        var tables = db.sql("""
                        select string_agg(format('%I.%I', schemaname, tablename), ', ')
                          from pg_tables
                         where schemaname = :module
                        """).param("module", module).query(String.class).single();
        db.sql("truncate %s restart identity".formatted(tables)).update();
        return USED_AGAIN.get(key);
    }

    private static void start() throws IOException {
        for (var chatty : new String[] {"org.flywaydb", "com.zaxxer.hikari", "org.springframework.jdbc"}) {
            ((Logger) LoggerFactory.getLogger(chatty)).setLevel(Level.WARN);
        }
        var inMemory = System.getProperty("comity.databases", "");
        server = new LocalPostgres(
                inMemory.isEmpty()
                        ? TemporaryFolders.folder("database")
                        : TemporaryFolders.folder(Path.of(inMemory), "database"),
                false);
        // Once every context that works with it is closed.
        TemporaryFolders.atTheEnd(PracticeDatabase::stop);
    }

    private static String migrated(List<String> modules) {
        var name = create("");
        try (var fresh = source(name, 2)) {
            if (modules.equals(EVERY_MODULE)) {
                Flyway.configure()
                        .dataSource(fresh)
                        .locations("classpath:db/migration")
                        .outOfOrder(true)
                        .load()
                        .migrate();
                return name;
            }
            for (var module : modules) {
                Flyway.configure()
                        .dataSource(fresh)
                        .locations("classpath:db/migration/" + module)
                        .table("history_of_" + module)
                        .baselineOnMigrate(true)
                        .baselineVersion("0")
                        .load()
                        .migrate();
            }
        }
        return name;
    }

    private static String create(String options) {
        var name = "practice" + COUNT.incrementAndGet();
        try (var administration = source("postgres", 1)) {
            JdbcClient.create(administration)
                    .sql("create database %s %s".formatted(name, options))
                    .update();
        }
        return name;
    }

    private static HikariDataSource source(String database, int connections) {
        var pool = new HikariConfig();
        pool.setJdbcUrl(url(database));
        pool.setUsername("postgres");
        pool.setPassword(server.password());
        pool.setMaximumPoolSize(connections);
        pool.setMinimumIdle(0);
        pool.setIdleTimeout(10_000);
        return new HikariDataSource(pool);
    }

    private static String url(String database) {
        return server.jdbcUrl().replaceFirst("/postgres$", "/" + database);
    }

    private static void stop() {
        POOLS.forEach(HikariDataSource::close);
        server.close();
    }
}
