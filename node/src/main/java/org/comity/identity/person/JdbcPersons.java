package org.comity.identity.person;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.comity.identity.settings.IdentitySettings;
import org.comity.vocabulary.Duty;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code identity.person}. */
@Repository
class JdbcPersons implements Persons {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient db;
    private final Clock clock;
    private final String node;

    JdbcPersons(JdbcClient db, Clock clock, IdentitySettings settings) {
        this.db = db;
        this.clock = clock;
        this.node = settings.id();
    }

    @Override
    public Optional<Person> find(String id) {
        return db.sql("select * from identity.person where id = :id")
                .param("id", id)
                .query(JdbcPersons::person)
                .optional();
    }

    @Override
    public List<Person> of(Collection<String> ids) {
        return db.sql("select * from identity.person where id = any (:ids)")
                .param("ids", ids.toArray(String[]::new))
                .query(JdbcPersons::person)
                .list();
    }

    @Override
    public List<Person> all() {
        return db.sql("select * from identity.person order by active desc, name, id limit 500")
                .query(JdbcPersons::person)
                .list();
    }

    @Override
    public List<Person> holding(Duty duty) {
        return db.sql("""
                select *
                  from identity.person
                 where active
                   and :duty = any (duties)
                 order by name, id
                 limit 200
                """).param("duty", duty.name()).query(JdbcPersons::person).list();
    }

    @Override
    public Person add(String id, String name, Set<Duty> duties) {
        db.sql("""
                insert into identity.person (id, name, pseudonym, handle, duties, created_at)
                values (:id, :name, :pseudonym, :handle, :duties, :now)
                    on conflict (id) do nothing
                """)
                .param("id", id)
                .param("name", name)
                .param("pseudonym", node + "/o-" + HexFormat.of().formatHex(random(4)))
                .param("handle", random(32))
                .param("duties", names(duties))
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return find(id).orElseThrow();
    }

    @Override
    public void duties(String id, Set<Duty> duties) {
        db.sql("update identity.person set duties = :duties where id = :id")
                .param("duties", names(duties))
                .param("id", id)
                .update();
    }

    @Override
    public void active(String id, boolean active) {
        db.sql("update identity.person set active = :active where id = :id")
                .param("active", active)
                .param("id", id)
                .update();
    }

    @Override
    public void signedIn(String id) {
        db.sql("update identity.person set previous_sign_in = last_sign_in, last_sign_in = :now where id = :id")
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id)
                .update();
    }

    @Override
    public void lockList() {
        db.sql("select pg_advisory_xact_lock(220)").query((row, n) -> n).list();
    }

    @Override
    public void lock(String id) {
        db.sql("select id from identity.person where id = :id for update")
                .param("id", id)
                .query((row, n) -> n)
                .list();
    }

    private static byte[] random(int length) {
        var bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private static String[] names(Set<Duty> duties) {
        return duties.stream().map(Duty::name).sorted().toArray(String[]::new);
    }

    private static Person person(ResultSet row, int number) throws SQLException {
        return new Person(
                row.getString("id"),
                row.getString("name"),
                row.getString("pseudonym"),
                Arrays.stream((String[]) row.getArray("duties").getArray())
                        .map(Duty::valueOf)
                        .collect(Collectors.toSet()),
                row.getBoolean("active"),
                instant(row, "last_sign_in"),
                instant(row, "previous_sign_in"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }
}
