package org.comity.thread.register;

import org.comity.thread.RoomOfCounterpart;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Sums over the threads with a counterpart, and over its acts in joint threads, each from one index. */
@Repository
class HoldingRows implements RoomOfCounterpart {

    private final JdbcClient db;

    HoldingRows(JdbcClient db) {
        this.db = db;
    }

    @Override
    public Usage of(String counterpart) {
        return db.sql("""
                select count(*) filter (where not ended and opener = :counterpart) as open,
                       coalesce(sum(stored), 0)
                           + (select coalesce(sum(stored), 0) from thread.joint_act where author = :counterpart) as bytes
                  from thread.thread
                 where counterpart = :counterpart
                """)
                .param("counterpart", counterpart)
                .query((row, n) -> new Usage(row.getLong("open"), row.getLong("bytes")))
                .single();
    }
}
