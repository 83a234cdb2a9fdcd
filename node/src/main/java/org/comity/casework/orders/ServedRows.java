package org.comity.casework.orders;

import java.util.List;
import java.util.Optional;
import org.comity.casework.BeforeForgetting;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code cooperation.order_served}: which draft serves an order that was granted in a request. */
@Repository
class ServedRows implements BeforeForgetting {

    static final int MOST = 100;

    private final JdbcClient db;

    ServedRows(JdbcClient db) {
        this.db = db;
    }

    /** @param request its thread */
    record Served(String draft, String request, String number) {}

    void add(Served served) {
        db.sql("insert into cooperation.order_served (draft, request, number) values (:draft, :request, :number)")
                .param("draft", served.draft())
                .param("request", served.request())
                .param("number", served.number())
                .update();
    }

    /** Of this request, the oldest first. */
    List<Served> of(String request) {
        return db.sql("""
                select draft, request, number from cooperation.order_served
                 where request = :request order by id limit :most
                """)
                .param("request", request)
                .param("most", MOST)
                .query(Served.class)
                .list();
    }

    Optional<Served> find(String draft) {
        return db.sql("select draft, request, number from cooperation.order_served where draft = :draft")
                .param("draft", draft)
                .query(Served.class)
                .optional();
    }

    @Override
    public void forgetting(String thread) {
        db.sql("delete from cooperation.order_served where request = :thread")
                .param("thread", thread)
                .update();
    }

    @Override
    public void forgettingDraft(String draft) {
        db.sql("delete from cooperation.order_served where draft = :draft")
                .param("draft", draft)
                .update();
    }
}
