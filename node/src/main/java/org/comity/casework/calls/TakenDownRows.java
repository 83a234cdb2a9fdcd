package org.comity.casework.calls;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.comity.casework.BeforeForgetting;
import org.comity.casework.calls.KeptCall.Settled;
import org.comity.vocabulary.InstantColumn;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables {@code cooperation.call} and {@code cooperation.call_back}. */
@Repository
class TakenDownRows implements BeforeForgetting {

    /** Calls on a page. */
    static final int PAGE = 20;

    /** Calls that a search looks at. */
    private static final int NEWEST = 500;

    private final JdbcClient db;

    TakenDownRows(JdbcClient db) {
        this.db = db;
    }

    long add(KeptCall call) {
        return db.sql("""
                insert into cooperation.call
                       (counterpart, authority, caller, number, asks, identifier, life, at, taken_by, taken_at)
                values (:counterpart, :authority, :caller, :number, :asks, :identifier, :life, :at, :by, :now)
                returning id
                """)
                .param("counterpart", call.counterpart())
                .param("authority", call.authority())
                .param("caller", call.caller())
                .param("number", call.number())
                .param("asks", call.asks())
                .param("identifier", call.identifier())
                .param("life", call.life())
                .param("at", InstantColumn.value(call.at()))
                .param("by", call.takenBy())
                .param("now", InstantColumn.value(call.takenAt()))
                .query(Long.class)
                .single();
    }

    Optional<KeptCall> find(long id) {
        return db.sql("select * from cooperation.call where id = :id")
                .param("id", id)
                .query(TakenDownRows::call)
                .optional();
    }

    /** The same; nobody else settles it before this transaction ends. */
    Optional<KeptCall> lock(long id) {
        return db.sql("select * from cooperation.call where id = :id for update")
                .param("id", id)
                .query(TakenDownRows::call)
                .optional();
    }

    /** Life at risk first, then the oldest; one more than a page, so that it is known whether there are more. */
    List<KeptCall> open(int page) {
        return db.sql("""
                select * from cooperation.call where settled is null
                 order by life desc, at, id limit :most offset :from
                """)
                .param("most", PAGE + 1)
                .param("from", page * PAGE)
                .query(TakenDownRows::call)
                .list();
    }

    /** All that wait of one participant; somebody typed each while they spoke. */
    List<KeptCall> openOf(String counterpart) {
        return db.sql("""
                select * from cooperation.call where settled is null and counterpart = :counterpart
                 order by life desc, at, id
                """)
                .param("counterpart", counterpart)
                .query(TakenDownRows::call)
                .list();
    }

    /** Newest first; one more than a page. */
    List<KeptCall> settled(int page, Set<String> hidden) {
        return db.sql("""
                select * from cooperation.call where settled is not null and (thread is null or thread <> all(:hidden))
                 order by settled_at desc, id desc limit :most offset :from
                """)
                .param("most", PAGE + 1)
                .param("from", page * PAGE)
                .param("hidden", hidden.toArray(String[]::new))
                .query(TakenDownRows::call)
                .list();
    }

    /** Of no request, in which each of these words was typed; digits also where a number was written with spaces between. */
    List<KeptCall> saying(List<String> words) {
        return db.sql("""
                select *
                  from (select * from cooperation.call where thread is null order by at desc, id desc limit :newest) as newest
                 where (select bool_and(strpos(lower(concat_ws(' ', authority, caller, number, replace(number, ' ', ''), asks,
                                                               identifier, why)), lower(word)) > 0)
                          from unnest(:words) as word)
                 order by at desc, id desc
                 limit :most
                """)
                .param("newest", NEWEST)
                .param("words", words.toArray(String[]::new))
                .param("most", PAGE)
                .query(TakenDownRows::call)
                .list();
    }

    void back(long call, RingBack rung) {
        db.sql("""
                insert into cooperation.call_back (call, at, number, outcome, words, rung_by)
                values (:call, :at, :number, :outcome, :words, :by)
                """)
                .param("call", call)
                .param("at", InstantColumn.value(rung.at()))
                .param("number", rung.number())
                .param("outcome", rung.outcome().name())
                .param("words", rung.words())
                .param("by", rung.by())
                .update();
    }

    /** Those of these calls whose authority said that the call was its own. */
    Set<Long> confirmed(List<Long> calls) {
        if (calls.isEmpty()) return Set.of();
        return db.sql(
                        "select distinct call from cooperation.call_back where call = any(:calls) and outcome = :confirmed")
                .param("calls", calls.toArray(Long[]::new))
                .param("confirmed", RingBack.Outcome.CONFIRMED.name())
                .query(Long.class)
                .set();
    }

    /** All, in their order: what is written into a request's file is deleted here. */
    List<RingBack> backs(long call) {
        return db.sql("select * from cooperation.call_back where call = :call order by id")
                .param("call", call)
                .query((row, _) -> new RingBack(
                        InstantColumn.instant(row, "at"),
                        row.getString("number"),
                        RingBack.Outcome.valueOf(row.getString("outcome")),
                        row.getString("words"),
                        row.getString("rung_by")))
                .list();
    }

    void settle(long id, Settled how, @Nullable String thread, String why, String by, Instant now) {
        db.sql("""
                update cooperation.call
                   set settled = :how, thread = :thread, why = :why, settled_by = :by, settled_at = :now
                 where id = :id
                """)
                .param("how", how.name())
                .param("thread", thread)
                .param("why", why)
                .param("by", by)
                .param("now", InstantColumn.value(now))
                .param("id", id)
                .update();
    }

    /** Its words stand elsewhere now. */
    void empty(long id) {
        db.sql("update cooperation.call set caller = '', number = '', asks = '', identifier = '' where id = :id")
                .param("id", id)
                .update();
        db.sql("delete from cooperation.call_back where call = :id")
                .param("id", id)
                .update();
    }

    void forgetSettledBefore(Instant then) {
        db.sql("delete from cooperation.call where settled is not null and settled_at < :then")
                .param("then", InstantColumn.value(then))
                .update();
    }

    @Override
    public void forgetting(String thread) {
        db.sql("delete from cooperation.call where thread = :thread")
                .param("thread", thread)
                .update();
    }

    private static KeptCall call(ResultSet row, int number) throws SQLException {
        var settled = row.getString("settled");
        return new KeptCall(
                row.getLong("id"),
                row.getString("counterpart"),
                row.getString("authority"),
                row.getString("caller"),
                row.getString("number"),
                row.getString("asks"),
                row.getString("identifier"),
                row.getBoolean("life"),
                InstantColumn.instant(row, "at"),
                row.getString("taken_by"),
                InstantColumn.instant(row, "taken_at"),
                settled == null ? null : Settled.valueOf(settled),
                row.getString("thread"),
                row.getString("why"),
                row.getString("settled_by"),
                InstantColumn.instantIfAny(row, "settled_at"));
    }
}
