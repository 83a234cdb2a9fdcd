package org.comity.desk;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code desk.saved_view}. */
@Repository
class SavedViewRows {

    private final JdbcClient db;

    SavedViewRows(JdbcClient db) {
        this.db = db;
    }

    /** Own ones, then what others share, by name; at most 60. */
    List<SavedView> of(String owner) {
        return db.sql("""
                select id, name, owner = :owner as mine, shared, query from desk.saved_view
                 where owner = :owner or shared
                 order by owner <> :owner, name, id limit 60
                """).param("owner", owner).query(SavedView.class).list();
    }

    /** A view of the same name is replaced. */
    void put(String owner, String name, boolean shared, String query, Instant at) {
        db.sql("""
                insert into desk.saved_view (name, owner, shared, query, saved_at)
                values (:name, :owner, :shared, :query, :at)
                on conflict (owner, name) do update
                   set shared = excluded.shared, query = excluded.query, saved_at = excluded.saved_at
                """)
                .param("name", name)
                .param("owner", owner)
                .param("shared", shared)
                .param("query", query)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    boolean remove(long id, String owner) {
        return db.sql("delete from desk.saved_view where id = :id and owner = :owner")
                        .param("id", id)
                        .param("owner", owner)
                        .update()
                == 1;
    }
}
