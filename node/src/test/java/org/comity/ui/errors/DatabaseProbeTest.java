package org.comity.ui.errors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** A connection that died says nothing of the database: a new one does. */
class DatabaseProbeTest {

    @Test
    void a_connection_that_died_is_made_anew_before_anybody_is_told_that_the_database_is_away() throws Exception {
        var first = connection(true, false);
        var second = connection(true, true);
        var line = line(first, second);
        assertThat(line.answers()).isTrue();

        assertThat(line.answers()).as("the database was started anew").isTrue();
        verify(first).close();
        assertThat(line.answers()).as("over the second").isTrue();
    }

    @Test
    void it_is_made_anew_only_once_a_look() throws Exception {
        var second = connection(false);
        var line = line(connection(true, false), second, connection(true));
        line.answers();

        assertThat(line.answers()).isFalse();
        verify(second).close();
        assertThat(line.answers()).as("it comes back by itself").isTrue();
    }

    @Test
    void a_database_that_refuses_is_there_and_one_that_is_not_reached_or_only_starts_is_not() throws Exception {
        for (var away : List.of("08001", "57P03"))
            assertThat(refused(away).answers()).as(away).isFalse();
        for (var there : List.of("53300", "28P01"))
            assertThat(refused(there).answers()).as(there).isTrue();
    }

    private static DatabaseProbe refused(String state) {
        return new DatabaseProbe(database(), known -> {
            throw new SQLException("no", state);
        });
    }

    private static DatabaseProbe line(Connection... made) {
        var next = new ArrayDeque<>(List.of(made));
        return new DatabaseProbe(database(), known -> next.remove());
    }

    private static Connection connection(Boolean first, Boolean... then) throws SQLException {
        var connection = mock(Connection.class);
        when(connection.isValid(anyInt())).thenReturn(first, then);
        return connection;
    }

    private static ObjectProvider<JdbcConnectionDetails> database() {
        ObjectProvider<JdbcConnectionDetails> database = mock();
        when(database.getIfAvailable()).thenReturn(mock(JdbcConnectionDetails.class));
        return database;
    }
}
