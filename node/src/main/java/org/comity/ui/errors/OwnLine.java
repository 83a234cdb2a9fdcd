package org.comity.ui.errors;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** One connection to the database that nobody else uses: a pool in which all are busy is no database that hangs. */
final class OwnLine {

    private static final int WITHIN_SECONDS = 5;

    private final ObjectProvider<JdbcConnectionDetails> database;
    private @Nullable Connection connection;

    OwnLine(ObjectProvider<JdbcConnectionDetails> database) {
        this.database = database;
    }

    /** Also if it refuses for a reason of its own: it is there. Where there is none, nothing waits for it. */
    synchronized boolean answers() {
        var known = database.getIfAvailable();
        if (known == null) return true;
        try {
            var now = connection;
            if (now == null) connection = now = made(known);
            if (now.isValid(WITHIN_SECONDS)) return true;
            now.close();
        } catch (SQLException e) {
            var state = String.valueOf(e.getSQLState());
            return !state.startsWith("08") && !state.startsWith("57P");
        }
        connection = null;
        return false;
    }

    private static Connection made(JdbcConnectionDetails known) throws SQLException {
        var login = new Properties();
        login.setProperty("user", String.valueOf(known.getUsername()));
        login.setProperty("password", String.valueOf(known.getPassword()));
        var within = Integer.toString(WITHIN_SECONDS);
        login.setProperty("connectTimeout", within);
        login.setProperty("loginTimeout", within);
        login.setProperty("socketTimeout", within);
        login.setProperty("ApplicationName", "comity, whether it answers");
        return DriverManager.getConnection(known.getJdbcUrl(), login);
    }

    synchronized void close() {
        try {
            if (connection != null) connection.close();
        } catch (SQLException gone) {
            // that is what was wanted
        }
    }
}
