package org.comity.evidence.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.comity.directory.Directory;
import org.comity.evidence.CustodyActs;
import org.comity.evidence.CustodyEntry;
import org.comity.evidence.CustodyEntry.Event;
import org.comity.evidence.Evidence;
import org.comity.evidence.EvidenceCases.Case;
import org.comity.evidence.Releases;
import org.comity.evidence.Releases.Release;
import org.comity.evidence.SeenItems;
import org.comity.ledger.Ledger;
import org.comity.ledger.LogTree;
import org.comity.vocabulary.Official;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** What is printed for a court names the line of the log that speaks of each entry, however many there are. */
class ReadingCustodyTest {

    private static final Instant NOON = Instant.parse("2027-03-01T12:00:00Z");
    private static final Official PIA = new Official("pia", "P. Osei", "XB-1/o-3", Set.of());

    private final UUID id = SpecimenCustody.record().item().id();
    private final Evidence evidence = mock();
    private final Ledger ledger = mock();
    private final LogTree log = mock();
    private final SeenItems seen = mock();
    private final Releases releases = mock();
    private final List<CustodyEntry> custody = new ArrayList<>();
    private final List<Ledger.Line> lines = new ArrayList<>();

    @BeforeEach
    void start() {
        var item = SpecimenCustody.record().item();
        when(evidence.item(id)).thenReturn(Optional.of(item));
        when(evidence.custody(id)).thenReturn(custody);
        when(ledger.lines(anyString(), any(), anyInt())).thenAnswer(it -> {
            Long before = it.getArgument(1);
            int limit = it.getArgument(2);
            return lines.reversed().stream()
                    .filter(line -> before == null || line.n() < before)
                    .limit(limit)
                    .toList();
        });
    }

    @Test
    void each_of_thousands_of_ranges_has_its_own_line() {
        for (int n = 1; n <= 5_001; n++) entry(n, Event.EXPORTED, true);
        assertThat(read())
                .hasSize(5_001)
                .allSatisfy(it ->
                        assertThat(it.line()).isEqualTo(1_000L + it.entry().n()));
    }

    @Test
    void lines_of_an_older_program_that_do_not_name_their_entry_are_paired_in_their_order() {
        for (int n = 1; n <= 5_001; n++) entry(n, n % 7 == 0 ? Event.VIEWED : Event.EXPORTED, n > 4_000);
        assertThat(read())
                .hasSize(5_001)
                .allSatisfy(it ->
                        assertThat(it.line()).isEqualTo(1_000L + it.entry().n()));
    }

    @Test
    void an_entry_whose_line_is_not_there_is_given_no_other_ones() {
        for (int n = 1; n <= 3; n++) entry(n, Event.EXPORTED, true);
        lines.remove(1);
        assertThat(read()).extracting(CustodyRecord.Own::line).containsExactly(1_001L, 0L, 1_003L);
    }

    @Test
    void what_was_only_prepared_is_for_nobody_and_what_it_was_called_is_read() {
        var released = SpecimenCustody.record().released().getFirst();
        var prepared = new Release("56".repeat(32), id, "XD-1", null, null, null, false, 0, released.size());
        when(releases.ofItems(List.of(id))).thenReturn(List.of(prepared, released));
        when(evidence.written(id)).thenReturn(Optional.of("a:b"));
        when(seen.caseOf(any(), eq(PIA))).thenReturn(Optional.of(new Case("thread", "XB-2026-004417")));

        assertThat(reading().read(id, PIA)).satisfies(it -> {
            assertThat(it.released()).containsExactly(released);
            assertThat(it.written()).isEqualTo("a:b");
            assertThat(it.reference()).isEqualTo("XB-2026-004417");
        });
    }

    private void entry(int n, Event what, boolean named) {
        custody.add(new CustodyEntry(n, NOON.plusSeconds(n), what, "pia", null));
        lines.add(new Ledger.Line(
                1_000L + n,
                NOON.plusSeconds(n),
                "pia",
                "evidence." + what.name().toLowerCase(java.util.Locale.ROOT),
                id.toString(),
                named ? Map.of("entry", Integer.toString(n)) : Map.of(),
                "cd".repeat(32)));
    }

    private List<CustodyRecord.Own> read() {
        return reading().read(id, PIA).own();
    }

    private ReadingCustody reading() {
        CustodyActs acts = mock();
        var between = new BetweenStates(
                releases, new StaticListableBeanFactory(Map.of("acts", acts)).getBeanProvider(CustodyActs.class), seen);
        Directory directory = mock();
        when(directory.self()).thenReturn(SpecimenCustody.record().self());
        return new ReadingCustody(evidence, between, ledger, log, directory, Clock.fixed(NOON, ZoneOffset.UTC));
    }
}
