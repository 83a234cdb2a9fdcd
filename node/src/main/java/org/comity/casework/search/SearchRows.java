package org.comity.casework.search;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.comity.casework.Search.Hit;
import org.comity.casework.Search.Kind;
import org.comity.vocabulary.CutText;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Where what stands; each look reads an index and ends, however much there is. Threads that the asking officer must not see
 * are left out before the look ends: what is cut off must not depend on them.
 */
@Repository
class SearchRows {

    /** Text that a place shows of itself. */
    private static final int LONGEST = 4000;

    /** Entries of the index that one question of words reads; of more, some. */
    static final int MOST_READ = 2000;

    /** Places that are looked at before the index of words is asked. */
    private static final int NEWEST = 1000;

    /** Behind all that begins with what was typed. */
    static final String LAST = new String(Character.toChars(0x10FFFF));

    static final String BEGINNING = """
            select s.* from unnest(string_to_array(:kinds, ',')) as asked (kind)
             cross join lateral (
                   select * from cooperation.search_key k
                    where k.kind = asked.kind and k.key >= :from and k.key < :to
                      and k.thread <> all (string_to_array(:hidden, ','))
                    order by k.kind, k.key limit :most) as s
            """;

    static final String WITHIN = BEGINNING.replace("search_key", "search_within");

    static final String RANGES = """
            (select * from cooperation.search_key where range is not null and range >>= cast(:range as inet)
                and thread <> all (string_to_array(:hidden, ',')) limit :most)
            union all
            (select * from cooperation.search_key where range is not null and range << cast(:range as inet)
                and thread <> all (string_to_array(:hidden, ',')) limit :most)
            """;

    /** First the places of the words, then their order, then what they say: what is rare is not looked for among all that is newer. */
    static final String WORDS = """
            with said as materialized (
                   select thread, kind, place, at from cooperation.search_text
                    where words @@ cast(:words as tsquery) and thread <> all (string_to_array(:hidden, ','))),
                 first as materialized (select * from said order by at desc, thread limit :most)
            select t.* from first join cooperation.search_text t using (thread, kind, place) order by t.at desc, t.thread
            """;

    /** The newest places alone: of words that very many places hold, these are all that is shown. */
    static final String NEWEST_WORDS = """
            select * from (select * from cooperation.search_text where thread <> all (string_to_array(:hidden, ','))
                            order by at desc, thread limit :newest) as newest
             where words @@ cast(:words as tsquery) order by at desc, thread limit :most
            """;

    static final String COUNTERPARTS = """
            select r.thread from unnest(string_to_array(:ids, ',')) as asked (id)
             cross join lateral (
                   select thread, opened_at from cooperation.request
                    where counterpart = asked.id and thread <> all (string_to_array(:hidden, ','))
                    order by opened_at desc, thread limit :most) as r
            """;

    static final String OWNERS = COUNTERPARTS.replace("counterpart = asked.id", "owner = asked.id");

    private final JdbcClient db;

    SearchRows(JdbcClient db) {
        this.db = db;
    }

    /** @param range as PostgreSQL reads an address, of what is one; else null */
    void keys(
            Kind kind,
            Collection<String> keys,
            String thread,
            String place,
            String said,
            Instant at,
            @Nullable String range) {
        db.sql("""
                insert into cooperation.search_key (kind, key, thread, place, said, at, range)
                select :kind, it.key, :thread, :place, :said, :at, cast(:range as inet)
                  from unnest(string_to_array(:keys, chr(10))) as it (key)
                on conflict (kind, key, thread, place) do update set said = excluded.said
                """)
                .param("kind", kind.name())
                .param("keys", String.join("\n", keys))
                .param("thread", thread)
                .param("place", place)
                .param("said", said)
                .param("at", at.atOffset(UTC))
                .param("range", range, Types.VARCHAR)
                .update();
    }

    void within(Kind kind, Collection<String> keys, String thread, String place, String said, Instant at) {
        db.sql("""
                insert into cooperation.search_within (kind, key, thread, place, said, at)
                select :kind, it.key, :thread, :place, :said, :at from unnest(string_to_array(:keys, chr(10))) as it (key)
                on conflict (kind, key, thread, place) do update set said = excluded.said
                """)
                .param("kind", kind.name())
                .param("keys", String.join("\n", keys))
                .param("thread", thread)
                .param("place", place)
                .param("said", said)
                .param("at", at.atOffset(UTC))
                .update();
    }

