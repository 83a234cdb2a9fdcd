package org.comity.casework.assurances;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.comity.casework.BeforeForgetting;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code cooperation.assurance_end}: on which days assurances of which requests end; what they say stands in the acts. */
@Repository
class AssuranceRows implements BeforeForgetting {

    static final String BETWEEN = """
            select act, thread, until from cooperation.assurance_end
             where until between :from and :until and thread <> all (:hidden)
             order by until, thread, act limit :limit
            """;

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

    /** A last day of what an act gives. */
    record End(String act, String thread, LocalDate until) {}

    /**
     * Those that lie between these days, both counted, the earliest first.
     *
     * @param hidden threads that are left out
     */
    List<End> between(LocalDate from, LocalDate until, Set<String> hidden, int limit) {
        return db.sql(BETWEEN)
                .param("from", from)
                .param("until", until)
                .param("hidden", hidden.toArray(String[]::new))
                .param("limit", limit)
                .query(End.class)
                .list();
    }

    @Override
    public void forgetting(String thread) {
        db.sql("delete from cooperation.assurance_end where thread = :thread")
                .param("thread", thread)
                .update();
    }
}
