package org.comity.thread.seat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    public Map<String, List<String>> persons(Collection<String> acts) {
        var persons = new HashMap<String, List<String>>();
        db.sql("select act, person from thread.seat_approval where act = any (:acts) order by act, place")
                .param("acts", acts.toArray(String[]::new))
                .query(row -> {
                    persons.computeIfAbsent(row.getString("act"), _ -> new ArrayList<>())
                            .add(row.getString("person"));
                });
        return persons;
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
