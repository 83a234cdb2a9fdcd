package org.comity.treaty;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.comity.convention.Convention;
import org.comity.convention.Instrument;
import org.comity.convention.reading.PracticeLaw;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Entry into force is a sum that holds for every order of deposits, whatever organisations do. */
class TreatyCountTest {

    private static final LocalDate FIRST = LocalDate.parse("2026-01-01");

    private final Instrument instrument =
            PracticeLaw.held().newest(Convention.UNCC).orElseThrow();

    @Test
    void with_the_fortieth_it_enters_into_force_on_the_ninetieth_day_after() {
        var lines = new ArrayList<>(deposits(39, 0));
        assertThat(TreatyCount.of(instrument, lines).force().from()).isEmpty();
        assertThat(TreatyCount.of(instrument, lines).lacking()).isOne();

        lines.add(deposit("XZZ", false, LocalDate.parse("2026-03-07")));

        var count = TreatyCount.of(instrument, lines);
        assertThat(count.force().from()).contains(LocalDate.parse("2026-06-05"));
        assertThat(count.from(FIRST)).contains(LocalDate.parse("2026-06-05"));
        assertThat(count.from(LocalDate.parse("2026-11-02"))).contains(LocalDate.parse("2026-12-02"));
        assertThat(count.until(LocalDate.parse("2027-02-28"))).contains(LocalDate.parse("2028-02-28"));
    }

    @Test
    void who_denounces_and_accedes_again_is_counted_once() {
        var lines = new ArrayList<>(deposits(39, 1));
        lines.add(line("S0", TreatyStep.DENUNCIATION, LocalDate.parse("2026-02-01")));
        lines.add(line("S0", TreatyStep.ACCESSION, LocalDate.parse("2026-03-07")));

        var count = TreatyCount.of(instrument, lines);

        assertThat(count.counted()).isEqualTo(39);
        assertThat(count.force().from()).isEmpty();
        assertThat(count.ofOrganisations()).isOne();
    }

    @Tag("long")
    @Test
    void each_rule_holds_for_a_thousand_tables() {
        for (int seed = 0; seed < 1_000; seed++) {
            var random = new Random(seed);
            var states = random.nextInt(90);
            var lines = new ArrayList<TreatyLine>();
            for (int n = 0; n < states; n++) {
                lines.add(deposit("S" + n, false, FIRST.plusDays(random.nextInt(900))));
            }
            for (int n = 0; n < random.nextInt(6); n++) {
                lines.add(deposit("O" + n, true, FIRST.plusDays(random.nextInt(900))));
            }
            for (int n = 0; n < random.nextInt(6); n++) {
                lines.add(line("S" + n, TreatyStep.SIGNATURE, FIRST));
                lines.add(line("S" + n, TreatyStep.DENUNCIATION, FIRST.plusDays(1000)));
                if (n < states) lines.add(line("S" + n, TreatyStep.ACCESSION, FIRST.plusDays(1100)));
            }
            Collections.shuffle(lines, random);
            holds(lines, states, "seed " + seed);
        }
    }

    private void holds(List<TreatyLine> lines, int states, String seed) {
        var count = TreatyCount.of(instrument, lines);
        var days = lines.stream()
                .filter(it -> it.step().instrument() && !it.organisation())
                .collect(Collectors.toMap(
                        TreatyLine::party, TreatyLine::day, BinaryOperator.minBy(Comparator.<LocalDate>naturalOrder())))
                .values()
                .stream()
                .sorted()
                .toList();
        var expected = states < 40
                ? Optional.<LocalDate>empty()
                : Optional.of(days.get(39).plusDays(90));

        assertThat(count.counted()).as(seed).isEqualTo(states);
        assertThat(count.force().from()).as(seed).isEqualTo(expected);
        for (var line : lines) {
            if (line.step().instrument()) {
                var own = count.from(line.day());
                assertThat(own.isPresent()).as(seed).isEqualTo(expected.isPresent());
                own.ifPresent(from -> {
                    var thirtieth = line.day().plusDays(30);
                    assertThat(from).as(seed).isEqualTo(thirtieth.isAfter(expected.get()) ? thirtieth : expected.get());
                });
            }
        }
        if (states >= 40) {
            assertThat(days.subList(0, 40))
                    .as(seed)
                    .allSatisfy(it -> assertThat(count.from(it)).isEqualTo(expected));
        }
    }

    private static List<TreatyLine> deposits(int states, int organisations) {
        var lines = new ArrayList<TreatyLine>();
        for (int n = 0; n < states; n++) {
            lines.add(deposit("S" + n, false, FIRST));
        }
        for (int n = 0; n < organisations; n++) {
            lines.add(deposit("O" + n, true, FIRST));
        }
        return lines;
    }

    private static TreatyLine deposit(String party, boolean organisation, LocalDate day) {
        return new TreatyLine(
                party, party, organisation, TreatyStep.RATIFICATION, day, "C.N.1.2026", "practice list", "", "");
    }

    private static TreatyLine line(String party, TreatyStep step, LocalDate day) {
        return new TreatyLine(party, party, false, step, day, "C.N.1.2026", "practice list", "", "");
    }
}
