package org.comity.casework.retention;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Drafts that never became part of a request, with their files and scans, and sheets that were not imported. */
@Repository
class UnsentRows {

    /** A draft that belongs to a request goes with the words of that. */
    private static final String DRAFT = """
            d.saved_at < :before and d.status <> 'SENT'
            and not exists (select from cooperation.request r where r.thread = d.thread)
            and not exists (select from cooperation.confirmation c where c.act = d.act)
            """;

    /** So does an answer that waits in its thread. */
    private static final String PAPER = "saved_at < :before and status <> 'RECORDED' and thread is null";

    /** What was said in a joint thread goes with the words of that. */
    private static final String JOINT = """
            saved_at < :before and greatest(saved_at, submitted_at, given_back_at) < :before
            and (status <> 'SENT' or thread is null)
            """;

    private final JdbcClient db;

    UnsentRows(JdbcClient db) {
        this.db = db;
    }

    /** By id, after {@code last}; at most 200. Of joint drafts also those in hand that go with their thread. */
    List<String> due(Kind kind, Instant before, String last) {
        return db.sql(
                        switch (kind) {
                            case DRAFT ->
                                "select d.id from cooperation.draft d where d.id > :last and %s order by d.id limit 200"
                                        .formatted(DRAFT);
                            case PAPER ->
                                "select id from cooperation.paper_draft where id > :last and %s order by id limit 200"
                                        .formatted(PAPER);
                            case SHEET ->
                                "select id from cooperation.paper_sheet where id > :last and at < :before order by id limit 200";
                            case JOINT -> """
                            select id from cooperation.joint_draft
                             where id > :last and %s order by id limit 200
                            """.formatted(JOINT);
                        })
                .param("last", last)
                .param("before", before.atOffset(UTC))
                .query(String.class)
                .list();
    }

    /** @return false if it was written to meanwhile, or is gone */
    boolean delete(Kind kind, String id, Instant before) {
        if (kind == Kind.DRAFT && isDueAndLocked(id, before)) {
            db.sql("delete from cooperation.draft_file where draft = :id")
                    .param("id", id)
                    .update();
            db.sql("delete from cooperation.draft_call where draft = :id")
                    .param("id", id)
                    .update();
            db.sql("delete from cooperation.unanswered_call where draft = :id")
                    .param("id", id)
                    .update();
        }
        return db.sql(
                                switch (kind) {
                                    case DRAFT ->
                                        "delete from cooperation.draft d where d.id = :id and %s".formatted(DRAFT);
                                    case PAPER ->
                                        "delete from cooperation.paper_draft where id = :id and %s".formatted(PAPER);
                                    case SHEET -> "delete from cooperation.paper_sheet where id = :id and at < :before";
                                    case JOINT -> """
                                    delete from cooperation.joint_draft
                                     where id = :id and %s
                                    """.formatted(JOINT);
                                })
                        .param("id", id)
                        .param("before", before.atOffset(UTC))
                        .update()
                == 1;
    }

    /** The joint thread of such a draft; that of an opening act that was submitted is not begun yet. */
    Optional<String> threadOfJoint(String id) {
        return db.sql("select thread from cooperation.joint_draft where id = :id and thread is not null")
                .param("id", id)
                .query(String.class)
                .optional();
    }

    boolean isDue(Kind kind, String id, Instant before) {
        return db.sql(
                        switch (kind) {
                            case DRAFT ->
                                "select exists (select from cooperation.draft d where d.id = :id and %s)"
                                        .formatted(DRAFT);
                            case PAPER ->
                                "select exists (select from cooperation.paper_draft where id = :id and %s)"
                                        .formatted(PAPER);
                            case SHEET ->
                                "select exists (select from cooperation.paper_sheet where id = :id and at < :before)";
                            case JOINT -> """
                            select exists (select from cooperation.joint_draft
                                            where id = :id and %s)
                            """.formatted(JOINT);
                        })
                .param("id", id)
                .param("before", before.atOffset(UTC))
                .query(Boolean.class)
                .single();
    }

    /** Whether this draft is to go; if so, nobody writes to it until the transaction ends. */
    boolean isDueAndLocked(String id, Instant before) {
        return db.sql("select d.id from cooperation.draft d where d.id = :id and %s for update".formatted(DRAFT))
                .param("id", id)
                .param("before", before.atOffset(UTC))
                .query(String.class)
                .optional()
                .isPresent();
    }

    enum Kind {
        DRAFT,
        PAPER,
        SHEET,
        /** An act of a thread of many parties. */
        JOINT
    }
}
