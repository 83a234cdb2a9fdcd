package org.comity.exchange;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.comity.thread.ActFollower;
import org.comity.thread.ActRegistered;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Follows registered acts into a list; while it is {@link #broken} it breaks its statement and throws. */
public final class PracticeFollower implements ActFollower {

    public final List<ActRegistered> followed = new CopyOnWriteArrayList<>();
    public volatile boolean broken;
    private final JdbcClient db;

    PracticeFollower(JdbcClient db) {
        this.db = db;
    }

    @Override
    public String name() {
        return "practice";
    }

    @Override
    public void registered(ActRegistered event) {
        if (broken) {
            // A statement that fails spoils the whole transaction of PostgreSQL, unless a savepoint stands before it.
            db.sql("select 1 from no_such_table").query(Integer.class).single();
        }
        followed.add(event);
    }
}
