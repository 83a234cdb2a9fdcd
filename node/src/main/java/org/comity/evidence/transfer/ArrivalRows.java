package org.comity.evidence.transfer;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.comity.evidence.ItemArrivals.Arrival;
import org.comity.evidence.ItemArrivals.State;
import org.comity.evidence.wire.FetchJournal;
import org.comity.vocabulary.InstantColumn;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is expected, and the journal of what came. */
@Repository
class ArrivalRows {

    private static final String SELECT = """
            select arrival.*, item.payload_size as size
              from evidence.arrival
              left join evidence.item on item.id = arrival.item
            """;

    /** Why it is paused while it is read from a disk. */
    static final String DISK = "disk";

    private final JdbcClient db;

    ArrivalRows(JdbcClient db) {
        this.db = db;
    }

    /** @return false if it is under way, or here */
    boolean expect(String manifest, String from, String thread, String act, Instant at) {
        return db.sql("""
                        insert into evidence.arrival (manifest, sender, thread, act, state, next_at, expected_at)
                        values (:manifest, :sender, :thread, :act, 'WAITING', :at, :at)
                        on conflict (manifest) do update
                           set state = 'WAITING', sender = :sender, thread = :thread, act = :act, why = null, tries = 0,
                               next_at = :at, ended_at = null, pressed_by = null
                         where arrival.state in ('CANCELLED', 'REFUSED')
                        """)
                        .param("manifest", manifest)
                        .param("sender", from)
                        .param("thread", thread)
                        .param("act", act)
                        .param("at", at.atOffset(UTC))
                        .update()
                == 1;
    }

