package org.comity.thread.register;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import org.comity.thread.Threads;
import org.comity.vocabulary.InstantColumn;
import org.comity.vocabulary.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All threads of this node, and where each stands. */
@Repository
class ThreadRows {

    private final JdbcClient db;

    ThreadRows(JdbcClient db) {
        this.db = db;
    }

    /** @return false if another act has just opened this thread */
    boolean open(ThreadRow thread, Instant at) {
        return db.sql("""
                insert into thread.thread (id, procedure, convention, reference, opener, counterpart, our_role,
                                           we_keep, by_wire, drill, opened_at, changed_at)
                values (:id, :procedure, :convention, :reference, :opener, :counterpart, :ourRole,
                        :weKeep, :byWire, :drill, :at, :at)
                on conflict do nothing
                """)
                        .param("id", thread.id())
                        .param("procedure", thread.procedure())
                        .param("convention", thread.convention())
                        .param("reference", thread.reference())
                        .param("opener", thread.opener())
                        .param("counterpart", thread.counterpart())
                        .param("ourRole", thread.ourRole().word().toUpperCase(Locale.ROOT))
                        .param("weKeep", thread.weKeep())
                        .param("byWire", thread.byWire())
                        .param("drill", thread.drill())
                        .param("at", at.atOffset(UTC))
                        .update()
                == 1;
    }

    /** The thread, ours alone until the transaction ends. */
    Optional<ThreadRow> lock(String id) {
        return db.sql("select * from thread.thread where id = :id for update")
                .param("id", id)
                .query(ThreadRows::thread)
                .optional();
    }

    Optional<ThreadRow> find(String id) {
        return db.sql("select * from thread.thread where id = :id")
                .param("id", id)
                .query(ThreadRows::thread)
                .optional();
    }

    List<ThreadRow> find(Collection<String> ids) {
        return db.sql("select * from thread.thread where id = any (:ids) order by opened_at, id limit 200")
                .param("ids", ids.toArray(String[]::new))
                .query(ThreadRows::thread)
                .list();
    }

    List<ThreadRow> byReference(String reference) {
        return db.sql("select * from thread.thread where reference = :reference order by opened_at, id limit 200")
                .param("reference", reference)
                .query(ThreadRows::thread)
                .list();
    }

    /** Nothing more is said in them, and of some act the body is left; by id. */
    List<String> saidBefore(Instant before, String after) {
        return db.sql("""
                select t.id from thread.thread t
                 where t.id > :after and t.changed_at < :before
                   and (t.ended or t.disputed is not null
                        or not exists (select from thread.act a where a.thread = t.id and a.recalled_at is null))
                   and exists (select from thread.act a where a.thread = t.id and a.forgotten_at is null)
                 order by t.id
                 limit 50
                """)
                .param("after", after)
                .param("before", before.atOffset(UTC))
                .query(String.class)
                .list();
    }

    /** @param stored bytes of it, if the counterpart sent it */
    void countAct(String id, long stored, Instant at) {
        db.sql("update thread.thread set acts = acts + 1, stored = stored + :stored, changed_at = :at where id = :id")
                .param("id", id)
                .param("stored", stored)
                .param("at", at.atOffset(UTC))
                .update();
    }

    void move(ThreadRow thread, String stateName, Instant at) {
        db.sql("""
                update thread.thread
                   set state = :state, state_name = :name, ended = :ended,
                       last_n = :n, last_hash = :hash, last_state = :lastState, changed_at = :at
                 where id = :id
                """)
                .param("id", thread.id())
                .param("state", thread.state())
                .param("name", stateName)
                .param("ended", thread.ended())
                .param("n", thread.lastN())
                .param("hash", thread.lastHash())
                .param("lastState", thread.lastState())
                .param("at", at.atOffset(UTC))
                .update();
    }

    void dispute(String id, String why, Instant at) {
        db.sql("update thread.thread set disputed = :why, changed_at = :at where id = :id")
                .param("id", id)
                .param("why", why)
                .param("at", at.atOffset(UTC))
                .update();
    }

    List<ThreadRow> list(Threads.Filter which, Threads.@Nullable Thread last, int limit) {
        var where = new StringBuilder("true");
        var values = new TreeMap<String, Object>();
        restrict(where, values, "counterpart", which.counterpart());
        restrict(
                where,
                values,
                "our_role",
                which.ourRole() == null ? null : which.ourRole().word().toUpperCase(Locale.ROOT));
        restrict(where, values, "state_name", which.state());
        restrict(where, values, "ended", which.ended());
        if (which.disputed() != null) {
            where.append(which.disputed() ? " and disputed is not null" : " and disputed is null");
        }
        if (last != null) {
            where.append(" and (changed_at, id) < (:at, :id)");
            values.put("at", last.changedAt().atOffset(UTC));
            values.put("id", last.id());
        }
        return db.sql("select * from thread.thread where %s order by changed_at desc, id desc limit :limit"
                        .formatted(where))
                .params(values)
                .param("limit", limit)
                .query(ThreadRows::thread)
                .list();
    }

    Threads.Counts counts() {
        var byState = new TreeMap<String, Long>();
        long[] sums = new long[3];
        db.sql("""
                select state_name, ended, disputed is not null as disputed, count(*) as number
                  from thread.thread
                 group by 1, 2, 3
                """).query(row -> {
            long number = row.getLong("number");
            boolean ended = row.getBoolean("ended");
            sums[ended ? 1 : 0] += number;
            if (row.getBoolean("disputed")) {
                sums[2] += number;
            }
            if (!ended) {
                byState.merge(row.getString("state_name"), number, Long::sum);
            }
        });
        return new Threads.Counts(sums[0], sums[1], sums[2], byState);
    }

    private static void restrict(
            StringBuilder where, TreeMap<String, Object> values, String column, @Nullable Object value) {
        if (value != null) {
            where.append(" and %s = :%s".formatted(column, column));
            values.put(column, value);
        }
    }

    static ThreadRow thread(ResultSet row, int number) throws SQLException {
        return new ThreadRow(
                row.getString("id"),
                row.getString("procedure"),
                row.getString("convention"),
                row.getString("reference"),
                row.getString("opener"),
                row.getString("counterpart"),
                Role.of(row.getString("our_role")),
                row.getBoolean("we_keep"),
                row.getBoolean("by_wire"),
                row.getBoolean("drill"),
                row.getString("state"),
                row.getBoolean("ended"),
                row.getLong("last_n"),
                row.getString("last_hash"),
                row.getString("last_state"),
                row.getInt("acts"),
                row.getString("disputed"),
                InstantColumn.instant(row, "opened_at"),
                InstantColumn.instant(row, "changed_at"));
    }
}
