package org.comity.thread.seat;

import java.util.List;
import java.util.Objects;
import org.comity.proof.seal.Container;
import org.comity.proof.seat.SeatProof;
import org.comity.thread.SealedAct;
import org.comity.thread.SeatApprovals;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Table {@code thread.seat_approval}. */
@Repository
class SeatApprovalRows implements SeatApprovals {

    private final JdbcClient db;

    SeatApprovalRows(JdbcClient db) {
        this.db = db;
    }

    @Override
    public List<String> persons(String act) {
        return db.sql("select person from thread.seat_approval where act = :act order by place")
                .param("act", act)
                .query(String.class)
                .list();
    }

    @Override
    public List<String> keep(SealedAct sealed) {
        if (!SeatProof.asked(sealed.act().envelope())) return List.of();
        var persons = Objects.requireNonNull(Container.read(sealed.container()).seat()).given().stream()
                .map(SeatProof.Given::person)
                .toList();
        if (!TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
            for (int place = 0; place < persons.size(); place++) {
                add(sealed.act().id(), place, persons.get(place));
            }
        }
        return persons;
    }

    private void add(String act, int place, String person) {
        db.sql(
                        "insert into thread.seat_approval (act, place, person) values (:act, :place, :person) on conflict do nothing")
                .param("act", act)
                .param("place", place)
                .param("person", person)
                .update();
    }

    @Override
    public void forget(String act) {
        db.sql("delete from thread.seat_approval where act = :act")
                .param("act", act)
                .update();
    }
}
