package org.comity.casework.retention;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.comity.vocabulary.InstantColumn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What this module keeps of a request in words; and what else of it bears on whether they may go. */
@Repository
class WordRows {

    private final JdbcClient db;

    WordRows(JdbcClient db) {
        this.db = db;
    }

    /** The request is ours alone until the transaction ends. */
    void lock(String thread) {
        db.sql("select thread from cooperation.request where thread = :thread for update")
                .param("thread", thread)
                .query(String.class)
                .optional();
    }

    /** A request for assistance follows this preservation, and something is still to come of it, or it is held by law. */
    boolean followed(String thread) {
        return db.sql("""
                with recursive later (thread) as (
                    select thread from cooperation.follows where followed = :thread
                    union
                    select f.thread from cooperation.follows f join later on f.followed = later.thread)
                select exists (select from later join cooperation.request r on r.thread = later.thread
                                where r.turn <> 'NOBODY')
                    or exists (select from later join cooperation.legal_hold h on h.thread = later.thread
                                where h.ended_at is null)
                """).param("thread", thread).query(Boolean.class).single();
    }

    /** When two officers wrote down how its dispute was settled. */
    Optional<Instant> settled(String thread) {
        return db.sql("""
                select seconded_at from cooperation.dispute_settlement
                 where thread = :thread and seconded_at is not null
                """)
                .param("thread", thread)
                .query((row, n) -> InstantColumn.instant(row, "seconded_at"))
                .optional();
    }

    /** When somebody last wrote to what is not said yet in a joint thread. */
    Optional<Instant> written(String joint) {
        return db.sql("""
                select max(greatest(saved_at, submitted_at, given_back_at)) as at from cooperation.joint_draft
                 where thread = :thread and status <> 'SENT' having max(saved_at) is not null
                """)
                .param("thread", joint)
                .query((row, n) -> InstantColumn.instant(row, "at"))
                .optional();
    }

    /** What a joint thread is searched by but its reference and hashes. Again changes nothing. */
    void forgetJoint(String thread) {
        Stream.of(
                        "delete from cooperation.search_text where thread = :thread",
                        """
                        delete from cooperation.search_key
                         where thread = :thread and kind not in ('REFERENCE', 'ACT_HASH')
                        """,
                        "delete from cooperation.search_within where thread = :thread")
                .forEach(it -> db.sql(it).param("thread", thread).update());
    }

    /**
     * A letter that was written down names its request by its address; an older one by the reference alone, which is another's as
     * well where two have it. Empties the domestic file, the working messages, why a letter was not posted, the drafts and what a request is searched by. That a line was written,
     * by whom and when, stays. Again changes nothing.
     *
     * @return rows that had words
     */
    int forget(String thread) {
        return Stream.of(
                        """
                        update cooperation.file_line
                           set text = '', number = '', scan_name = null, scan_type = null, scan = null
                         where thread = :thread and (text <> '' or number <> '' or scan is not null)
                        """,
                        """
                        update cooperation.court_order
                           set number = '', court = '', custodian = '', data = '', reasons = ''
                         where thread = :thread and (number || court || custodian || data || reasons) <> ''
                        """,
                        "update cooperation.dispatch set not_posted_why = '' where thread = :thread and not_posted_why <> ''",
                        "update cooperation.message set text = '' where thread = :thread and text <> ''",
                        """
                        delete from cooperation.draft_file f using cooperation.draft d
                         where d.id = f.draft and d.thread = :thread
                        """,
                        """
                        delete from cooperation.returned_act r using cooperation.draft d
                         where d.id = r.draft and d.thread = :thread
                        """,
                        """
                        delete from cooperation.shown_act s using cooperation.draft d
                         where d.id = s.draft and d.thread = :thread
                        """,
                        """
                        update cooperation.draft
                           set body = '{}', act_json = null, act_pdf = null, given_back = null
                         where thread = :thread and (body <> '{}' or act_json is not null or act_pdf is not null)
                        """,
                        """
                        update cooperation.paper_draft p
                           set typed = '{}', recognised = '', original = '', scan = null
                          from cooperation.request r
                         where r.thread = :thread and p.status = 'RECORDED'
                           and (p.reference = r.author || '/' || r.reference
                                or p.reference = r.reference
                                   and not exists (select from cooperation.request o
                                                    where o.reference = r.reference and o.thread <> r.thread))
                           and (p.recognised <> '' or p.original <> '' or p.scan is not null or p.typed <> '{}')
                        """,
                        "delete from cooperation.paper_draft where thread = :thread",
                        """
                        delete from cooperation.search_text where thread = :thread and kind <> 'REQUEST'
                        """,
                        """
                        delete from cooperation.search_key
                         where thread = :thread and kind not in ('REFERENCE', 'ACT_HASH', 'ITEM_HASH')
                        """,
                        "delete from cooperation.search_within where thread = :thread")
                .mapToInt(it -> db.sql(it).param("thread", thread).update())
                .sum();
    }
}
