package org.comity.database;

import java.nio.file.Path;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
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
            ObjectProvider<PostgresAhead> ahead) {
        var begun = ahead.getIfAvailable();
        return begun == null ? new LocalPostgres(folder(home), durable) : begun.started();
    }

    static Path folder(Path home) {
        return home.resolve("database");
    }

    @Bean
    JdbcConnectionDetails databaseConnection(Environment environment, ObjectProvider<LocalPostgres> own) {
        var url = environment.getProperty("spring.datasource.url");
        if (url != null) {
            return connection(
                    url,
                    environment.getProperty("spring.datasource.username", ""),
                    environment.getProperty("spring.datasource.password", ""));
        }
        var postgres = own.getObject();
        return connection(postgres.jdbcUrl(), "postgres", postgres.password());
    }

    private static JdbcConnectionDetails connection(String url, String username, String password) {
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return username;
            }

            @Override
            public String getPassword() {
                return password;
            }

            @Override
            public String getJdbcUrl() {
                return url;
            }
        };
    }
}
