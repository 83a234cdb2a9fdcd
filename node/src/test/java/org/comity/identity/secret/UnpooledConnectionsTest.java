package org.comity.identity.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.zaxxer.hikari.HikariDataSource;
import org.comity.database.PracticeDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;

/** Whoever may connect by the pool may connect beside it. */
class UnpooledConnectionsTest {

    @Test
    void what_is_set_for_the_pool_is_set_here_and_the_size_is_its_own() throws Exception {
        var environment = new MockEnvironment()
                .withProperty("spring.datasource.hikari.data-source-properties.ApplicationName", "as set")
                .withProperty("spring.datasource.hikari.connection-init-sql", "set role to pg_monitor")
                .withProperty("spring.datasource.hikari.maximum-pool-size", "40")
                .withProperty("spring.datasource.hikari.minimum-idle", "30");

        try (var beside = new UnpooledConnections(database(), environment)) {
            assertThat(JdbcClient.create(beside.source())
                            .sql("select current_user || ' ' || current_setting('application_name')")
                            .query(String.class)
                            .single())
                    .isEqualTo("pg_monitor as set");
            assertThat(beside.source()).isInstanceOfSatisfying(HikariDataSource.class, it -> {
                assertThat(it.getMaximumPoolSize()).isEqualTo(2);
                assertThat(it.getMinimumIdle()).isZero();
            });
        }
    }

    private static JdbcConnectionDetails database() throws Exception {
        var database = (HikariDataSource) PracticeDatabase.fresh("identity");
        var details = mock(JdbcConnectionDetails.class);
        when(details.getJdbcUrl()).thenReturn(database.getJdbcUrl());
        when(details.getUsername()).thenReturn(database.getUsername());
        when(details.getPassword()).thenReturn(database.getPassword());
        return details;
    }
}