    void text(String thread, Kind kind, String place, Instant at, String said, Collection<String> words) {
        db.sql("""
                insert into cooperation.search_text (thread, kind, place, said, words, at)
                values (:thread, :kind, :place, :said, array_to_tsvector(string_to_array(:words, chr(10))), :at)
                on conflict (thread, kind, place) do update
                   set said = excluded.said, words = excluded.words, at = excluded.at
                """)
                .param("thread", thread)
                .param("kind", kind.name())
                .param("place", place)
                .param("said", CutText.to(said, LONGEST))
                .param("words", String.join("\n", words))
                .param("at", at.atOffset(UTC))
                .update();
    }

    List<Hit> beginning(String asked, List<Kind> kinds, int most, Set<String> hidden) {
        return db.sql(BEGINNING)
                .param("kinds", String.join(",", kinds.stream().map(Kind::name).toList()))
                .param("from", asked)
                .param("to", asked + LAST)
                .param("most", most)
                .param("hidden", String.join(",", hidden))
                .query((row, n) -> hit(row, whole(row, asked)))
                .list();
    }

    List<Hit> within(String asked, List<Kind> kinds, int most, Set<String> hidden) {
        return db.sql(WITHIN)
                .param("kinds", String.join(",", kinds.stream().map(Kind::name).toList()))
                .param("from", asked)
                .param("to", asked + LAST)
                .param("most", most)
                .param("hidden", String.join(",", hidden))
                .query(SearchRows::hit)
                .list();
    }

    List<Hit> ranges(String range, int most, Set<String> hidden) {
        return db.sql(RANGES)
                .param("range", range)
                .param("most", most)
                .param("hidden", String.join(",", hidden))
                .query(SearchRows::hit)
                .list();
    }

    /** In a transaction, which alone the bound holds for. */
    List<Hit> words(String question, int most, Set<String> hidden) {
        var newest = db.sql(NEWEST_WORDS)
                .param("words", question)
                .param("newest", NEWEST)
                .param("most", most)
                .param("hidden", String.join(",", hidden))
                .query(SearchRows::hit)
                .list();
        return newest.size() == most ? newest : allWords(question, most, hidden);
    }

    /**
     * In this transaction the index of words is asked, whatever the database thinks of reading all texts instead.
     *
     * @param most places that the index names, about; 0: all
     */
    static void narrow(JdbcClient db, int most) {
        db.sql("""
                select set_config('gin_fuzzy_search_limit', :most, true) || set_config('enable_seqscan', 'off', true)
                """).param("most", Integer.toString(most)).query(String.class).single();
    }

    private List<Hit> allWords(String question, int most, Set<String> hidden) {
        narrow(db, MOST_READ);
        return db.sql(WORDS)
                .param("words", question)
                .param("most", most)
                .param("hidden", String.join(",", hidden))
                .query(SearchRows::hit)
                .list();
    }

    List<String> ofCounterparts(List<String> participants, int most, Set<String> hidden) {
        return threads(COUNTERPARTS, participants, most, hidden);
    }

    List<String> ofOwners(List<String> officials, int most, Set<String> hidden) {
        return threads(OWNERS, officials, most, hidden);
    }

    private List<String> threads(String sql, List<String> ids, int most, Set<String> hidden) {
        return db.sql(sql)
                .param("ids", String.join(",", ids))
                .param("most", most)
                .param("hidden", String.join(",", hidden))
                .query(String.class)
                .list();
    }

    /** At most 50 requests that have still to be taken in, in the order of their threads, after this one. */
    List<String> notSearchable(String last) {
        return db.sql(
                        "select thread from cooperation.request where not searchable and thread > :last order by thread limit 50")
                .param("last", last)
                .query(String.class)
                .list();
    }

    void notYetSearchable(String thread) {
        db.sql("update cooperation.request set searchable = false where thread = :thread")
                .param("thread", thread)
                .update();
    }

    /** Those of the request itself; what acts name stays. */
    void forgetNumbers(String thread) {
        db.sql("delete from cooperation.search_key where thread = :thread and kind = 'REFERENCE' and place = ''")
                .param("thread", thread)
                .update();
    }

    void searchable(String thread) {
        db.sql("update cooperation.request set searchable = true where thread = :thread")
                .param("thread", thread)
                .update();
    }

    /** A mailbox is not what its domain is. */
    private static boolean whole(ResultSet row, String asked) throws SQLException {
        return row.getString("key").equals(asked)
                && !SearchWords.plain(row.getString("said")).contains("@" + asked);
    }

    private static Hit hit(ResultSet row, int number) throws SQLException {
        return hit(row, false);
    }

    private static Hit hit(ResultSet row, boolean whole) throws SQLException {
        return new Hit(
                Kind.valueOf(row.getString("kind")),
                row.getString("thread"),
                row.getString("place"),
                row.getString("said"),
                whole);
    }
}