    /** @return false if it was in none of these states */
    boolean become(String manifest, State state, @Nullable String why, Instant at, State... from) {
        boolean ended = state != State.WAITING && state != State.PAUSED && state != State.WHOLE;
        return db.sql("""
                        update evidence.arrival
                           set state = :state, why = :why, tries = 0, next_at = :at, ended_at = :ended
                         where manifest = :manifest
                           and state in (:from)
                        """)
                        .param("state", state.name())
                        .param("why", why)
                        .param("at", at.atOffset(UTC))
                        .param("ended", ended ? at.atOffset(UTC) : null, java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("manifest", manifest)
                        .param("from", List.of(from).stream().map(State::name).toList())
                        .update()
                == 1;
    }

    void wait(String manifest, String why, int tries, Instant until) {
        db.sql("""
                update evidence.arrival
                   set why = :why, tries = :tries, next_at = :until
                 where manifest = :manifest
                   and state in ('WAITING', 'WHOLE')
                """)
                .param("why", why)
                .param("tries", tries)
                .param("until", until.atOffset(UTC))
                .param("manifest", manifest)
                .update();
    }

    /**
     * A clock that went back leaves items that wait for a day which is far: they are fetched now.
     *
     * @param latest for which one whose fetch broke can wait
     * @param asked for which one can wait while no items travel, or as long as its sender asked for
     */
    int clockWentBack(Instant now, Instant latest, Instant asked) {
        return db.sql("""
                update evidence.arrival
                   set next_at = :now
                 where state in ('WAITING', 'WHOLE')
                   and next_at > case when why = 'hours' or why like 'http-%' then :asked else :latest end
                """)
                .param("now", now.atOffset(UTC))
                .param("latest", latest.atOffset(UTC))
                .param("asked", asked.atOffset(UTC))
                .update();
    }

    /** What was stopped for a disk whose reading ended with the node comes by wire again. */
    void goOnAfterDisks(Instant at) {
        db.sql("""
                update evidence.arrival
                   set state = 'WAITING', why = null, tries = 0, next_at = :at
                 where state = 'PAUSED'
                   and why = :disk
                """).param("at", at.atOffset(UTC)).param("disk", DISK).update();
    }

    /** @return false if it is not wanted any more, or has an item already */
    boolean place(String manifest, UUID item, long bytes) {
        return db.sql("""
                        update evidence.arrival
                           set item = :item, bytes = :bytes
                         where manifest = :manifest
                           and item is null
                           and state in ('WAITING', 'PAUSED')
                        """)
                        .param("item", item)
                        .param("bytes", bytes)
                        .param("manifest", manifest)
                        .update()
                == 1;
    }

    /** Nothing of it is here any more: who has it fetched again begins anew. */
    void forget(String manifest) {
        db.sql("update evidence.arrival set item = null, reached = 0, whole = '' where manifest = :manifest")
                .param("manifest", manifest)
                .update();
        db.sql("delete from evidence.arrival_part where manifest = :manifest")
                .param("manifest", manifest)
                .update();
    }

    /** Replaces what the journal of this item says; the caller has forced the bytes to the disk. */
    void journal(String manifest, UUID item, FetchJournal journal) {
        int kept = db.sql("""
                update evidence.arrival
                   set reached = :reached, whole = :whole, why = case state when 'PAUSED' then why end, tries = 0
                 where manifest = :manifest
                   and item = :item
                """)
                .param("item", item)
                .param("reached", journal.bytes())
                .param("whole", journal.whole().toByteArray())
                .param("manifest", manifest)
                .update();
        if (kept == 0) return;
        db.sql("delete from evidence.arrival_part where manifest = :manifest")
                .param("manifest", manifest)
                .update();
        journal.parts()
                .forEach((segment, bytes) -> db.sql(
                                "insert into evidence.arrival_part (manifest, segment, bytes) values (:manifest, :segment, :bytes)")
                        .param("manifest", manifest)
                        .param("segment", segment)
                        .param("bytes", bytes)
                        .update());
    }

    FetchJournal journal(String manifest, long size) {
        byte[] whole = db.sql("select whole from evidence.arrival where manifest = :manifest")
                .param("manifest", manifest)
                .query(byte[].class)
                .single();
        Map<Long, Integer> parts = new TreeMap<>();
        db.sql("select segment, bytes from evidence.arrival_part where manifest = :manifest")
                .param("manifest", manifest)
                .query((row, n) -> parts.put(row.getLong("segment"), row.getInt("bytes")))
                .list();
        return new FetchJournal(BitSet.valueOf(whole), parts, size);
    }

    /** What is due, longest waiting first; of each sender at most {@code each}, so that none waits behind another's many. */
    List<Arrival> due(Instant now, int each, int limit) {
        return db.sql("""
                with recursive waiting as (
                     (select min(sender) as sender from evidence.arrival where state in ('WAITING', 'WHOLE'))
                     union all
                     select (select min(sender) from evidence.arrival
                              where state in ('WAITING', 'WHOLE') and sender > waiting.sender)
                       from waiting
                      where waiting.sender is not null)
                """ + SELECT + """
                 where arrival.manifest in (
                       select each.manifest
                         from waiting
                        cross join lateral (select manifest
                                              from evidence.arrival
                                             where sender = waiting.sender
                                               and state in ('WAITING', 'WHOLE')
                                               and next_at <= :now
                                             order by next_at
                                             limit :each) as each)
                 order by next_at
                 limit :limit
                """)
                .param("now", now.atOffset(UTC))
                .param("each", each)
                .param("limit", limit)
                .query(ArrivalRows::arrival)
                .list();
    }

    Optional<Arrival> find(String manifest) {
        return db.sql(SELECT + " where arrival.manifest = :manifest")
                .param("manifest", manifest)
                .query(ArrivalRows::arrival)
                .optional();
    }

    List<Arrival> named(Collection<String> manifests) {
        return db.sql(SELECT + " where arrival.manifest = any(:manifests)")
                .param("manifests", manifests.toArray(String[]::new))
                .query(ArrivalRows::arrival)
                .list();
    }

    boolean underWay(String act) {
        return db.sql("""
                select exists (select from evidence.arrival
                                where act = :act and state in ('WAITING', 'PAUSED', 'WHOLE'))
                """).param("act", act).query(Boolean.class).single();
    }

    List<Arrival> newest(String thread, int limit) {
        return db.sql(SELECT + """
                 where arrival.thread = :thread
                 order by expected_at desc, arrival.manifest desc
                 limit :limit
                """)
                .param("thread", thread)
                .param("limit", limit)
                .query(ArrivalRows::arrival)
                .list();
    }

    long count(String thread) {
        return db.sql("select count(*) from evidence.arrival where thread = :thread")
                .param("thread", thread)
                .query(Long.class)
                .single();
    }

    /** Newest first. */
    List<Arrival> all(Set<String> hidden, int limit, int offset) {
        return db.sql(
                        SELECT
                                + " where arrival.thread <> all(:hidden) order by expected_at desc, arrival.manifest limit :limit offset :offset")
                .param("hidden", hidden.toArray(String[]::new))
                .param("limit", limit)
                .param("offset", offset)
                .query(ArrivalRows::arrival)
                .list();
    }

    private static Arrival arrival(ResultSet row, int n) throws SQLException {
        return new Arrival(
                row.getString("manifest"),
                row.getString("sender"),
                row.getString("thread"),
                row.getString("act"),
                State.valueOf(row.getString("state")),
                row.getObject("item", UUID.class),
                row.getLong("reached"),
                row.getLong("size"),
                row.getInt("tries"),
                InstantColumn.instant(row, "next_at"),
                row.getString("why"),
                InstantColumn.instant(row, "expected_at"));
    }
}
