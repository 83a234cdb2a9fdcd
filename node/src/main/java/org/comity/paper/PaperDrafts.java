package org.comity.paper;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.comity.proof.form.CanonicalJson;
import org.comity.vocabulary.InstantColumn;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Requests and answers being written down, as typed. */
@Repository
class PaperDrafts {

    private final JdbcClient db;

    PaperDrafts(JdbcClient db) {
        this.db = db;
    }

    void add(PaperDraft draft) {
        db.sql("""
                insert into cooperation.paper_draft
                       (id, counterpart, thread, typed, recognised, original, scan, status, official, saved_at)
                values (:id, :counterpart, :thread, cast(:typed as jsonb), :recognised, :original, :scan, :status,
                        :official, :at)
                """)
                .param("id", draft.id())
                .param("counterpart", draft.counterpart())
                .param("thread", draft.thread())
                .param("typed", json(draft.typed()))
                .param("recognised", String.join(",", draft.recognised()))
                .param("original", draft.original())
                .param("scan", draft.scan(), java.sql.Types.BINARY)
                .param("status", draft.status().name())
                .param("official", draft.official())
                .param("at", draft.savedAt().atOffset(UTC))
                .update();
    }

    /** Of one that is locked. */
    void save(PaperDraft draft) {
        db.sql("""
                update cooperation.paper_draft
                   set typed = cast(:typed as jsonb), scan = :scan, saved_at = :at, version = :version
                 where id = :id
                """)
                .param("typed", json(draft.typed()))
                .param("scan", draft.scan(), java.sql.Types.BINARY)
                .param("at", draft.savedAt().atOffset(UTC))
                .param("version", draft.version())
                .param("id", draft.id())
                .update();
    }

    private static String json(TypedValues typed) {
        return new String(CanonicalJson.write(new LinkedHashMap<>(typed.values())), UTF_8);
    }

    /** Of a request; locked until the transaction ends. */
    Optional<PaperDraft> lock(String id) {
        return db.sql("select * from cooperation.paper_draft where id = :id and thread is null for update")
                .param("id", id)
                .query(PaperDrafts::draft)
                .optional();
    }

    /** Of a request. */
    Optional<PaperDraft> find(String id) {
        return db.sql("select * from cooperation.paper_draft where id = :id and thread is null")
                .param("id", id)
                .query(PaperDrafts::draft)
                .optional();
    }

    /** Of an answer in this thread. */
    Optional<PaperDraft> find(String thread, String id) {
        return db.sql("select * from cooperation.paper_draft where id = :id and thread = :thread")
                .param("id", id)
                .param("thread", thread)
                .query(PaperDrafts::draft)
                .optional();
    }

    /** Answers in this thread: the fifty that were begun last. */
    List<PaperRecordView.Begun> ofThread(String thread) {
        return db.sql("""
                select id, saved_at from cooperation.paper_draft where thread = :thread order by saved_at desc limit 50
                """)
                .param("thread", thread)
                .query((row, _) ->
                        new PaperRecordView.Begun(row.getString("id"), InstantColumn.instant(row, "saved_at")))
                .list();
    }

    /** False if it is gone. */
    boolean delete(String thread, String id) {
        return db.sql("delete from cooperation.paper_draft where id = :id and thread = :thread")
                        .param("id", id)
                        .param("thread", thread)
                        .update()
                == 1;
    }

    /** Shown at once of those of requests. */
    static final int PAGE = 50;

    /** One in a list, without its scan and its mail, which may have megabytes. */
    record Begun(String id, String counterpart, String letterReference) {}

    /**
     * Of requests, those that were saved last; one more than a page has, if there are so many.
     *
     * @param after the id of the last of the page before; empty for the first page
     */
    List<Begun> open(String after) {
        return db.sql("""
                select id, counterpart, coalesce(typed -> 'letterReference' ->> 0, '') as letter
                  from cooperation.paper_draft
                 where status = 'WRITING' and thread is null
                   and (:after = '' or (saved_at, id) < (select saved_at, id from cooperation.paper_draft where id = :after))
                 order by saved_at desc, id desc
                 limit :most
                """)
                .param("after", after)
                .param("most", PAGE + 1)
                .query((row, number) ->
                        new Begun(row.getString("id"), row.getString("counterpart"), row.getString("letter")))
                .list();
    }

    /** What one of them says, and who wrote it down; without its scan and its mail. */
    record Unrecorded(
            String id,
            String counterpart,
            @Nullable String thread,
            TypedValues typed,
            String official,
            Instant savedAt,
            long version,
            PaperPlace place) {}

    /**
     * Requests and answers: where life is at risk first, then this officer's own, then those that wait longest.
     *
     * @param after behind which it goes on, whether what stood there is still there or not
     */
    List<Unrecorded> unrecorded(String officer, PaperPlace after, int most) {
        return db.sql("""
                select id, counterpart, thread, typed, official, saved_at, version, calm, of_another
                  from (select *, coalesce(typed -> 'emergency' ->> 0, '') = '' as calm, official <> :officer as of_another
                          from cooperation.paper_draft
                         where status = 'WRITING') as waiting
                 where (calm, of_another, saved_at, id) > (:calm, :another, :saved, :id)
                 order by calm, of_another, saved_at, id
                 limit :most
                """)
                .param("calm", after.calm())
                .param("another", after.ofAnother())
                .param("saved", InstantColumn.value(after.savedAt()))
                .param("id", after.draft())
                .param("officer", officer)
                .param("most", most)
                .query((row, number) -> new Unrecorded(
                        row.getString("id"),
                        row.getString("counterpart"),
                        row.getString("thread"),
                        typed(row.getString("typed")),
                        row.getString("official"),
                        InstantColumn.instant(row, "saved_at"),
                        row.getLong("version"),
                        new PaperPlace(
                                row.getBoolean("calm"),
                                row.getBoolean("of_another"),
                                InstantColumn.instant(row, "saved_at"),
                                row.getString("id"))))
                .list();
    }

    void end(String id, PaperDraft.Status status, @Nullable String reference) {
        db.sql("update cooperation.paper_draft set status = :status, reference = :reference where id = :id")
                .param("status", status.name())
                .param("reference", reference)
                .param("id", id)
                .update();
    }

    private static PaperDraft draft(ResultSet row, int number) throws SQLException {
        var recognised = row.getString("recognised");
        return new PaperDraft(
                row.getString("id"),
                row.getString("counterpart"),
                row.getString("thread"),
                typed(row.getString("typed")),
                recognised.isEmpty() ? Set.of() : Set.of(recognised.split(",")),
                row.getString("original"),
                row.getBytes("scan"),
                PaperDraft.Status.valueOf(row.getString("status")),
                row.getString("reference"),
                row.getString("official"),
                InstantColumn.instant(row, "saved_at"),
                row.getLong("version"));
    }

    /** PostgreSQL writes JSON in its own manner, so the strict reader of acts would not take it. */
    private static TypedValues typed(String json) {
        var values = new LinkedHashMap<String, List<String>>();
        new tools.jackson.databind.json.JsonMapper().readTree(json).properties().forEach(field -> {
            var list = new ArrayList<String>();
            field.getValue().forEach(it -> list.add(it.asString()));
            values.put(field.getKey(), list);
        });
        return new TypedValues(values);
    }
}
