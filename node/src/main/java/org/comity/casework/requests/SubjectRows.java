package org.comity.casework.requests;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import org.comity.procedure.RequestRow;
import org.comity.proof.form.CanonicalJson;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Names of requests that were listed before subjects were kept by language. */
@Repository
class SubjectRows {

    private final JdbcClient db;

    SubjectRows(JdbcClient db) {
        this.db = db;
    }

    /** Of requests listed before subjects were kept by language; the next 200 after this thread. */
    List<RequestRow> unnamed(String after) {
        return db.sql("""
                        select * from cooperation.request
                         where subjects = '{}' and not forgotten and thread > :after
                         order by thread
                         limit 200
                        """).param("after", after).query(RequestRows::row).list();
    }

    void call(String thread, Map<String, String> subjects) {
        db.sql("update cooperation.request set subject = :subject, subjects = :subjects where thread = :thread")
                .param("subject", subjects.getOrDefault("en", ""))
                .param("subjects", new String(CanonicalJson.write(subjects), UTF_8))
                .param("thread", thread)
                .update();
    }

    /** An opening act whose body is forgotten names nothing any more: it is not asked again. */
    void name(String thread, Map<String, String> subjects) {
        db.sql("update cooperation.request set subjects = :subjects, forgotten = :forgotten where thread = :thread")
                .param("subjects", new String(CanonicalJson.write(subjects), UTF_8))
                .param("forgotten", subjects.isEmpty())
                .param("thread", thread)
                .update();
    }
}
