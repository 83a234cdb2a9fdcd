package org.comity.database;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** With no {@code spring.datasource.url} the node starts a PostgreSQL of its own under {@code node.home}. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "spring.datasource.url", matchIfMissing = true, havingValue = "never-equal")
class EmbeddedDatabase {

    @Bean(destroyMethod = "close")
    LocalPostgres localPostgres(
            @Value("${node.home}") Path home, @Value("${node.database.durable:true}") boolean durable) {
        return new LocalPostgres(home.resolve("database"), durable);
    }

    @Bean
    JdbcConnectionDetails localConnection(LocalPostgres postgres) {
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return "postgres";
            }

            @Override
            public String getPassword() {
                return postgres.password();
            }

            @Override
            public String getJdbcUrl() {
                return postgres.jdbcUrl();
            }
        };
    }
}
