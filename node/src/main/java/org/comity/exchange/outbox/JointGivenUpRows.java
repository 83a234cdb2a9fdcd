package org.comity.exchange.outbox;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.util.List;
import org.comity.exchange.JointSendings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds what was given up of joint threads; what leaves once more to the same one takes its row away. */
@Repository
class JointGivenUpRows implements JointSendings {

    /** As the index has it. */
    private static final String GIVEN_UP = """
            select thread, action as what, subject, destination as "to", last_error as code
              from exchange.outbox
             where status = 'GIVEN_UP' and action in ('ACT', 'INVITATION', 'PAGE') and registered_at is null
               and substr(thread, 15, 1) = '8'
               and %s
             order by settled_at desc, id desc
             limit 200
            """;

    private final JdbcClient db;
    private final Clock clock;

    JointGivenUpRows(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    @Override
    public List<GivenUp> of(String thread) {
        return db.sql(GIVEN_UP.formatted("thread = :thread"))
                .param("thread", thread)
                .query(GivenUp.class)
                .list();
    }

    @Override
    public List<GivenUp> unread() {
        return db.sql(GIVEN_UP.formatted("read_at is null"))
                .query(GivenUp.class)
                .list();
    }

    @Override
    public boolean waits(String thread) {
        return db.sql("""
                select exists (select from exchange.outbox
                                where thread = :thread and status = 'QUEUED' and action in ('ACT', 'INVITATION', 'PAGE')
                                  and substr(thread, 15, 1) = '8')
                """).param("thread", thread).query(Boolean.class).single();
    }

    @Override
    public boolean refused(String act, String by) {
        return db.sql("""
                select exists (select from exchange.outbox
                                where destination = :by and action = 'ACT' and subject = :act and status = 'GIVEN_UP'
                                  and registered_at is null and not %s)
                """.formatted(PassingFailures.condition("last_error")))
                .param("by", by)
                .param("act", act)
                .query(Boolean.class)
                .single();
    }

    @Override
    public void read(String thread) {
        db.sql("""
                update exchange.outbox set read_at = :at
                 where thread = :thread and status = 'GIVEN_UP' and action in ('ACT', 'INVITATION', 'PAGE')
                   and registered_at is null and substr(thread, 15, 1) = '8' and read_at is null
                """)
                .param("thread", thread)
                .param("at", clock.instant().atOffset(UTC))
                .update();
    }
}
