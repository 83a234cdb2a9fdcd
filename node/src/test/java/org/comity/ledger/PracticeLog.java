package org.comity.ledger;

import java.time.Clock;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.comity.proof.log.LogKeys;
import org.comity.sealing.seal.PracticeLogKeys;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The log over one database, as one process of a node sees it. */
public final class PracticeLog {

    final TransactionTemplate inTransaction;
    final LineRows lines;
    final TreeRows rows;
    private final EpochRows epochs;
    private final ObjectProvider<LogKeys> keys;

    private PracticeLog(DataSource source, @Nullable LogKeys keys) {
        var db = JdbcClient.create(source);
        this.inTransaction = new TransactionTemplate(new DataSourceTransactionManager(source));
        this.lines = new LineRows(db);
        this.rows = new TreeRows(db);
        this.epochs = new EpochRows(db);
        this.keys = new StaticListableBeanFactory(keys == null ? Map.of() : Map.of("keys", keys))
                .getBeanProvider(LogKeys.class);
    }

    static PracticeLog in(DataSource source) {
        return new PracticeLog(source, PracticeLogKeys.of("XA-1"));
    }

    static PracticeLog unsigned(DataSource source) {
        return new PracticeLog(source, null);
    }

    /** The step that a node makes at its pace, now. */
    public static void step(ApplicationContext node) {
        node.getBean(PacingLog.class).step();
    }

    Ledger ledger(Clock clock) {
        return new ChainedLedger(lines, new WholeLog(lines, rows, keys), clock);
    }

    GrowingLog growing(Clock clock) {
        return new GrowingLog(lines, rows, epochs, keys, clock);
    }

    LogTree log() {
        return new SignedLog(lines, rows, epochs, keys);
    }

    LogEpochs epochs(Clock clock) {
        return new BeginningEpochs(epochs, rows, ledger(clock), keys, clock);
    }

    boolean takeSome(Clock clock) {
        return within(() -> growing(clock).takeSome());
    }

    void step(Clock clock) {
        while (takeSome(clock)) {
            // Some more.
        }
        sign(clock);
    }

    void sign(Clock clock) {
        inTransaction.executeWithoutResult(tx -> growing(clock).sign());
    }

    <T> T within(Supplier<T> what) {
        return inTransaction.execute(tx -> what.get());
    }
}
