package org.comity.casework.orders;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.comity.casework.BeforeForgetting;
import org.comity.casework.OrdersServed;
import org.comity.procedure.Draft;
import org.comity.ui.ListPage;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code cooperation.order_served}: which draft serves an order that was granted in a request. */
@Repository
class ServedRows implements BeforeForgetting, OrdersServed {

    static final int MOST = 50;

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

    /**
     * A draft that serves an order.
     *
     * @param thread null until it was submitted
     */
    record Begun(String draft, @Nullable String thread, String counterpart, Draft.Status status, String number) {}

    /** Of this request, the newest first; without what was thrown away or taken back. */
    ListPage<Begun> begun(String request) {
        return ListPage.of(
                db.sql("""
                        select d.id as draft, d.thread, d.counterpart, d.status, s.number
                          from cooperation.order_served s join cooperation.draft d on d.id = s.draft
                         where s.request = :request and d.status not in ('DISCARDED', 'RECALLED')
                         order by s.id desc limit :most
                        """)
                        .param("request", request)
                        .param("most", MOST + 1)
                        .query(Begun.class)
                        .list(),
                MOST);
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
        db.sql("select draft, request, number from cooperation.order_served where draft = any (:drafts)")
                .param("drafts", drafts.toArray(String[]::new))
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
