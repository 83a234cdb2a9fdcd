package org.comity.casework.joint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.comity.proof.form.CanonicalJson;
import org.comity.vocabulary.InstantColumn;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps drafts of acts of joint threads, and the bytes of those that were submitted. */
@Repository
class JointDraftRows {

    /** Without the bytes of those that were submitted. */
    private static final String DRAFTS = """
            select id, thread, procedure, type, convention, body, facts, invites, status, version, written_by, saved_at,
                   submitted_by, submitted_at, given_back, given_back_by, given_back_at, act
              from cooperation.joint_draft
            """;

    static final String SUBMITTED = DRAFTS + "where status = 'SUBMITTED' order by submitted_at, id limit 100";

    static final String IN_HAND = DRAFTS + "where status <> 'SENT' order by saved_at, id limit 500";

    static final String COUNT_UNSENT = "select count(*) from cooperation.joint_draft where status <> 'SENT'";

    private final JdbcClient db;

    JointDraftRows(JdbcClient db) {
        this.db = db;
    }

    void add(JointDraft draft) {
        db.sql("""
                insert into cooperation.joint_draft
                       (id, thread, procedure, type, convention, body, facts, invites, status, version, written_by, saved_at)
                values (:id, :thread, :procedure, :type, :convention, :body, :facts, :invites, 'WRITING', 1, :by, :at)
                """)
                .param("id", draft.id())
                .param("thread", draft.thread())
                .param("procedure", draft.procedure())
                .param("type", draft.type())
                .param("convention", draft.convention())
                .param("body", text(draft.body()))
                .param("facts", text(draft.facts()))
                .param("invites", String.join(",", draft.invites()))
                .param("by", draft.writtenBy())
                .param("at", draft.savedAt().atOffset(UTC))
                .update();
    }

    /** True if {@code version} was the latest and it is still being written. */
    boolean save(JointDraft draft, long version) {
        return db.sql("""
                update cooperation.joint_draft
                   set convention = :convention, body = :body, facts = :facts, invites = :invites,
                       version = version + 1, saved_at = :at
                 where id = :id and version = :version and status = 'WRITING'
                """)
                        .param("convention", draft.convention())
                        .param("body", text(draft.body()))
                        .param("facts", text(draft.facts()))
                        .param("invites", String.join(",", draft.invites()))
                        .param("at", draft.savedAt().atOffset(UTC))
                        .param("id", draft.id())
                        .param("version", version)
                        .update()
                == 1;
    }

    void submitted(String id, String thread, String act, byte[] json, byte[] pdf, Official by, Instant at) {
        db.sql("""
                update cooperation.joint_draft
                   set status = 'SUBMITTED', thread = :thread, act = :act, act_json = :json, act_pdf = :pdf,
                       submitted_by = :by, submitted_at = :at, given_back = null, given_back_by = null,
                       given_back_at = null, version = version + 1
                 where id = :id
                """)
                .param("thread", thread)
                .param("act", act)
                .param("json", json)
                .param("pdf", pdf)
                .param("by", by.id())
                .param("at", at.atOffset(UTC))
                .param("id", id)
                .update();
    }

