package org.comity.desk;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.RuleBroken;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Table {@code desk.saved_view}: ways to look at the list, by name. */
@Repository
class SavedViews {

    private static final int LONGEST_NAME = 60;
    private static final int MOST = 30;

    private final JdbcClient db;
    private final Clock clock;

    SavedViews(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Own ones, then what others share, by name; at most 60. */
    List<SavedView> of(Official by) {
        return db.sql("""
                select id, name, owner = :owner as mine, shared, query from desk.saved_view
                 where owner = :owner or shared
                 order by owner <> :owner, name, id limit 60
                """)
                .param("owner", by.id())
                .query(SavedView.class)
                .list();
    }

    /** A view of the same name is replaced. */
    @Transactional
    public void save(String name, boolean shared, DeskQuery query, Official by) {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new ViewRefused("view.name");
        }
        if (of(by).stream().filter(it -> it.mine() && !it.name().equals(name)).count() >= MOST) {
            throw new ViewRefused("view.too-many");
        }
        db.sql("""
                insert into desk.saved_view (name, owner, shared, query, saved_at)
                values (:name, :owner, :shared, :query, :at)
                on conflict (owner, name) do update
                   set shared = excluded.shared, query = excluded.query, saved_at = excluded.saved_at
                """)
                .param("name", name)
                .param("owner", by.id())
                .param("shared", shared)
                .param("query", query.address())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    @Transactional
    public void remove(long id, Official by) {
        int removed = db.sql("delete from desk.saved_view where id = :id and owner = :owner")
                .param("id", id)
                .param("owner", by.id())
                .update();
        if (removed == 0) {
            throw new ViewRefused("view.unknown");
        }
    }

    static final class ViewRefused extends RuleBroken {
        ViewRefused(String code) {
            super(code, Map.of());
        }
    }
}
