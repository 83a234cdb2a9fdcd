package org.comity.casework.requests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.comity.procedure.RequestRow;
import org.comity.procedure.Requests;
import org.comity.proof.form.CanonicalJson;
import org.comity.vocabulary.Channel;
import org.comity.vocabulary.InstantColumn;
import org.comity.vocabulary.RequestAddress;
import org.comity.vocabulary.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** One row a thread; every query bounded and in the desk's order. */
@Repository
class RequestRows {

    private static final String CLOSED_AT =
            "(select c.closed_at from cooperation.compartment c where c.thread = %s.thread)";

    /**
     * A closed request makes no other's reference shared, since its readers would see by it that there is one. It is always
     * addressed with who gave its reference: then nobody needs to know which others are closed.
     */
    static final String ROWS = """
            select r.*, %s is not null
                        or exists (select from cooperation.request o
                                    where o.reference = r.reference and o.thread <> r.thread and %s is null) as shared
              from cooperation.request r
            """.formatted(CLOSED_AT.formatted("r"), CLOSED_AT.formatted("o"));

    /** Left out where nothing is hidden, which is nearly always. */
    static final String NOT_HIDDEN = "and not thread = any (string_to_array(:hidden, ','))";

    private final JdbcClient db;

    RequestRows(JdbcClient db) {
        this.db = db;
    }

    void put(RequestRow row) {
        db.sql("""
                insert into cooperation.request
                       (thread, reference, procedure, counterpart, our_role, subject, state, until, turn, next, opened_at,
                        changed_at, due, asked_by, emergency, confidential, channel, owner, notice, disputed, our_case,
                        their_case, held_until, subjects, author, turn_since, drill)
                values (:thread, :reference, :procedure, :counterpart, :role, :subject, :state, :until, :turn, :next,
                        :openedAt, :changedAt, :due, :askedBy, :emergency, :confidential, :channel, :owner, :notice,
                        :disputed, :ourCase, :theirCase, :held, :subjects, :author, :turnSince, :drill)
                on conflict (thread) do update
                   set subject = excluded.subject, state = excluded.state, until = excluded.until, turn = excluded.turn,
                       next = excluded.next, changed_at = excluded.changed_at, due = excluded.due,
                       asked_by = excluded.asked_by, notice = excluded.notice, disputed = excluded.disputed,
                       unsent = case when excluded.notice is distinct from request.notice then '{}' else request.unsent end,
                       their_case = excluded.their_case, subjects = excluded.subjects, turn_since = excluded.turn_since
                """)
                .param("thread", row.thread())
                .param("reference", row.reference())
                .param("procedure", row.procedure())
                .param("counterpart", row.counterpart())
                .param("role", row.ourRole().word())
                .param("subject", row.subject())
                .param("state", row.state())
                .param("until", InstantColumn.value(row.until()))
                .param("turn", row.turn().name())
                .param("next", row.next())
                .param("openedAt", InstantColumn.value(row.openedAt()))
                .param("changedAt", InstantColumn.value(row.changedAt()))
                .param("due", InstantColumn.value(row.due()))
                .param("askedBy", row.askedBy())
                .param("emergency", row.emergency())
                .param("confidential", row.confidential())
                .param("channel", row.channel().name())
                .param("owner", row.owner())
                .param("notice", row.notice())
                .param("disputed", row.disputed())
                .param("ourCase", row.ourCase())
                .param("theirCase", row.theirCase())
                .param("held", InstantColumn.value(row.heldUntil()))
                .param("subjects", new String(CanonicalJson.write(row.subjects()), UTF_8))
                .param("author", row.author())
                .param("turnSince", InstantColumn.value(row.turnSince()))
                .param("drill", row.drill())
                .update();
    }

    Optional<RequestRow> ofThread(String thread) {
        return ofThreads(List.of(thread)).stream().findFirst();
    }

    /** The same, locked until the transaction ends. */
    Optional<RequestRow> lock(String thread) {
        db.sql("select thread from cooperation.request where thread = :thread for update")
                .param("thread", thread)
                .query(String.class)
                .optional();
        return ofThread(thread);
    }

    /** At most 20; more than one where authorities gave the same reference and none is named. */
    List<RequestRow> at(RequestAddress address) {
        return db.sql(ROWS + """
                 where r.reference = :reference and (:author::text is null or r.author = :author)
                 order by r.opened_at, r.thread limit 20
                """)
                .param("reference", address.reference())
                .param("author", address.author())
                .query(RequestRows::row)
                .list();
    }

    List<RequestRow> ofThreads(Collection<String> threads) {
        return db.sql(ROWS + " where r.thread = any (:threads)")
                .param("threads", threads.toArray(String[]::new))
                .query(RequestRows::row)
                .list();
    }

