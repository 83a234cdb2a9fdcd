package org.comity.thread.register;

import static java.time.ZoneOffset.UTC;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.comity.thread.RegisterTimes.Keeper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code thread.backwards}. */
@Repository
class BackwardRows {

    private final JdbcClient db;

    BackwardRows(JdbcClient db) {
        this.db = db;
    }

    /** If this entry's time lies before that of the one it follows. */
    boolean note(String thread, long n, Instant now) {
        return db.sql("""
                insert into thread.backwards (thread, n, back, seen)
                select e.thread, e.n, (extract(epoch from before.time - e.time) * 1000)::bigint, :now
                  from thread.entry e
                  join thread.entry before on before.thread = e.thread and before.n = e.n - 1
                 where e.thread = :thread and e.n = :n and e.time < before.time
                on conflict do nothing
                """)
                        .param("thread", thread)
                        .param("n", n)
                        .param("now", now.atOffset(UTC))
                        .update()
                == 1;
    }

    /** Whose registers, at most 20. */
    List<Keeper> keepers(Instant since) {
        return db.sql("""
                select case when t.we_keep then null else t.counterpart end as keeper, count(*) as entries, max(b.back) as most
                  from (select * from thread.backwards where seen > :since order by seen desc limit 1000) b
                  join thread.thread t on t.id = b.thread
                 group by 1
                 order by 3 desc
                 limit 20
                """)
                .param("since", since.atOffset(UTC))
                .query((row, n) -> new Keeper(
                        row.getString("keeper"), row.getLong("entries"), Duration.ofMillis(row.getLong("most"))))
                .list();
    }
}
