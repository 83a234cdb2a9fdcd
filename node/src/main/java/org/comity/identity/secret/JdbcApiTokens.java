package org.comity.identity.secret;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.comity.identity.settings.IdentitySettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code identity.api_token}. */
@Repository
class JdbcApiTokens implements ApiTokens {

    /** A program that asks many times a second waits for no row of its own, and no disk. */
    private static final Duration NOTED_AGAIN = Duration.ofMinutes(1);

    private final JdbcClient db;
    private final Clock clock;
    private final Duration life;

    JdbcApiTokens(JdbcClient db, Clock clock, IdentitySettings settings) {
        this.db = db;
        this.clock = clock;
        this.life = settings.signIn().token();
    }

    @Override
    public Optional<String> create(String person, String name) {
        var token = OneTimeText.fresh("comity_");
        var now = clock.instant();
        var added = db.sql("""
                insert into identity.api_token (hash, person, name, created_at, expires_at)
                select :hash, :person, :name, :now, :expires
                 where (select count(*) from identity.api_token where person = :person) < :most
                """)
                .param("hash", OneTimeText.hash(token))
                .param("person", person)
                .param("name", name)
                .param("now", Timestamp.from(now))
                .param("expires", Timestamp.from(now.plus(life)))
                .param("most", MOST_PER_PERSON)
                .update();
        return added == 1 ? Optional.of(token) : Optional.empty();
    }

    @Override
    public Optional<String> person(String token) {
        if (token.length() > OneTimeText.LONGEST) {
            return Optional.empty();
        }
        var now = clock.instant();
        return db.sql("""
                with token as (
                       select hash, person, last_used_at from identity.api_token
                        where hash = :hash and expires_at > :now),
                     noted as (
                       update identity.api_token t set last_used_at = :now from token
                        where t.hash = token.hash and (token.last_used_at between :recent and :now) is not true)
                select person from token
                """)
                .param("now", Timestamp.from(now))
                .param("recent", Timestamp.from(now.minus(NOTED_AGAIN)))
                .param("hash", OneTimeText.hash(token))
                .query(String.class)
                .optional();
    }

    @Override
    public List<ApiToken> of(String person) {
        return db.sql("select * from identity.api_token where person = :person order by created_at limit 20")
                .param("person", person)
                .query(JdbcApiTokens::token)
                .list();
    }

    @Override
    public void revoke(String person, String id) {
        db.sql("delete from identity.api_token where person = :person and hash = :hash")
                .param("person", person)
                .param("hash", id)
                .update();
    }

    @Override
    public void revokeAll(String person) {
        db.sql("delete from identity.api_token where person = :person")
                .param("person", person)
                .update();
    }

    private static ApiToken token(ResultSet row, int number) throws SQLException {
        var used = row.getTimestamp("last_used_at");
        return new ApiToken(
                row.getString("hash"),
                row.getString("name"),
                row.getTimestamp("expires_at").toInstant(),
                used == null ? null : used.toInstant());
    }
}
