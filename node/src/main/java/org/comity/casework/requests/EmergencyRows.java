package org.comity.casework.requests;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.comity.casework.Emergencies;
import org.comity.procedure.KnownProcedure;
import org.comity.procedure.Procedures;
import org.comity.procedure.RequestRow;
import org.comity.vocabulary.InstantColumn;
import org.comity.vocabulary.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the few rows that the alarm sounds for, by an index of their own; what is not acknowledged, the procedures say. */
@Repository
class EmergencyRows implements Emergencies {

    private static final String SENT = "Sent";

    /** With the condition of an index before it. */
    private static final String NOT_ACKNOWLEDGED =
            " and r.procedure || ' ' || r.our_role || ' ' || r.state = any (:states) ";

    private static final String SOUNDS = " where r.emergency and r.turn = 'OURS'" + NOT_ACKNOWLEDGED;

    private static final String SEEN = "and r.thread <> all (:hidden) ";

    private final JdbcClient db;
    private final Procedures procedures;

    EmergencyRows(JdbcClient db, Procedures procedures) {
        this.db = db;
        this.procedures = procedures;
    }

    @Override
    public boolean waits(RequestRow row) {
        return row.turn() == RequestRow.Turn.OURS
                && procedures
                        .find(row.procedure())
                        .filter(it -> it.unacknowledged(row))
                        .isPresent();
    }

    @Override
    public Optional<RequestRow> oldestUnacknowledged(Set<String> hidden) {
        return db.sql(RequestRows.ROWS + SOUNDS + SEEN + "order by r.opened_at, r.thread limit 1")
                .param("states", addressed())
                .param("hidden", hidden.toArray(String[]::new))
                .query(RequestRows::row)
                .optional();
    }

    @Override
    public int unacknowledged(Set<String> hidden) {
        return db.sql("select count(*) from cooperation.request r" + SOUNDS + SEEN)
                .param("states", addressed())
                .param("hidden", hidden.toArray(String[]::new))
                .query(Integer.class)
                .single();
    }

    @Override
    public List<RequestRow> toldUnacknowledged(Set<String> hidden, Instant now, int most) {
        return db.sql(RequestRows.ROWS + " where r.emergency and not r.drill and r.turn = 'THEIRS'" + NOT_ACKNOWLEDGED
                        + """
                   and r.post_by is null and not (r.state = :sent and coalesce(r.held_until > :now, false))
                   and r.thread <> all (:hidden)
                 order by r.opened_at desc, r.thread desc limit :most
                """)
                .param("states", opened())
                .param("sent", SENT)
                .param("now", InstantColumn.value(now))
                .param("hidden", hidden.toArray(String[]::new))
                .param("most", most)
                .query(RequestRows::row)
                .list();
    }

    @Override
    public List<RequestRow> newestUnacknowledged() {
        return db.sql(RequestRows.ROWS + SOUNDS + "order by r.opened_at desc, r.thread desc limit :most")
                .param("states", addressed())
                .param("most", MOST_TOLD)
                .query(RequestRows::row)
                .list();
    }

    @Override
    public List<RequestRow> overdue(Duration within, Instant now) {
        return db.sql(RequestRows.ROWS + " where not r.emergency and not r.drill and r.turn = 'OURS'" + NOT_ACKNOWLEDGED
                        + """
                   and r.due <= :now and r.due <= coalesce(r.turn_since, r.opened_at) + make_interval(secs => :within)
                 order by r.due desc, r.thread desc limit :most
                """)
                .param("states", addressed())
                .param("now", InstantColumn.value(now))
                .param("within", within.toSeconds())
                .param("most", MOST_TOLD)
                .query(RequestRows::row)
                .list();
    }

    /** Of what others opened, and is for us to acknowledge. */
    private String[] addressed() {
        return states(it -> it.opener().other(), it -> it.unacknowledged().stream());
    }

    /** Of what we opened. */
    private String[] opened() {
        return states(KnownProcedure::opener, it -> Stream.concat(Stream.of(SENT), it.unacknowledged().stream()));
    }

    private String[] states(Function<KnownProcedure, Role> role, Function<KnownProcedure, Stream<String>> states) {
        return procedures.all().stream()
                .flatMap(it -> states.apply(it)
                        .map(state -> it.id() + " " + role.apply(it).word() + " " + state))
                .toArray(String[]::new);
    }
}
