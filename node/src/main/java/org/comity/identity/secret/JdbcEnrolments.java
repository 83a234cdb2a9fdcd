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
        withdraw(person);
        var token = OneTimeText.fresh("");
        var now = clock.instant();
        db.sql("""
                insert into identity.enrolment (hash, person, issued_by, issued_at, expires_at)
                values (:hash, :person, :by, :now, :expires)
                """)
                .param("hash", OneTimeText.hash(token))
                .param("person", person)
                .param("by", by)
                .param("now", Timestamp.from(now))
                .param("expires", Timestamp.from(now.plus(life)))
                .update();
        return token;
    }

    @Override
    public Optional<String> person(String token) {
        if (token.length() > OneTimeText.LONGEST) {
            return Optional.empty();
        }
        return db.sql("""
                select person
                  from identity.enrolment
                 where hash = :hash
                   and used_at is null
                   and expires_at > :now
                """)
                .param("hash", OneTimeText.hash(token))
                .param("now", Timestamp.from(clock.instant()))
                .query(String.class)
                .optional();
    }

    @Override
    public boolean use(String token) {
        return db.sql("""
                        update identity.enrolment
                           set used_at = :now
                         where hash = :hash
                           and used_at is null
                           and expires_at > :now
                        """)
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
