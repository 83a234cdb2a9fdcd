package org.comity.casework.requests;

import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import org.comity.procedure.RequestRow.Turn;
import org.comity.vocabulary.InstantColumn;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the desk must be told of a request, one thing at a time; and of which acts a trouble with sending speaks. */
@Repository
class NoticeRows {

    private final JdbcClient db;

    NoticeRows(JdbcClient db) {
        this.db = db;
    }

    /** @param notice null once it was read */
    void tell(String thread, @Nullable String notice, boolean disputed, Instant at) {
        db.sql("""
                update cooperation.request
                   set notice = :notice, disputed = disputed or :disputed, unsent = '{}',
                       due = case when unsent <> '{}' and turn <> 'OURS' then null else due end, changed_at = greatest(changed_at, :at)
                 where thread = :thread
                """)
                .param("at", InstantColumn.value(at))
                .param("notice", notice)
                .param("disputed", disputed)
                .param("thread", thread)
                .update();
    }

    /** Whose turn it is has changed, though no act of the thread says so. */
    void turned(
            String thread,
            Turn turn,
            @Nullable String next,
            @Nullable Instant due,
            @Nullable String notice,
            Instant at) {
        db.sql("""
                update cooperation.request
                   set turn = :turn, turn_since = case when :turn = 'OURS' then coalesce(turn_since, :at) end, next = :next, due = cast(:due as timestamptz), asked_by = false, changed_at = :at,
                       unsent = case when notice is distinct from :notice then '{}' else unsent end, notice = :notice
                 where thread = :thread
                """)
                .param("turn", turn.name())
                .param("next", next)
                .param("due", due == null ? null : due.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("notice", notice, Types.VARCHAR)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("thread", thread)
                .update();
    }

    /** Of one act more; the newest code is told, and from now on it is ours to look at, whose turn it ever is. */
    void unsent(String thread, String act, String code, Instant at) {
        db.sql("""
                update cooperation.request
                   set notice = :code, changed_at = greatest(changed_at, :at),
                       due = case when turn = 'OURS' then due else coalesce(due, :at) end,
                       unsent = case when :act = any (unsent) or cardinality(unsent) >= 100 then unsent
                                     else array_append(unsent, cast(:act as text)) end
                 where thread = :thread
                """)
                .param("code", code)
                .param("act", act)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("thread", thread)
                .update();
    }

    /** It got its entry: once no act is left, there is nothing to tell. */
    void arrived(String thread, String act, Instant at) {
        db.sql("""
                update cooperation.request
                   set notice = case when unsent <@ array[cast(:act as text)] then null else notice end,
                       due = case when unsent <@ array[cast(:act as text)] and turn <> 'OURS' then null else due end,
                       unsent = array_remove(unsent, cast(:act as text)), changed_at = greatest(changed_at, :at)
                 where thread = :thread and :act = any (unsent)
                """)
                .param("act", act)
                .param("thread", thread)
                .param("at", InstantColumn.value(at))
                .update();
    }
}
