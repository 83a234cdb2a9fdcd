package org.comity.identity.administration;

import java.time.Instant;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.InstantColumn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Looks at what the people of a new node still lack, and keeps that the list was closed. */
@Repository
class ReadyRows {

    private final JdbcClient db;

    ReadyRows(JdbcClient db) {
        this.db = db;
    }

    boolean closed() {
        return yes("select exists (select from identity.ready_closed)");
    }

    void close(String by, Instant at) {
        db.sql("insert into identity.ready_closed (closed_by, closed_at) values (:by, :at) on conflict do nothing")
                .param("by", by)
                .param("at", InstantColumn.value(at))
                .update();
    }

    boolean holds(Duty duty) {
        return db.sql("select exists (select from identity.person where active and :duty = any (duties))")
                .param("duty", duty.name())
                .query(Boolean.class)
                .single();
    }

    boolean allHavePasskeys() {
        return yes("""
                select not exists (select from identity.person p where p.active and cardinality(p.duties) > 0
                                      and not exists (select from identity.passkey k where k.person = p.id))
                """);
    }

    private boolean yes(String sql) {
        return db.sql(sql).query(Boolean.class).single();
    }
}
