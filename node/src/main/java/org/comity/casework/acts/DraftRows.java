package org.comity.casework.acts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.comity.casework.acts.DraftColumns.DRAFTS;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.procedure.Draft;
import org.comity.procedure.Link;
import org.comity.procedure.field.EmergencyType;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.form.Digests;
import org.comity.vocabulary.InstantColumn;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The drafts of this node, with the files that will travel with them. */
@Repository
class DraftRows {

    private final JdbcClient db;

    DraftRows(JdbcClient db) {
        this.db = db;
    }

    void add(Draft draft) {
        db.sql("""
                insert into cooperation.draft
                       (id, procedure, type, role, counterpart, thread, reference, body, facts, status, version,
                        written_by, saved_at, edition, drill)
                values (:id, :procedure, :type, :role, :counterpart, :thread, :reference, :body, :facts, 'WRITING', 1,
                        :by, :at, :edition, :drill)
                """)
                .param("id", draft.id())
                .param("procedure", draft.procedure())
                .param("type", draft.type())
                .param("role", draft.role().word())
                .param("counterpart", draft.counterpart())
                .param("thread", draft.thread())
                .param("reference", draft.reference())
                .param("body", text(draft.body()))
                .param("facts", text(draft.facts()))
                .param("by", draft.writtenBy())
                .param("at", InstantColumn.value(draft.savedAt()))
                .param("edition", draft.edition())
                .param("drill", draft.drill())
                .update();
    }

    /** True if {@code version} was still the latest and the draft is still being written. */
    boolean save(String id, long version, Map<String, Object> body, Map<String, String> facts, Instant now) {
        return db.sql(ShownActRows.FORGOTTEN + """
                update cooperation.draft
                   set body = :body, facts = :facts, version = version + 1, saved_at = :at
                 where id = :id and version = :version and status = 'WRITING'
                """)
                        .param("body", text(body))
                        .param("facts", text(facts))
                        .param("at", InstantColumn.value(now))
                        .param("id", id)
                        .param("version", version)
                        .update()
                == 1;
    }

    void drill(String id, boolean drill) {
        db.sql("update cooperation.draft set drill = :drill where id = :id and thread is null and status = 'WRITING'")
                .param("drill", drill)
                .param("id", id)
                .update();
    }

    void submitted(Draft draft, byte[] json, byte[] pdf) {
        db.sql(ShownActRows.FORGOTTEN + """
                update cooperation.draft
                   set status = 'SUBMITTED', thread = :thread, reference = :reference, facts = :facts, act = :act,
                       act_json = :json, act_pdf = :pdf, submitted_by = :by, submitted_at = :at, given_back = null,
                       given_back_by = null, given_back_at = null, opened_by = null, opened_at = null,
                       opening_kept = true, version = version + 1
                 where id = :id
                """)
                .param("thread", draft.thread())
                .param("reference", draft.reference())
                .param("facts", text(draft.facts()))
                .param("act", draft.act())
                .param("json", json)
                .param("pdf", pdf)
                .param("by", draft.submittedBy())
                .param("at", InstantColumn.value(draft.submittedAt()))
                .param("id", draft.id())
                .update();
    }

    /** Beside what waits for approval; when it was opened first stands, of the official who opened it last. */
    void opened(String id, String by, Instant at) {
        db.sql("""
                update cooperation.draft set opened_by = :by, opened_at = :at
                 where id = :id and status = 'SUBMITTED' and opened_by is distinct from :by
                """)
                .param("by", by)
                .param("at", InstantColumn.value(at))
                .param("id", id)
                .update();
    }

    Optional<Opening> opening(String id) {
        return db.sql("select opened_by, opened_at from cooperation.draft where id = :id and opened_by is not null")
                .param("id", id)
                .query((row, n) -> opening(row).orElseThrow())
                .optional();
    }

