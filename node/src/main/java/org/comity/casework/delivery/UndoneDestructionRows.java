package org.comity.casework.delivery;

import java.util.List;
import org.comity.casework.BeforeForgetting;
import org.comity.vocabulary.InstantColumn;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Acts of ours that declare items destroyed which are not: each until it is done, or its request is forgotten. */
@Repository
class UndoneDestructionRows implements BeforeForgetting {

    static final int MOST = 100;

    private static final RowMapper<UndoneDestruction> ROW = (row, _) -> new UndoneDestruction(
            row.getString("act"), row.getString("thread"), row.getString("item"), InstantColumn.instant(row, "since"));

    private final JdbcClient db;

    UndoneDestructionRows(JdbcClient db) {
        this.db = db;
    }

    void put(UndoneDestruction undone) {
        db.sql("""
                insert into cooperation.destruction_undone (act, thread, item, since) values (:act, :thread, :item, :since)
                    on conflict (act) do update set item = excluded.item
                """)
                .param("act", undone.act())
                .param("thread", undone.thread())
                .param("item", undone.item())
                .param("since", InstantColumn.value(undone.since()))
                .update();
    }

    void done(String act) {
        db.sql("delete from cooperation.destruction_undone where act = :act")
                .param("act", act)
                .update();
    }

    List<UndoneDestruction> ofThread(String thread) {
        return db.sql(
                        "select * from cooperation.destruction_undone where thread = :thread order by since, act limit :most")
                .param("thread", thread)
                .param("most", MOST)
                .query(ROW)
                .list();
    }

    /** In the order of their acts, behind one of them; at most {@link #MOST}. */
    List<UndoneDestruction> after(String act) {
        return db.sql("select * from cooperation.destruction_undone where act > :act order by act limit :most")
                .param("act", act)
                .param("most", MOST)
                .query(ROW)
                .list();
    }

    /** Bounded at 1,000. */
    int count() {
        return db.sql("select count(*) from (select from cooperation.destruction_undone limit 1000) as bounded")
                .query(Integer.class)
                .single();
    }

    @Override
    public void forgetting(String thread) {
        db.sql("delete from cooperation.destruction_undone where thread = :thread")
                .param("thread", thread)
                .update();
    }
}