    /**
     * The act that was made is forgotten: it never left.
     *
     * @param by who returned it; null where whoever submitted it took it back
     */
    void givenBack(String id, String why, @Nullable String by, Instant at, boolean opens) {
        db.sql("""
                update cooperation.joint_draft
                   set status = 'WRITING', act = null, act_json = null, act_pdf = null, submitted_by = null,
                       submitted_at = null, given_back = :why, given_back_by = :by, given_back_at = :at,
                       version = version + 1, thread = case when :opens then null else thread end
                 where id = :id
                """)
                .param("why", why)
                .param("by", by)
                .param("at", by == null ? null : InstantColumn.value(at), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("opens", opens)
                .param("id", id)
                .update();
    }

    void sent(String id) {
        db.sql("update cooperation.joint_draft set status = 'SENT', version = version + 1 where id = :id")
                .param("id", id)
                .update();
    }

    /** False if it is not being written: it was submitted, or never was. */
    boolean discard(String id) {
        return db.sql("delete from cooperation.joint_draft where id = :id and status = 'WRITING'")
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Locked until the transaction ends. */
    Optional<JointDraft> lock(String id) {
        return one(DRAFTS + "where id = :id for update", id);
    }

    Optional<JointDraft> find(String id) {
        return one(DRAFTS + "where id = :id", id);
    }

    private Optional<JointDraft> one(String sql, String id) {
        return db.sql(sql).param("id", id).query(JointDraftRows::draft).optional();
    }

    /** Not sent: of a thread, or all that open one; oldest first, at most 100. */
    List<JointDraft> unsent(@Nullable String thread) {
        return db.sql(DRAFTS + """
                 where status <> 'SENT' and (cast(:thread as text) is null or thread = :thread)
                 order by saved_at, id limit 100
                """)
                .param("thread", thread)
                .query(JointDraftRows::draft)
                .list();
    }

    /** Not sent, longest in hand first; as many as may be begun. */
    List<JointDraft> inHand() {
        return db.sql(IN_HAND).query(JointDraftRows::draft).list();
    }

    /** Waiting for an approval, longest first, at most 100. */
    List<JointDraft> submitted() {
        return db.sql(SUBMITTED).query(JointDraftRows::draft).list();
    }

    /** All of a thread, locked until the transaction ends: in this order, drafts before threads, they are locked when one is sent. */
    void lockAll(String thread) {
        db.sql("select id from cooperation.joint_draft where thread = :thread order by id for update")
                .param("thread", thread)
                .query(String.class)
                .list();
    }

    /** Of a thread, with those that wait for an approval. @return their ids */
    List<String> dropUnsent(String thread) {
        return db.sql("delete from cooperation.joint_draft where thread = :thread and status <> 'SENT' returning id")
                .param("thread", thread)
                .query(String.class)
                .list();
    }

    /** That it was sent, by whom and when, stays. Again changes nothing. */
    void forgetSent(String thread) {
        db.sql("""
                update cooperation.joint_draft
                   set body = '{}', facts = '{}', act_json = null, act_pdf = null, given_back = null
                 where thread = :thread and status = 'SENT'
                   and (body <> '{}' or facts <> '{}' or act_json is not null or act_pdf is not null)
                """).param("thread", thread).update();
    }

    /** How many are in hand. */
    int unsent() {
        return db.sql(COUNT_UNSENT).query(Integer.class).single();
    }

    byte[] bytes(String id, boolean pdf) {
        return db.sql("select " + (pdf ? "act_pdf" : "act_json") + " from cooperation.joint_draft where id = :id")
                .param("id", id)
                .query((row, n) -> row.getBytes(1))
                .single();
    }

    private static JointDraft draft(ResultSet row, int number) throws SQLException {
        var invites = row.getString("invites");
        var at = row.getObject("submitted_at", java.time.OffsetDateTime.class);
        return new JointDraft(
                row.getString("id"),
                row.getString("thread"),
                row.getString("procedure"),
                row.getString("type"),
                row.getString("convention"),
                CanonicalJson.read(row.getString("body").getBytes(UTF_8)),
                facts(CanonicalJson.read(row.getString("facts").getBytes(UTF_8))),
                invites.isEmpty() ? List.of() : Stream.of(invites.split(",")).toList(),
                JointDraft.Status.valueOf(row.getString("status")),
                row.getLong("version"),
                row.getString("written_by"),
                row.getObject("saved_at", java.time.OffsetDateTime.class).toInstant(),
                row.getString("submitted_by"),
                at == null ? null : at.toInstant(),
                row.getString("given_back"),
                row.getString("given_back_by"),
                InstantColumn.instantIfAny(row, "given_back_at"),
                row.getString("act"));
    }

    private static Map<String, String> facts(Map<String, Object> json) {
        var facts = new TreeMap<String, String>();
        json.forEach((name, value) -> facts.put(name, String.valueOf(value)));
        return facts;
    }

    private static String text(Map<String, ?> json) {
        return new String(CanonicalJson.write(json), UTF_8);
    }
}