    /** False also where it waits since before that was noted. */
    boolean neverOpened(String id) {
        return db.sql(
                        "select exists (select from cooperation.draft where id = :id and opening_kept and opened_by is null)")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    /** Who last opened a draft to approve it, by id. */
    record Opening(String by, Instant at) {}

    static Optional<Opening> opening(ResultSet row) throws SQLException {
        var by = row.getString("opened_by");
        return by == null ? Optional.empty() : Optional.of(new Opening(by, InstantColumn.instant(row, "opened_at")));
    }

    /**
     * Back to writing: the act made at submission is forgotten, since it never left; who returned it sees it beside the next.
     * The hour by which it promised something is forgotten, too, if it is over.
     *
     * @param by who returned it with that note; null, as {@code why}, where the submitter took it back
     * @param opens there is no thread yet; the reference is kept for it
     */
    void givenBack(Draft draft, @Nullable String why, @Nullable String by, Instant at, boolean opens) {
        var body = EmergencyType.stillPromised(draft.body(), at);
        db.sql(ReturnedActRows.KEPT + """
                update cooperation.draft
                   set status = 'WRITING', given_back = :why, given_back_by = :by, given_back_at = :at,
                       act = null, act_json = null, act_pdf = null, body = :body,
                       thread = case when :opens then null else thread end,
                       submitted_by = null, submitted_at = null, version = version + 1
                 where id = :id
                """)
                .param("why", why)
                .param("by", by)
                .param("at", by == null ? null : InstantColumn.value(at))
                .param("opens", opens)
                .param("body", text(body))
                .param("id", draft.id())
                .update();
    }

    /** Sent, recalled or thrown away. */
    void status(String id, Draft.Status status, @Nullable Instant notBefore) {
        db.sql("""
                with sent as (delete from cooperation.returned_act where draft = :id),
                     shown as (delete from cooperation.shown_act where draft = :id)
                update cooperation.draft set status = :status, not_before = :notBefore, version = version + 1 where id = :id
                """)
                .param("status", status.name())
                .param("notBefore", InstantColumn.value(notBefore))
                .param("id", id)
                .update();
    }

    Optional<Draft> find(String id) {
        return db.sql(DRAFTS + "where id = :id")
                .param("id", id)
                .query(DraftColumns::draft)
                .optional();
    }

    /** The same, locked until the transaction ends; read once it is, with the files that it has then. */
    Optional<Draft> lock(String id) {
        db.sql("select id from cooperation.draft where id = :id for update")
                .param("id", id)
                .query(String.class)
                .optional();
        return find(id);
    }

    List<Draft> writing(String thread) {
        return db.sql(DRAFTS + """
                 where status = 'WRITING' and thread = :thread
                 order by saved_at desc limit 50
                """)
                .param("thread", thread)
                .query(DraftColumns::draft)
                .list();
    }

    /** By id, of those that are being written, the newest first: the fact by which each follows some thread; which, only who knows it can tell. */
    Map<String, String> following(String procedure) {
        var links = new LinkedHashMap<String, String>();
        db.sql("""
                select id, facts::jsonb ->> :fact as link from cooperation.draft
                 where status = 'WRITING' and procedure = :procedure and facts::jsonb ->> :fact is not null
                 order by saved_at desc limit 1000
                """).param("procedure", procedure).param("fact", Link.FACT).query(row -> {
            links.put(row.getString("id"), row.getString("link"));
        });
        return links;
    }

    List<Draft> waiting() {
        return db.sql(DRAFTS + "where status = 'SUBMITTED' order by submitted_at limit 50")
                .query(DraftColumns::draft)
                .list();
    }

    List<Draft> alive(String thread, String type) {
        return db.sql(DRAFTS + """
                 where thread = :thread and type = :type and status in ('WRITING', 'SUBMITTED', 'SENT')
                 order by saved_at desc limit 1000
                """)
                .param("thread", thread)
                .param("type", type)
                .query(DraftColumns::draft)
                .list();
    }

    /** Not sent, and not thrown away. */
    List<Draft> unsent(String thread) {
        return db.sql(DRAFTS + """
                 where thread = :thread and status in ('WRITING', 'SUBMITTED')
                 order by saved_at limit 1000
                """)
                .param("thread", thread)
                .query(DraftColumns::draft)
                .list();
    }

    Optional<Draft> ofAct(String act) {
        return db.sql(DRAFTS + "where act = :act")
                .param("act", act)
                .query(DraftColumns::draft)
                .optional();
    }

    /** Empty once retention deleted what the act says. */
    Optional<byte[]> bytes(String id, String column) {
        return db.sql("select " + (column.equals("pdf") ? "act_pdf" : "act_json")
                        + " from cooperation.draft where id = :id")
                .param("id", id)
                .query((row, n) -> row.getBytes(1))
                .optional();
    }

    void putFile(String draft, String name, String mediaType, byte[] content) {
        db.sql(ShownActRows.FORGOTTEN + """
                insert into cooperation.draft_file (draft, name, media_type, sha256, content)
                values (:id, :name, :type, :sha256, :content)
                on conflict (draft, name) do update
                   set media_type = excluded.media_type, sha256 = excluded.sha256, content = excluded.content
                """)
                .param("id", draft)
                .param("name", name)
                .param("type", mediaType)
                .param("sha256", Digests.sha256(content))
                .param("content", content)
                .update();
    }

    void removeFile(String draft, String name) {
        db.sql(ShownActRows.FORGOTTEN + "delete from cooperation.draft_file where draft = :id and name = :name")
                .param("id", draft)
                .param("name", name)
                .update();
    }

    byte[] file(String draft, String name) {
        return db.sql("select content from cooperation.draft_file where draft = :draft and name = :name")
                .param("draft", draft)
                .param("name", name)
                .query((row, n) -> row.getBytes(1))
                .single();
    }

    private static String text(Map<String, ?> value) {
        return new String(CanonicalJson.write(value), UTF_8);
    }
}
