package org.comity.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.comity.database.PracticeDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How long a node has run is counted on over restarts, and never back. */
class RunningTimeTest {

    private RunningRows rows;

    @BeforeEach
    void fresh() throws Exception {
        rows = new RunningRows(JdbcClient.create(PracticeDatabase.fresh("ledger")));
    }

    @Test
    void it_goes_on_where_the_last_start_ended() {
        rows.keep(Duration.ofDays(30));
        var running = new CountedRunning(rows);

        assertThat(running.total()).isEqualTo(Duration.ofDays(30));
        await().untilAsserted(() ->
                assertThat(running.total()).isGreaterThan(Duration.ofDays(30).plusMillis(5)));
        running.keep();

        var again = new CountedRunning(rows);
        assertThat(again.total())
                .isBetween(
                        Duration.ofDays(30).plusMillis(5), Duration.ofDays(30).plusMinutes(5));
    }

    @Test
    void what_was_counted_is_never_taken_back() {
        rows.keep(Duration.ofDays(30));

        rows.keep(Duration.ofDays(29));

        assertThat(rows.kept()).isEqualTo(Duration.ofDays(30));
    }
}