    List<RequestRow> ofReferences(String law, Role role, Collection<String> references) {
        return db.sql(ROWS + """
                 where r.reference = any (:references) and r.our_role = :role and split_part(r.procedure, '/', 1) = :law
                 order by r.opened_at, r.thread
                """)
                .param("references", references.toArray(String[]::new))
                .param("role", role.word())
                .param("law", law)
                .query(RequestRows::row)
                .list();
    }

    boolean awaitsOrder(String thread) {
        return db.sql("select exists (select from cooperation.request where thread = :thread and awaits_order)")
                .param("thread", thread)
                .query(Boolean.class)
                .single();
    }

    /**
     * No drill; at most one more than {@link Requests#MOST_COUNTED}. Found in an index alone, as long as nothing has just changed:
     * drills, which are few, are counted in an index of their own and taken off.
     */
    int count(Requests.View view, @Nullable String owner, Set<String> hidden, Instant now) {
        return db.sql(countSql(view, owner != null, !hidden.isEmpty(), now))
                .param("hidden", String.join(",", hidden))
                .param("owner", owner)
                .query(Integer.class)
                .single();
    }

    /** The same of each of these views, in one statement: every one is found in an index of its own all the same. */
    Map<Requests.View, Integer> counts(List<Requests.View> views, String official, Set<String> hidden, Instant now) {
        var each = views.stream()
                .map(it -> "(" + countSql(it, it == Requests.View.MINE, !hidden.isEmpty(), now) + ") as " + it)
                .collect(joining(", "));
        return db.sql("select " + each)
                .param("hidden", String.join(",", hidden))
                .param("owner", official)
                .query((row, n) -> {
                    Map<Requests.View, Integer> counts = new EnumMap<>(Requests.View.class);
                    for (var view : views) counts.put(view, row.getInt(view.name()));
                    return counts;
                })
                .single();
    }

    static String countSql(Requests.View view, boolean owned, boolean hiding, Instant now) {
        return """
                with drills as materialized (select count(*) as n from cooperation.request where drill and %1$s)
                select count(*) - (select n from drills)
                  from (select 1 from cooperation.request where %1$s limit %2$d + (select n from drills)) as bounded
                """.formatted(
                        ViewSql.where(view, now) + (owned ? FilterSql.OWNER : "") + " " + (hiding ? NOT_HIDDEN : ""),
                        Requests.MOST_COUNTED + 1);
    }

    void owner(String thread, @Nullable String owner, Instant at) {
        db.sql("""
                update cooperation.request set owner = :o, given_by = null, given_at = null, changed_at = greatest(changed_at, :at)
                 where thread = :t
                """)
                .param("at", InstantColumn.value(at))
                .param("o", owner)
                .param("t", thread)
                .update();
    }

    /** Nothing follows, though no act of the thread says so. */
    void ended(String thread, String state, Instant at) {
        db.sql("""
                update cooperation.request
                   set state = :state, turn = 'NOBODY', turn_since = null, next = null, due = null, changed_at = :at
                 where thread = :thread
                """)
                .param("state", state)
                .param("at", InstantColumn.value(at))
                .param("thread", thread)
                .update();
    }

    List<RequestRow> keptOpen(String afterThread, int limit) {
        return db.sql(ROWS + """
                 where thread > :after and turn <> 'NOBODY' and until is not null order by thread limit :limit
                """)
                .param("after", afterThread)
                .param("limit", limit)
                .query(RequestRows::row)
                .list();
    }

    static RequestRow row(ResultSet row, int number) throws SQLException {
        return new RequestRow(
                row.getString("thread"),
                row.getString("reference"),
                row.getString("procedure"),
                row.getString("counterpart"),
                Role.of(row.getString("our_role")),
                row.getString("subject"),
                row.getString("state"),
                InstantColumn.instantIfAny(row, "until"),
                RequestRow.Turn.valueOf(row.getString("turn")),
                row.getString("next"),
                InstantColumn.instant(row, "opened_at"),
                InstantColumn.instant(row, "changed_at"),
                InstantColumn.instantIfAny(row, "due"),
                row.getBoolean("asked_by"),
                row.getBoolean("emergency"),
                row.getBoolean("confidential"),
                Channel.valueOf(row.getString("channel")),
                row.getString("owner"),
                row.getString("notice"),
                row.getBoolean("disputed"),
                row.getString("our_case"),
                row.getString("their_case"),
                InstantColumn.instantIfAny(row, "held_until"),
                subjects(row.getString("subjects")),
                row.getString("author"),
                row.getBoolean("shared"),
                ((Object[]) row.getArray("unsent").getArray()).length > 0,
                InstantColumn.instantIfAny(row, "turn_since"),
                DispatchRows.ofRequest(row),
                row.getBoolean("drill"));
    }

    private static Map<String, String> subjects(String json) {
        var subjects = new TreeMap<String, String>();
        CanonicalJson.read(json.getBytes(UTF_8)).forEach((language, text) -> subjects.put(language, (String) text));
        return subjects;
    }
}
