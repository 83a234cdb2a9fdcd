package org.comity.database;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Fresh databases for tests without a Spring context: one throw-away PostgreSQL a test run, any number in it. */
public final class PracticeDatabase {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static LocalPostgres server;

    private PracticeDatabase() {}

    /** @param modules whose migrations to run, e.g. {@code thread} */
    public static synchronized DataSource fresh(String... modules) throws Exception {
        if (server == null) {
            ((Logger) LoggerFactory.getLogger("org.flywaydb")).setLevel(Level.WARN);
            var home = Files.createTempDirectory("comity-practice-database");
            Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
            server = new LocalPostgres(home, false);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(home)));
        }
        var name = "practice" + COUNT.incrementAndGet();
        JdbcClient.create(source("postgres")).sql("create database " + name).update();
        var fresh = source(name);
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
        return fresh;
    }

    private static DataSource source(String database) {
        var source = new PGSimpleDataSource();
        source.setUrl(server.jdbcUrl().replaceFirst("/postgres$", "/" + database));
        source.setUser("postgres");
        source.setPassword(server.password());
        return source;
    }

    private static void stop(Path home) {
        server.close();
        org.springframework.util.FileSystemUtils.deleteRecursively(home.toFile());
    }
}
