package org.comity.casework.requests;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.comity.casework.Emergencies;
import org.comity.procedure.RequestRow;
import org.comity.vocabulary.InstantColumn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the few rows that the alarm sounds for, by an index of their own. */
@Repository
class EmergencyRows implements Emergencies {

    private static final String UNACKNOWLEDGED = RequestRows.ROWS
            + " where r.emergency and r.our_role = 'requested' and r.state = 'Requested' and r.turn = 'OURS'";

    private final JdbcClient db;

    EmergencyRows(JdbcClient db) {
        this.db = db;
    }

    @Override
    public List<RequestRow> unacknowledged() {
        return db.sql(UNACKNOWLEDGED + " order by r.opened_at, r.thread limit 50")
                .query(RequestRows::row)
                .list();
    }

    @Override
    public List<RequestRow> toldUnacknowledged() {
        return db.sql(RequestRows.ROWS + """
                 where r.emergency and not r.drill and r.our_role = 'requesting' and r.state in ('Sent', 'Requested')
                   and r.turn = 'THEIRS'
                 order by r.opened_at, r.thread limit 50
                """).query(RequestRows::row).list();
    }

    @Override
    public List<RequestRow> newestUnacknowledged() {
        return db.sql(UNACKNOWLEDGED + " order by r.opened_at desc, r.thread desc limit :most")
                .param("most", MOST_TOLD)
                .query(RequestRows::row)
                .list();
    }

    @Override
    public List<RequestRow> overdue(Duration within, Instant now) {
        return db.sql(RequestRows.ROWS + """
                 where not r.emergency and not r.drill and r.our_role = 'requested' and r.state = 'Requested' and r.turn = 'OURS'
                   and r.due <= :now and r.due <= coalesce(r.turn_since, r.opened_at) + make_interval(secs => :within)
                 order by r.due desc, r.thread desc limit :most
                """)
                .param("now", InstantColumn.value(now))
                .param("within", within.toSeconds())
                .param("most", MOST_TOLD)
                .query(RequestRows::row)
                .list();
    }
}
