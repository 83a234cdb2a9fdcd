package org.comity.conference.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.comity.database.WaitingForLock;
import org.comity.ui.FormProblems;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets two officers send a form at once, each in a transaction of its own. */
final class TwoAtOnce {

    private final JdbcClient db;
    private final TransactionTemplate one;
    private final TransactionTemplate another;

    TwoAtOnce(DataSource source) {
        db = JdbcClient.create(source);
        one = new TransactionTemplate(new JdbcTransactionManager(source));
        another = new TransactionTemplate(new JdbcTransactionManager(source));
    }

    /** The second begins before the first is committed, and waits for it. */
    Future<FormProblems> whileTheFirstIsUnderWay(Supplier<FormProblems> first, Supplier<FormProblems> second) {
        try (var other = Executors.newSingleThreadExecutor()) {
            return Objects.requireNonNull(one.execute(_ -> {
                assertThat(first.get().any()).isFalse();
                var waits = other.submit(() -> Objects.requireNonNull(another.execute(_ -> second.get())));
                await().until(() -> waits.isDone() || WaitingForLock.anybody(db));
                return waits;
            }));
        }
    }
}
