package org.comity.directory.kept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.comity.database.PracticeDatabase;
import org.comity.directory.Directory;
import org.comity.directory.NotedRange;
import org.comity.directory.ParticipantForTests;
import org.comity.directory.ProviderRanges;
import org.comity.directory.ProviderRanges.TypedRanges;
import org.comity.directory.RangeChanges.WrongRow;
import org.comity.directory.kept.RangeSheet.Row;
import org.comity.ledger.Ledger;
import org.comity.vocabulary.ParticipantKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The narrowest range that holds an identifier is found without reading the others. */
class RangesByIndexTest {

    private static final Instant NOW = Instant.parse("2027-06-01T12:00:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2027-06-01");

    private static JdbcClient db;
    private static RangeRows rows;

    @BeforeAll
    static void many_are_noted() throws Exception {
        db = JdbcClient.create(PracticeDatabase.fresh("directory"));
        rows = new RangeRows(db);
        db.sql("""
                insert into directory.provider_range (provider, kind, key, range, source, day, official, noted_at)
                select 'ZZ-' || n % 50, 'ADDRESS', '20.' || n / 256 || '.' || n % 256 || '.0/24',
                       cast('20.' || n / 256 || '.' || n % 256 || '.0/24' as inet), 'A letter', date '2027-01-01', 'maren', now()
                  from generate_series(0, 19999) as n
                union all
                select 'ZZ-' || n % 50, 'DOMAIN', 'd' || n || '.mail.example', null, 'A letter', date '2027-01-01', 'maren', now()
                  from generate_series(0, 19999) as n
                """).update();
        db.sql("analyze directory.provider_range").update();
    }

    @Test
    void it_is_read_from_an_index() {
        var plan = db.sql("explain "
                        + RangeRows.HOLDING
                                .replace(":addresses", "array['20.1.2.3/32']")
                                .replace(":kinds", "array['DOMAIN']")
                                .replace(":keys", "array['a.d7.mail.example']")
                                .replace(":names", "array['a.d7.mail.example d7.mail.example mail.example']"))
                .query(String.class)
                .list();

        assertThat(String.join("\n", plan))
                .contains("provider_range_by_address", "provider_range_kind_key_key")
                .doesNotContain("Seq Scan");
    }

    @Test
    void the_narrowest_counts_and_what_is_noted_again_moves() {
        note("ZZ-Wide", "20.1.0.0/16", "mail.example", "+999");
        note("ZZ-One", "20.1.2.3", "shop.d7.mail.example", "+9991234");

        assertThat(whose("20.1.2.3")).isEqualTo("ZZ-One 20.1.2.3/32");
        assertThat(whose("20.1.2.4")).isEqualTo("ZZ-8 20.1.2.0/24");
        assertThat(whose("20.99.0.1")).isNull();
        assertThat(whose("x@shop.d7.mail.example")).isEqualTo("ZZ-One shop.d7.mail.example");
        assertThat(whose("x@a.d7.mail.example")).isEqualTo("ZZ-7 d7.mail.example");
        assertThat(whose("x@other.mail.example")).isEqualTo("ZZ-Wide mail.example");
        assertThat(whose("x@notmail.example")).isNull();
        assertThat(whose("+99912345")).isEqualTo("ZZ-One +9991234");
        assertThat(whose("+98855555")).isNull();

        note("ZZ-Other", "20.1.2.3");
        assertThat(whose("20.1.2.3")).isEqualTo("ZZ-Other 20.1.2.3/32");
    }

    @Test
    void one_provider_has_so_many_and_no_more() {
        db.sql("""
                insert into directory.provider_range (provider, kind, key, source, day, official, noted_at)
                select 'ZZ-Full', 'DOMAIN', 'f' || n || '.full.example', 'A letter', date '2027-01-01', 'maren', now()
                  from generate_series(1, 20000) as n
                """).update();
        var directory = mock(Directory.class);
        when(directory.get("ZZ-Full"))
                .thenReturn(ParticipantForTests.of("ZZ-Full", TODAY, null, ParticipantKind.PROVIDER));
        var keeping = new KeepingRanges(
                rows, new SpecialRanges(true), directory, mock(Ledger.class), Clock.fixed(NOW, ZoneOffset.UTC));

        assertThat(keeping.look("ZZ-Full", typed("one.more.example")).wrong())
                .extracting(WrongRow::why)
                .containsExactly("too-many-of-one");
        assertThat(keeping.look("ZZ-Full", typed("d8.mail.example")).wrong())
                .as("another's counts like a new one")
                .hasSize(1);
        assertThat(keeping.look("ZZ-Full", typed("f1.full.example")).wrong()).isEmpty();
        var part = keeping.look("ZZ-Full", new TypedRanges("f1.full.example", "A letter", "2027-06-01", true));
        assertThat(part.wrong()).extracting(WrongRow::why).containsExactly("all-of-many");
        assertThat(part.allGone()).as("what other files bring").isZero();
        var away = keeping.look("ZZ-Full", typed("-f2.full.example\none.more.example"));
        assertThat(away.wrong()).isEmpty();
        assertThat(away.gone().rows()).extracting(NotedRange::shown).containsExactly("f2.full.example");
        assertThat(keeping.look("ZZ-Full", typed("-d8.mail.example")).wrong())
                .as("another's")
                .extracting(WrongRow::why)
                .containsExactly("not-noted");
        assertThat(keeping.whose(IntStream.range(0, 300)
                        .mapToObj(it -> "+999" + (1000 + it))
                        .toList()))
                .hasSize(ProviderRanges.MOST_ASKED);
    }

    private static TypedRanges typed(String rows) {
        return new TypedRanges(rows, "A letter", "2027-06-01", false);
    }

    private void note(String provider, String... ranges) {
        var noted = List.of(ranges).stream()
                .flatMap(it -> Stream.ofNullable(RangeText.noted(it).range()))
                .map(it -> new Row(it, "A letter", TODAY))
                .toList();
        rows.put(provider, noted, "maren", NOW);
    }

    private @Nullable String whose(String identifier) {
        var sought = RangeText.sought(identifier).orElseThrow();
        var found = rows.holding(List.of(sought)).get(sought.key());
        return found == null ? null : found.provider() + " " + found.shown();
    }
}
