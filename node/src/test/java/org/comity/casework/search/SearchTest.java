package org.comity.casework.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.comity.casework.Search;
import org.comity.casework.Search.Hit;
import org.comity.casework.Search.Kind;
import org.comity.database.PracticeDatabase;
import org.comity.proof.act.Attachment;
import org.comity.proof.act.Envelope;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.form.Digests;
import org.comity.proof.form.SaltedHash;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What stands in acts, messages and files is found as people type it, and however much there is, an index finds it. */
class SearchTest {

    private static final Official MAREN = new Official("maren", "A. Maren", "XA-1/o-1", Set.of(Duty.DUTY_OFFICER));

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final String ITEM = Digests.sha256("item".getBytes(StandardCharsets.UTF_8));
    private static final String SEALED = Digests.sha256("sealed".getBytes(StandardCharsets.UTF_8));

    private static DataSource database;
    private static JdbcClient db;
    private static Search search;
    private static Envelope envelope;

    @BeforeAll
    static void an_act_among_many_others() throws Exception {
        database = PracticeDatabase.ofANode();
        db = JdbcClient.create(database);
        search = SearchForTests.search(db);
        others();
        Map<String, Object> body = Map.of(
                "facts",
                        "Forged NOTICES came from 198.51.100.7; see https://evil.example/pay.\u0000 تُمحى السجلّات بعد شهر.",
                "identifiers",
                        List.of(
                                identifier("mail", "Shop-Admin@mail.example"),
                                identifier("ip", "203.0.113.44"),
                                identifier("other", "2001:db8:7::/48"),
                                identifier("phone", "+999 2 555 0117")),
                "items", List.of(Map.of("name", "disk image.E01", "sha256", ITEM)));
        envelope = new Envelope(
                "ab".repeat(32),
                UUID.randomUUID().toString(),
                "preservation/1",
                "uncc/1",
                "request",
                "XB-1",
                "XA-1",
                "requesting",
                NOON,
                List.of(),
                false,
                Map.of("reference", "XB-2026-004417"),
                SaltedHash.of(CanonicalJson.write(body)),
                List.of(Attachment.of("Order of 3 March.pdf", "application/pdf", new byte[] {1})));
        new IndexWriting(new SearchRows(db)).act(envelope, body, SEALED, NOON);
        SearchForTests.index(db).said(envelope.thread(), Kind.MESSAGE, "1", NOON, "Please call Ferro back", List.of());
        SearchForTests.index(db)
                .said(envelope.thread(), Kind.DOMESTIC, "2", NOON, "26-1188 Example Net", List.of("receipt 7.png"));
        db.sql("analyze").update();
    }

    /** So many that no plan reads a whole table. */
    private static void others() {
        db.sql("""
                insert into cooperation.search_key (kind, key, thread, place, said, at, range)
                select 'IDENTIFIER', 'user' || i || '@mail.example', 't' || i, '', 'x', now(), cast(null as inet) from generate_series(1, 20000) i
                union all
                select 'ACT_HASH', encode(sha256(i::text::bytea), 'hex'), 't' || i, 'a', 'x', now(), cast(null as inet) from generate_series(1, 20000) i
                union all
                select 'IDENTIFIER', host('10.0.0.0'::inet + i), 't' || i, '', 'x', now(), '10.0.0.0'::inet + i from generate_series(1, 20000) i
                """).update();
        db.sql("""
                insert into cooperation.search_within (kind, key, thread, place, said, at)
                select 'IDENTIFIER', 'ser' || i || '@mail.example', 't' || i, '', 'x', now() from generate_series(1, 20000) i
                """).update();
        db.sql("""
                insert into cooperation.search_text (thread, kind, place, said, words, at)
                select 't' || i, 'ACT', 'a', repeat(md5(i::text), 30), array_to_tsvector(array['word' || i, 'fraud']), now() from generate_series(1, 20000) i
                """).update();
        db.sql("""
                insert into cooperation.request
                       (thread, reference, procedure, counterpart, our_role, subject, state, turn, opened_at, changed_at, emergency,
                        confidential, channel, owner, author)
                select 't' || i, 'XC-2026-' || i, 'preservation/1', 'XC-' || i % 50, 'requested', '', 'Asked', 'OURS', now(), now(), false,
                       false, 'NODE', 'o' || i % 50, 'XC-1'
                  from generate_series(1, 20000) i
                """).update();
    }

    private static Map<String, Object> identifier(String kind, String value) {
        return Map.of("kind", kind, "value", value, "time", "", "zone", "");
    }

