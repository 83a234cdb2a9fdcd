package org.comity.identity.administration;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.comity.ui.HealthLine;
import org.comity.ui.HealthLine.State;
import org.comity.ui.HealthLines;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.health.contributor.Status;
import org.springframework.jdbc.UncategorizedSQLException;

/** What the page calls not working, a machine is told as DOWN. */
class LinesHealthTest {

    private List<HealthLine> said = List.of();
    private int asked;

    private final LinesHealth health = of(() -> {
        asked++;
        return said;
    });

    @Test
    void it_is_down_while_something_does_not_work() {
        said = List.of(line("outbox", State.LOOK), line("disk", State.GOOD), line("clock", State.OFF));
        health.look();
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);

        said = List.of(line("outbox", State.LOOK), line("disk", State.BAD));
        health.look();
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.health().getDetails()).containsEntry("lines", List.of("disk"));

        said = List.of(line("disk", State.GOOD));
        health.look();
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void whoever_asks_waits_for_no_room() {
        health.health();
        assertThat(asked).isZero();

        health.look();
        health.health();
        assertThat(asked).isOne();
    }

    @Test
    void a_part_that_cannot_say_how_it_does_does_not_work() {
        var silent = of(() -> {
            throw new IllegalStateException("broken");
        });
        silent.look();
        assertThat(silent.health().getStatus()).isEqualTo(Status.DOWN);
    }

    /** Spring asks the database itself; what a look a minute ago met must not keep the node down behind it. */
    @Test
    void a_database_that_was_away_a_minute_ago_is_not_told_of() {
        said = List.of(line("database", State.BAD));
        health.look();
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);

        var away = of(() -> {
            throw new UncategorizedSQLException("look", null, new SQLException("no connection"));
        });
        away.look();
        assertThat(away.health().getStatus()).isEqualTo(Status.UP);
    }

    private static LinesHealth of(HealthLines room) {
        return new LinesHealth(new StaticListableBeanFactory(Map.of("room", room)).getBeanProvider(HealthLines.class));
    }

    private static HealthLine line(String topic, State state) {
        return HealthLine.of(topic, state, "is", Map.of());
    }
}
