package org.comity.directory.trust;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.comity.directory.DirectoryWatch;
import org.comity.proof.form.CanonicalJson;
import org.comity.vocabulary.InstantColumn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the directory refused or could not do, until it is well again. */
@Repository
class KnownWarnings {

    private final JdbcClient db;

    KnownWarnings(JdbcClient db) {
        this.db = db;
    }

    /** @return whether it is new */
    boolean raise(String code, String subject, Map<String, String> facts, Instant now) {
        return db.sql("""
                        insert into directory.warning (code, subject, facts, since)
                        values (:code, :subject, :facts, :now)
                        on conflict do nothing
                        """)
                        .param("code", code)
                        .param("subject", subject)
                        .param("facts", new String(CanonicalJson.write(facts), UTF_8))
                        .param("now", now.atOffset(UTC))
                        .update()
                == 1;
    }

    void settle(String code, String subject) {
        db.sql("delete from directory.warning where code = :code and subject = :subject")
                .param("code", code)
                .param("subject", subject)
                .update();
    }

    List<DirectoryWatch.Warning> all() {
        return db.sql("select code, subject, facts, since from directory.warning order by since desc limit 200")
                .query((row, n) -> new DirectoryWatch.Warning(
                        row.getString("code"),
                        row.getString("subject"),
                        facts(row.getString("facts")),
                        InstantColumn.instant(row, "since")))
                .list();
    }

    private static Map<String, String> facts(String json) {
        var facts = new TreeMap<String, String>();
        CanonicalJson.read(json.getBytes(UTF_8)).forEach((key, value) -> facts.put(key, (String) value));
        return facts;
    }
}
