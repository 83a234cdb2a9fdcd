package org.comity.identity.secret;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.comity.identity.settings.IdentitySettings;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Table {@code identity.enrolment}. */
@Repository
class JdbcEnrolments implements Enrolments {

    private final JdbcClient db;
    private final Clock clock;
    private final Duration life;

    JdbcEnrolments(JdbcClient db, Clock clock, IdentitySettings settings) {
        this.db = db;
        this.clock = clock;
        this.life = settings.signIn().enrolment();
    }

    @Override
    @Transactional
    public String issue(String person, @Nullable String by) {
        return issue(person, by, false);
    }

    @Override
    @Transactional
    public String prepare(String person, String by) {
        return issue(person, by, true);
    }

    private String issue(String person, @Nullable String by, boolean waits) {
        withdraw(person);
        var token = OneTimeText.fresh("");
        var now = clock.instant();
        db.sql("""
                insert into identity.enrolment (hash, person, issued_by, issued_at, expires_at, waits)
                values (:hash, :person, :by, :now, :expires, :waits)
                """)
                .param("hash", OneTimeText.hash(token))
                .param("person", person)
                .param("by", by)
                .param("waits", waits)
                .param("now", Timestamp.from(now))
                .param("expires", Timestamp.from(now.plus(life)))
                .update();
        return token;
    }

    @Override
    public Optional<String> confirm(String person, String by) {
        var code = OneTimeText.code();
        var now = clock.instant();
        int confirmed = db.sql("""
                update identity.enrolment
                   set waits = false, code = :code, expires_at = :expires
                 where person = :person and used_at is null and waits
                   and issued_by is distinct from :by
                """)
                .param("by", by)
                .param("code", OneTimeText.hash(code))
                .param("expires", Timestamp.from(now.plus(life)))
                .param("person", person)
                .update();
        return confirmed == 1 ? Optional.of(code) : Optional.empty();
    }

    @Override
    public Optional<Link> link(String token) {
        if (token.length() > OneTimeText.LONGEST) {
            return Optional.empty();
        }
        return db.sql("""
                select person, waits, code is not null as coded
                  from identity.enrolment
                 where hash = :hash
                   and used_at is null
                   and (waits or expires_at > :now)
                """)
                .param("hash", OneTimeText.hash(token))
                .param("now", Timestamp.from(clock.instant()))
                .query((row, n) -> new Link(row.getString("person"), row.getBoolean("waits"), row.getBoolean("coded")))
                .optional();
    }

    @Override
    public boolean use(String token, String code) {
        return db.sql("""
                        update identity.enrolment
                           set used_at = :now
                         where hash = :hash
                           and used_at is null
                           and expires_at > :now
                           and not waits
                           and (code is null or code = :code)
                        """)
                        .param("code", OneTimeText.hash(OneTimeText.read(code)))
                        .param("hash", OneTimeText.hash(token))
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }

    @Override
    public void withdraw(String person) {
        db.sql("update identity.enrolment set used_at = :now where person = :person and used_at is null")
                .param("now", Timestamp.from(clock.instant()))
                .param("person", person)
                .update();
    }
}
