package org.comity.database;

import java.nio.file.Path;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;

/**
 * With no {@code spring.datasource.url} the node starts a PostgreSQL of its own under {@code node.home}. Asked when it
 * starts, not when it is built.
 */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    @Lazy
    @Bean(destroyMethod = "close")
    LocalPostgres localPostgres(
            @Value("${node.home}") Path home,
            @Value("${node.database.durable:true}") boolean durable,
            ObjectProvider<StartingPostgresEarly> ahead) {
        var begun = ahead.getIfAvailable();
        return begun == null
                ? RestartingPostgres.whenItEnds(new LocalPostgres(folder(home), durable))
                : begun.started();
    }

    static Path folder(Path home) {
        return home.resolve("database");
    }

    /** Before the pool, and before the tables are brought up to date. */
    @Bean(destroyMethod = "close")
    DatabaseProcessLock databaseProcessLock(
            Environment environment, ObjectProvider<LocalPostgres> own, ConfigurableApplicationContext context) {
        return DatabaseProcessLock.hold(
                access(environment, own),
                environment.getProperty("node.id", "a node"),
                DatabaseProcessLock.LOOK,
                () -> System.exit(SpringApplication.exit(context, () -> 3)));
    }

    @Bean
    JdbcConnectionDetails databaseConnection(
            Environment environment, ObjectProvider<LocalPostgres> own, DatabaseProcessLock first) {
        return connection(access(environment, own));
    }

    private static DatabaseProcessLock.Access access(Environment environment, ObjectProvider<LocalPostgres> own) {
        var url = environment.getProperty("spring.datasource.url");
        if (url != null) {
            return new DatabaseProcessLock.Access(
                    url,
                    environment.getProperty("spring.datasource.username", ""),
                    environment.getProperty("spring.datasource.password", ""));
        }
        var postgres = own.getObject();
        return new DatabaseProcessLock.Access(postgres.jdbcUrl(), "postgres", postgres.password());
    }

    private static JdbcConnectionDetails connection(DatabaseProcessLock.Access access) {
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return access.user();
            }

            @Override
            public String getPassword() {
                return access.password();
            }

            @Override
            public String getJdbcUrl() {
                return access.url();
            }
        };
    }
}
