package org.comity.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The PostgreSQL of one's own comes back by itself, and stays away once it was stopped. */
class RestartingPostgresTest {

    @TempDir
    Path folder;

    @Test
    void a_killed_postmaster_comes_back_and_the_same_pool_serves() throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (var postgres = RestartingPostgres.whenItEnds(new LocalPostgres(folder.resolve("database"), false));
                var pool = pool(postgres)) {
            var db = JdbcClient.create(pool);
            db.sql("create table kept (n integer)").update();
            db.sql("insert into kept values (7)").update();
            db.sql("checkpoint").update();
            var killed = postgres.server();

            killed.destroyForcibly();

            await().atMost(Duration.ofSeconds(60))
                    .ignoreExceptions()
                    .untilAsserted(() -> assertThat(db.sql("select n from kept")
                                    .query(Integer.class)
                                    .single())
                            .isEqualTo(7));
            assertThat(postgres.server().pid()).isNotEqualTo(killed.pid());

            postgres.close();
            assertThat(postgres.server().isAlive()).isFalse();
            assertThatThrownBy(postgres::startAgain).isInstanceOf(IOException.class);
        }
    }

    @Test
    void while_it_keeps_ending_the_pauses_grow_up_to_a_minute() {
        assertThat(RestartingPostgres.pause(1)).isEqualTo(Duration.ofMillis(500));
        assertThat(RestartingPostgres.pause(2)).isEqualTo(Duration.ofSeconds(1));
        assertThat(RestartingPostgres.pause(5)).isEqualTo(Duration.ofSeconds(8));
        assertThat(IntStream.of(8, 30, 1_000_000).mapToObj(RestartingPostgres::pause))
                .containsOnly(Duration.ofMinutes(1));
    }

    private static HikariDataSource pool(LocalPostgres postgres) {
        var config = new HikariConfig();
        config.setJdbcUrl(postgres.jdbcUrl());
        config.setUsername("postgres");
        config.setPassword(postgres.password());
        config.setMaximumPoolSize(2);
        config.setConnectionTimeout(1000);
        return new HikariDataSource(config);
    }
}
