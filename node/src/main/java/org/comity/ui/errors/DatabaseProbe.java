package org.comity.ui.errors;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** One connection to the database that nobody else uses: a pool in which all are busy is no database that hangs. */
final class DatabaseProbe {

    private static final int WITHIN_SECONDS = 5;
    /** Short enough that a new connection is still made before anybody's patience ends. */
    private static final int OLD_ONE_WITHIN_SECONDS = 2;

    private final ObjectProvider<JdbcConnectionDetails> database;
    private final Making making;
    private @Nullable Connection connection;

    DatabaseProbe(ObjectProvider<JdbcConnectionDetails> database) {
        this(database, DatabaseProbe::made);
    }

    DatabaseProbe(ObjectProvider<JdbcConnectionDetails> database, Making making) {
        this.database = database;
        this.making = making;
    }

    /** Also if it refuses for a reason of its own: it is there. Where there is none, nothing waits for it. */
    synchronized boolean answers() {
        var known = database.getIfAvailable();
        if (known == null) return true;
        try {
            if (connection != null && connection.isValid(OLD_ONE_WITHIN_SECONDS)) return true;
            // The database was started anew, or a firewall cut what was idle: only a new connection tells.
            close();
            var anew = making.connection(known);
            connection = anew;
            if (anew.isValid(WITHIN_SECONDS)) return true;
        } catch (SQLException e) {
            var state = String.valueOf(e.getSQLState());
            return !state.startsWith("08") && !state.startsWith("57P");
        }
        close();
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
        var old = connection;
        connection = null;
        try {
            if (old != null) old.close();
        } catch (SQLException gone) {
            // that is what was wanted
        }
    }

    /** Connects to the database. */
    interface Making {
        Connection connection(JdbcConnectionDetails known) throws SQLException;
    }
}
