package org.comity.casework.orders;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.casework.BeforeForgetting;
import org.comity.casework.OrdersServed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code cooperation.order_served}: which draft serves an order that was granted in a request. */
@Repository
class ServedRows implements BeforeForgetting, OrdersServed {

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
    public Map<String, String> requests(Collection<String> drafts) {
        var requests = new HashMap<String, String>();
        if (drafts.isEmpty()) return requests;
        db.sql("select draft, request, number from cooperation.order_served where draft in (:drafts)")
                .param("drafts", drafts)
                .query(Served.class)
                .list()
                .forEach(it -> requests.put(it.draft(), it.request()));
        return requests;
    }

    @Override
    public void beginAgain(String draft, String again) {
        find(draft).ifPresent(it -> add(new Served(again, it.request(), it.number())));
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
