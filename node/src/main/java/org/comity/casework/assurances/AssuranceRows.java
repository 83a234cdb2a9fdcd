package org.comity.casework.assurances;

import java.time.LocalDate;
import java.util.List;
import org.comity.casework.BeforeForgetting;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code cooperation.assurance_end}: on which days assurances of which requests end; what they say stands in the acts. */
@Repository
class AssuranceRows implements BeforeForgetting {

    private final JdbcClient db;

    AssuranceRows(JdbcClient db) {
        this.db = db;
    }

    /** Again changes nothing. */
    void add(String act, String thread, LocalDate until) {
        db.sql("""
                insert into cooperation.assurance_end (act, thread, until) values (:act, :thread, :until)
                on conflict do nothing
                """)
                .param("act", act)
                .param("thread", thread)
                .param("until", until)
                .update();
    }

    /** Threads of which one ends in these days, both counted, the earliest first. */
    List<String> between(LocalDate from, LocalDate until) {
        return db.sql("""
                select thread from cooperation.assurance_end where until between :from and :until
                group by thread order by min(until), thread
                """)
                .param("from", from)
                .param("until", until)
                .query(String.class)
                .list();
    }

    @Override
    public void forgetting(String thread) {
        db.sql("delete from cooperation.assurance_end where thread = :thread")
                .param("thread", thread)
                .update();
    }
}
