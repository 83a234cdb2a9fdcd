package org.comity.casework.requests;

import java.util.List;
import org.comity.casework.Emergencies;
import org.comity.procedure.RequestRow;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the few rows that the alarm sounds for, by an index of their own. */
@Repository
class EmergencyRows implements Emergencies {

    private final JdbcClient db;

    EmergencyRows(JdbcClient db) {
        this.db = db;
    }

    @Override
    public List<RequestRow> unacknowledged() {
        return db.sql(RequestRows.ROWS + """
                 where r.emergency and r.our_role = 'requested' and r.state = 'Requested' and r.turn = 'OURS'
                 order by r.opened_at, r.thread limit 50
                """).query(RequestRows::row).list();
    }
}
