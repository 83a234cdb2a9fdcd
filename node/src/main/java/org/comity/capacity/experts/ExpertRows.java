package org.comity.capacity.experts;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.comity.capacity.SpokenLanguages;
import org.comity.capacity.experts.ExpertEntry.Vetting;
import org.comity.capacity.experts.ExpertEntry.Window;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables {@code capacity.expert}, {@code expert_vetting} and {@code expert_window}. */
@Repository
class ExpertRows {

    /** So many persons a roster holds at most. */
    static final int MOST = 1_000;

    static final int MOST_WINDOWS = 50;

    private final JdbcClient db;

    ExpertRows(JdbcClient db) {
        this.db = db;
    }

    private record Owned<T>(String expert, T held) {}

    List<ExpertEntry> all() {
        return read("", Map.of());
    }

    Optional<ExpertEntry> find(String id) {
        return read("where id = :id", Map.of("id", id)).stream().findFirst();
    }

    /** Nobody else adds one until the transaction ends. */
    void lockRoster() {
        db.sql("select pg_advisory_xact_lock(430, 0)").query((row, _) -> 0).list();
    }

    long count() {
        return db.sql("select count(*) from capacity.expert").query(Long.class).single();
    }

    void add(ExpertEntry entry, String by) {
        db.sql("""
                insert into capacity.expert (id, name, contact, nominated_by, kinds, languages, consent, given, until, named,
                                             noted_by)
                values (:id, :name, :contact, :nominated, :kinds, :languages, :consent, :given, :until, :named, :by)
                """)
                .param("id", entry.id())
                .param("name", entry.name())
                .param("contact", entry.contact())
                .param("nominated", entry.nominatedBy())
                .param("kinds", String.join(" ", new TreeSet<>(entry.kinds())))
                .param("languages", String.join(" ", entry.languages().words()))
                .param("consent", entry.consent())
                .param("given", entry.given())
                .param("until", entry.until())
                .param("named", entry.named())
                .param("by", by)
                .update();
    }

    /** Held until the transaction ends. @return false if there is none */
    boolean lock(String id) {
        return db.sql("select id from capacity.expert where id = :id for update")
                .param("id", id)
                .query(String.class)
                .optional()
                .isPresent();
    }

    void vet(String id, String by, LocalDate on) {
        db.sql("insert into capacity.expert_vetting (expert, vetted_by, vetted_on) values (:id, :by, :on)")
                .param("id", id)
                .param("by", by)
                .param("on", on)
                .update();
    }

    /** Of two that begin on one day the longer stays. */
    void window(String id, Window window) {
        db.sql("""
                insert into capacity.expert_window (expert, begins, ends) values (:id, :begins, :ends)
                on conflict (expert, begins) do update set ends = greatest(expert_window.ends, excluded.ends)
                """)
                .param("id", id)
                .param("begins", window.begins())
                .param("ends", window.ends())
                .update();
    }

    void noWindow(String id, LocalDate begins) {
        db.sql("delete from capacity.expert_window where expert = :id and begins = :begins")
                .param("id", id)
                .param("begins", begins)
                .update();
    }

    /** A new word of the person: who looked at the entry before looks again. */
    void renew(String id, LocalDate given, LocalDate until) {
        db.sql("update capacity.expert set given = :given, until = :until where id = :id")
                .param("id", id)
                .param("given", given)
                .param("until", until)
                .update();
        db.sql("delete from capacity.expert_vetting where expert = :id")
                .param("id", id)
                .update();
    }

    /** With all that hangs on it; nothing of the person is left. */
    void delete(String id) {
        db.sql("delete from capacity.expert where id = :id").param("id", id).update();
    }

    /** Those whose word ended before that day, a hundred at a time; not one that is renewed at this moment. */
    List<String> deleteEnded(LocalDate day) {
        return db.sql("""
                delete from capacity.expert
                 where id in (select id from capacity.expert where until < :day order by until limit 100) and until < :day
                returning id
                """).param("day", day).query(String.class).list();
    }

    private List<ExpertEntry> read(String where, Map<String, ?> params) {
        var vetted = db
                .sql(
                        "select * from capacity.expert_vetting where expert in (select id from capacity.expert %s) order by n"
                                .formatted(where))
                .params(params)
                .query((row, _) -> new Owned<>(
                        row.getString("expert"),
                        new Vetting(row.getString("vetted_by"), row.getObject("vetted_on", LocalDate.class))))
                .list()
                .stream()
                .collect(groupingBy(Owned::expert, mapping(Owned::held, toList())));
        var windows = db
                .sql(
                        "select * from capacity.expert_window where expert in (select id from capacity.expert %s) order by begins"
                                .formatted(where))
                .params(params)
                .query((row, _) -> new Owned<>(
                        row.getString("expert"),
                        new Window(row.getObject("begins", LocalDate.class), row.getObject("ends", LocalDate.class))))
                .list()
                .stream()
                .collect(groupingBy(Owned::expert, mapping(Owned::held, toList())));
        return db.sql("select * from capacity.expert %s order by until, id limit :most".formatted(where))
                .params(params)
                .param("most", MOST)
                .query((row, _) -> entry(
                        row,
                        vetted.getOrDefault(row.getString("id"), List.of()),
                        windows.getOrDefault(row.getString("id"), List.of())))
                .list();
    }

    private static ExpertEntry entry(ResultSet row, List<Vetting> vetted, List<Window> windows) throws SQLException {
        return new ExpertEntry(
                row.getString("id"),
                row.getString("name"),
                row.getString("contact"),
                row.getString("nominated_by"),
                words(row.getString("kinds")),
                SpokenLanguages.read(words(row.getString("languages"))),
                row.getString("consent"),
                row.getObject("given", LocalDate.class),
                row.getObject("until", LocalDate.class),
                row.getBoolean("named"),
                vetted,
                windows);
    }

    private static Set<String> words(String joined) {
        return Arrays.stream(joined.split(" ")).collect(Collectors.toUnmodifiableSet());
    }
}
