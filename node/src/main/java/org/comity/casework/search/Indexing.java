package org.comity.casework.search;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.comity.casework.Search.Kind;
import org.comity.casework.SearchIndex;
import org.comity.evidence.Item;
import org.comity.procedure.RequestRow;
import org.comity.proof.act.Envelope;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes in what is written, beside it and behind a savepoint: what fails here undoes neither an act nor a message nor a line.
 * Its request is taken in again at the next start.
 */
@Component
class Indexing implements SearchIndex {

    private static final Logger LOG = LoggerFactory.getLogger(Indexing.class);

    private final IndexWriting index;
    private final SearchRows rows;
    private final TransactionTemplate savepoint;

    Indexing(IndexWriting index, SearchRows rows, PlatformTransactionManager transactions) {
        this.index = index;
        this.rows = rows;
        this.savepoint = new TransactionTemplate(transactions);
        this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    @Override
    public void said(String thread, Kind kind, String place, Instant at, String text, List<String> files) {
        apart(thread, () -> index.said(thread, kind, place, at, text, files));
    }

    @Override
    public void listed(RequestRow row) {
        apart(row.thread(), () -> index.listed(row));
    }

    /** @param container its hash as sealed, or null while that is not known */
    void act(Envelope envelope, Map<String, Object> body, @Nullable String container, Instant at) {
        apart(envelope.thread(), () -> index.act(envelope, body, container, at));
    }

    void joint(Envelope envelope, byte[] container, String hash) {
        apart(envelope.thread(), () -> index.joint(envelope, container, hash));
    }

    void item(String thread, Item item) {
        apart(thread, () -> index.item(thread, item));
    }

    private void apart(String thread, Runnable write) {
        try {
            savepoint.executeWithoutResult(it -> write.run());
        } catch (RuntimeException e) {
            LOG.error(
                    "What was just written in {} is not found by a search before the next start: {}", thread, fault(e));
            again(thread);
        }
    }

    private void again(String thread) {
        try {
            savepoint.executeWithoutResult(it -> rows.notYetSearchable(thread));
        } catch (RuntimeException e) {
            LOG.error("{} is not taken into the search again at the next start: {}", thread, fault(e));
        }
    }

    /** Without its message, in which a database repeats what was written. */
    static String fault(RuntimeException e) {
        var cause = NestedExceptionUtils.getMostSpecificCause(e);
        return cause.getClass().getSimpleName() + (cause instanceof SQLException sql ? " " + sql.getSQLState() : "");
    }
}