    @ParameterizedTest
    @CsvSource({
        "shop-admin@mail.example, IDENTIFIER",
        "SHOP-ADMIN, IDENTIFIER",
        "hop-adm, IDENTIFIER",
        "l.example, IDENTIFIER",
        "3.0.113.4, IDENTIFIER",
        "db8:7, IDENTIFIER",
        "5550117, IDENTIFIER",
        "k image.e0, FILE",
        "3 march.p, FILE",
        "eipt 7, FILE",
        "203.0.113.44, IDENTIFIER",
        "203.0.113, IDENTIFIER",
        "203.0.113.0/24, IDENTIFIER",
        "2001:db8:7:1::9, IDENTIFIER",
        "+99925550117, IDENTIFIER",
        "+999 2 555, IDENTIFIER",
        "198.51.100.0/25, ACT",
        "forged notices, ACT",
        "notic, ACT",
        "evil.example, ACT",
        "السجلات, ACT",
        "تمحى, ACT",
        "Order of 3 March.pdf, FILE",
        "order of, FILE",
        "march order, ACT",
        "disk image, FILE",
        "receipt 7.png, FILE",
        "ferro, MESSAGE",
        "26-1188, DOMESTIC",
        "example net, DOMESTIC"
    })
    void what_was_said_is_found_as_it_is_typed(String typed, Kind kind) {
        assertThat(ours(typed)).extracting(Hit::kind).contains(kind);
    }

    @Test
    void hashes_are_found_whole_by_six_digits_and_in_groups_and_by_fewer_not() {
        for (var hash : List.of(envelope.id(), SEALED)) {
            for (var typed : List.of(
                    hash,
                    hash.substring(0, 6),
                    hash.substring(0, 20).toUpperCase(java.util.Locale.ROOT),
                    hash.replaceAll("(.{8})(?=.)", "$1 "))) {
                assertThat(ours(typed))
                        .as(typed)
                        .extracting(Hit::kind, Hit::said)
                        .contains(org.assertj.core.groups.Tuple.tuple(Kind.ACT_HASH, hash));
            }
            assertThat(search.find(hash.substring(0, 5), MAREN).hits())
                    .extracting(Hit::kind)
                    .doesNotContain(Kind.ACT_HASH, Kind.ITEM_HASH);
        }
        assertThat(ours(ITEM.substring(0, 8))).extracting(Hit::kind).containsExactly(Kind.ITEM_HASH);
    }

    @ParameterizedTest
    @CsvSource({
        "204.0.113.44",
        "203.0.113.45",
        "2001:db8:8::1",
        "shop-admin@mail.exampl3",
        "hop-adm1",
        "mage.e02",
        "forged letters",
        "'&|!():*'",
        "'\\'' OR 1=1",
        "%",
        "x",
        "''"
    })
    void what_nobody_said_is_not_found(String typed) {
        assertThat(ours(typed)).isEmpty();
    }

    @Test
    void of_much_a_part_is_shown_and_it_is_said_that_there_is_more() {
        var found = search.find("user", MAREN);
        assertThat(found.hits()).hasSizeLessThanOrEqualTo(Search.MOST + 1);
        assertThat(found.more()).isTrue();
        assertThat(search.find("fraud", MAREN).more()).isTrue();
        assertThat(search.find("ser4", MAREN).more()).isTrue();
        assertThat(search.find("10.0.0.0/8", MAREN).more()).isTrue();
        assertThat(search.find("ferro", MAREN).more()).isFalse();
    }

    @Test
    void requests_of_few_places_are_named_and_of_many_none() {
        for (var typed : List.of("user", "fraud", "10.0.0.0/8", "ser")) {
            assertThat(search.threads(typed, 2000)).as(typed).isEmpty();
        }
        assertThat(search.threads("ferro", 1)).contains(Set.of(envelope.thread()));
        assertThat(search.threads("nobody said this", 1)).contains(Set.of());
        assertThat(search.threads("10.0.0.8/30", 5)).contains(Set.of("t8", "t9", "t10", "t11"));
    }

    @Test
    void of_given_requests_those_are_told_that_say_it_wherever_it_stands() {
        var asked = List.of("t7", "t8", envelope.thread(), "none");
        assertThat(search.among(asked, "fraud")).containsExactlyInAnyOrder("t7", "t8");
        assertThat(search.among(asked, "user7")).containsExactly("t7");
        assertThat(search.among(asked, "ser8")).containsExactly("t8");
        assertThat(search.among(asked, "10.0.0.8")).containsExactly("t8");
        assertThat(search.among(asked, "10.0.0.0/8")).containsExactlyInAnyOrder("t7", "t8");
        assertThat(search.among(asked, "ferro")).containsExactly(envelope.thread());
        assertThat(search.among(asked, "nobody said this")).isEmpty();
    }

