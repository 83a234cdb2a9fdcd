package org.comity.identity.secret;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lends connections to what is committed at once while an act's own transaction goes on. They are none of the pool: whoever
 * approves by password holds one of those already, and as many at once as the pool has would wait for each other.
 */
@Component
class UnpooledConnections implements AutoCloseable {

    private static final String SETTINGS_OF_THE_POOL = "spring.datasource.hikari";
    private static final int AT_ONCE = 2;
    private static final int LONGEST_WAIT = 10_000;

    private final DataSource source;
    private final TransactionTemplate transaction;

    @Autowired
    UnpooledConnections(JdbcConnectionDetails database, Environment environment) {
        this(pool(database, environment));
    }

    UnpooledConnections(DataSource source) {
        this.source = source;
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
        // The caller's transaction is of other connections; what is written here must not wait for its end.
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** With what an administrator set for the pool, as a role to work in: else what that one may do is refused here. */
    private static HikariDataSource pool(JdbcConnectionDetails database, Environment environment) {
        var pool = new HikariConfig();
        Binder.get(environment).bind(SETTINGS_OF_THE_POOL, Bindable.ofInstance(pool));
        pool.setPoolName("apart");
        pool.setJdbcUrl(database.getJdbcUrl());
        pool.setUsername(database.getUsername());
        pool.setPassword(database.getPassword());
        pool.setMaximumPoolSize(AT_ONCE);
        pool.setMinimumIdle(0);
        pool.setConnectionTimeout(LONGEST_WAIT);
        // Nobody who starts a node waits for a connection that no one needs yet.
        pool.setInitializationFailTimeout(-1);
        return new HikariDataSource(pool);
    }

    DataSource source() {
        return source;
    }

    TransactionTemplate transaction() {
        return transaction;
    }

    @Override
    public void close() {
        if (source instanceof HikariDataSource pool) pool.close();
    }
}
