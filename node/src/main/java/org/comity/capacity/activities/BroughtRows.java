package org.comity.capacity.activities;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.comity.capacity.iati.IatiActivity;
import org.comity.capacity.iati.IatiFacts;
import org.comity.capacity.iati.IatiMoney;
import org.comity.vocabulary.InstantColumn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables {@code capacity.brought}, {@code brought_activity} and {@code brought_quarantine}. */
@Repository
class BroughtRows {

    private static final int MOST_FILES = 50;
    private static final int MOST_SHOWN = 200;

    private final JdbcClient db;

    BroughtRows(JdbcClient db) {
        this.db = db;
    }

    /** @return nothing if this very file was brought before */
    Optional<Long> add(String name, String sha256, String refused, String by, Instant at) {
        return db.sql("""
                insert into capacity.brought (name, sha256, refused, brought_by, brought_at)
                values (:name, :sha256, :refused, :by, :at) on conflict do nothing returning id
                """)
                .param("name", name)
                .param("sha256", sha256)
                .param("refused", refused)
                .param("by", by)
                .param("at", at.atOffset(UTC))
                .query(Long.class)
                .optional();
    }

    /** Takes the place of what this publisher told before, never of what another one told under the same identifier. */
    void hold(long file, String publisher, IatiActivity activity, IatiFacts facts) {
        db.sql("""
                insert into capacity.brought_activity
                       (identifier, publisher, brought, xml, title, states, articles, purposes, begins, ends, money)
                values (:identifier, :publisher, :file, :xml, :title, :states, :articles, :purposes, :begins, :ends, :money)
                    on conflict (publisher, identifier) do update
                   set brought = :file, xml = :xml, title = :title, states = :states, articles = :articles,
                       purposes = :purposes, begins = :begins, ends = :ends,
                       money = :money
                """)
                .param("identifier", activity.identifier())
                .param("publisher", publisher)
                .param("file", file)
                .param("xml", activity.xml())
                .param("title", facts.title())
                .param("states", String.join(" ", facts.states()))
                .param("articles", String.join(" ", facts.articles()))
                .param("purposes", String.join(" ", facts.purposes()))
                .param("begins", facts.begins(), Types.DATE)
                .param("ends", facts.ends(), Types.DATE)
                .param(
                        "money",
                        IatiMoney.sums(activity).stream()
                                .map(IatiMoney.Sum::line)
                                .collect(Collectors.joining("\n")))
                .update();
    }

    void keepApart(long file, QuarantinedActivity one) {
        db.sql("""
                insert into capacity.brought_quarantine (brought, number, identifier, faults)
                values (:file, :number, :identifier, :faults)
                """)
                .param("file", file)
                .param("number", one.number())
                .param("identifier", one.identifier())
                .param("faults", one.faults())
                .update();
    }

    List<BroughtFile> files() {
        return db.sql("select * from capacity.brought order by id desc limit :most")
                .param("most", MOST_FILES)
                .query((row, number) -> new BroughtFile(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getString("refused"),
                        row.getString("brought_by"),
                        InstantColumn.instant(row, "brought_at")))
                .list();
    }

    List<BroughtActivity> held(long file) {
        return db.sql("select * from capacity.brought_activity where brought = :file order by identifier limit :most")
                .param("file", file)
                .param("most", MOST_SHOWN)
                .query(BroughtRows::activity)
                .list();
    }

    List<QuarantinedActivity> quarantine(long file) {
        return db.sql("select * from capacity.brought_quarantine where brought = :file order by number limit :most")
                .param("file", file)
                .param("most", MOST_SHOWN)
                .query((row, number) -> new QuarantinedActivity(
                        row.getInt("number"), row.getString("identifier"), row.getString("faults")))
                .list();
    }

    /** Those that help one of these States; whether they do the same, who reads them compares. */
    List<BroughtActivity> helping(Collection<String> states) {
        return db.sql("""
                select * from capacity.brought_activity
                 where string_to_array(states, ' ') && cast(:states as text[])
                 order by identifier limit 2000
                """)
                .param("states", states.toArray(String[]::new))
                .query(BroughtRows::activity)
                .list();
    }

    private static BroughtActivity activity(ResultSet row, int number) throws SQLException {
        return new BroughtActivity(
                row.getString("identifier"),
                row.getLong("brought"),
                new IatiFacts(
                        row.getString("title"),
                        words(row.getString("states")),
                        words(row.getString("articles")),
                        words(row.getString("purposes")),
                        row.getObject("begins", LocalDate.class),
                        row.getObject("ends", LocalDate.class)),
                row.getString("money").lines().map(IatiMoney.Sum::of).toList());
    }

    private static Set<String> words(String joined) {
        return joined.isEmpty()
                ? Set.of()
                : java.util.Arrays.stream(joined.split(" ")).collect(Collectors.toUnmodifiableSet());
    }
}