    @Test
    void what_was_typed_whole_is_told_from_what_only_begins_so() {
        assertThat(whole("user7@mail.example")).containsExactly("t7");
        assertThat(whole("user7")).isEmpty();
        assertThat(whole("mail.example")).as("a domain is nobody's mailbox").isEmpty();
        assertThat(whole("10.0.0.7")).containsExactly("t7");
        assertThat(whole("10.0.0.0/30")).isEmpty();
    }

    /** However much there is: each question goes to an index, and none reads a table from end to end. */
    @Test
    void an_index_answers_every_question() {
        assertThat(plan(
                        SearchRows.BEGINNING,
                        Map.of("kinds", "IDENTIFIER,ACT_HASH", "from", "user7", "to", "user8", "most", 51)))
                .contains("search_key_pkey")
                .doesNotContain("Seq Scan", "Sort");
        assertThat(plan(
                        SearchRows.WITHIN,
                        Map.of("kinds", "IDENTIFIER,FILE", "from", "ser7", "to", "ser8", "most", 51)))
                .contains("search_within_pkey")
                .doesNotContain("Seq Scan", "Sort");
        assertThat(plan(SharedRows.BESIDE, Map.of("threads", "t7,t8")))
                .contains("search_key_identifier", "search_key_pkey")
                .doesNotContain("Seq Scan");
        assertThat(plan(SearchRows.RANGES, Map.of("range", "10.0.3.7", "most", 51)))
                .contains("search_key_range")
                .doesNotContain("Seq Scan");
        for (var words : List.of("'word77':*", "'fraud'")) {
            assertThat(narrowed(SearchRows.WORDS, Map.of("words", words, "most", 51)))
                    .as(words)
                    .contains("search_text_words")
                    .doesNotContain("Seq Scan");
            assertThat(narrowed(NarrowingRows.WORDS, Map.of("words", words, "most", 51)))
                    .as(words)
                    .contains("search_text_words")
                    .doesNotContain("Seq Scan");
        }
        assertThat(plan(SearchRows.NEWEST_WORDS, Map.of("words", "'fraud'", "newest", 1000, "most", 51)))
                .contains("search_text_newest")
                .doesNotContain("Seq Scan");
        assertThat(plan(NarrowingRows.BEGINNING, Map.of("kinds", "FILE", "from", "user7", "to", "user8", "most", 99)))
                .contains("search_key_pkey")
                .doesNotContain("Seq Scan");
        for (var among : List.of(NarrowingRows.WORDS_AMONG, NarrowingRows.BEGINNING_AMONG, NarrowingRows.RANGE_AMONG)) {
            var values = Map.of(
                    "threads",
                    "t7,t8",
                    "words",
                    "'fraud'",
                    "kinds",
                    "FILE",
                    "from",
                    "u",
                    "to",
                    "v",
                    "range",
                    "10.0.0.0/8");
            assertThat(plan(among, values))
                    .as(among)
                    .contains("Nested Loop", "thread = asked.thread")
                    .doesNotContain("Seq Scan", "search_text_words", "search_key_range");
        }
        assertThat(plan(SearchRows.COUNTERPARTS, Map.of("ids", "XC-7", "most", 51)))
                .contains("request_counterpart")
                .doesNotContain("Seq Scan", "Sort");
        assertThat(plan(SearchRows.OWNERS, Map.of("ids", "o7", "most", 51)))
                .contains("request_owner")
                .doesNotContain("Seq Scan", "Sort");
    }

    private static List<Hit> ours(String typed) {
        return search.find(typed, MAREN).hits().stream()
                .filter(it -> it.thread().equals(envelope.thread()))
                .toList();
    }

    private static List<String> whole(String typed) {
        return search.find(typed, MAREN).hits().stream()
                .filter(it -> it.kind() == Kind.IDENTIFIER && it.whole())
                .map(Hit::thread)
                .toList();
    }

    private static String narrowed(String sql, Map<String, ?> values) {
        return new TransactionTemplate(new DataSourceTransactionManager(database)).execute(it -> {
            SearchRows.narrow(db, SearchRows.MOST_READ);
            return plan(sql, values);
        });
    }

    private static String plan(String sql, Map<String, ?> values) {
        return String.join(
                "\n",
                db.sql("explain " + sql)
                        .params(values)
                        .param("hidden", "t9,t10")
                        .query(String.class)
                        .list());
    }
}
