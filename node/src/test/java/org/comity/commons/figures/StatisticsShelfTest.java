package org.comity.commons.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.comity.commons.kept.KeptRecord;
import org.comity.commons.kept.KeptRecord.RecordState;
import org.comity.convention.reading.PracticeLaw;
import org.comity.ui.words.WordsForTests;
import org.comity.vocabulary.TrafficLight;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class StatisticsShelfTest {

    private final List<KeptRecord> records = new ArrayList<>();
    private final StatisticsShelf shelf = new StatisticsShelf(
            _ -> records, it -> it, WordsForTests.load(), new FiguresSettings(5, 3), PracticeLaw.held());

    @Test
    void figures_are_added_up_and_no_state_stands_alone() {
        sent("XA-1", "2025", TrafficLight.CLEAR, line("7", "adults", "10"), line("13", "children", "20"));
        sent("XB-1", "2025", TrafficLight.CLEAR, line("7", "adults", "30"), line("13", "adults", "40"));
        assertThat(shelf.tables("en")).isEmpty();
        assertThat(shelf.items()).isEmpty();

        sent("XC-1", "2025", TrafficLight.CLEAR, line("7", "children", "50"), line("13", "adults", "60"));

        var table = shelf.tables("en").getFirst();
        assertThat(table.title()).isEqualTo("Offences recorded in 2025");
        assertThat(table.rows())
                .containsExactly(
                        List.of("7", "50", "40", "0", "0", "90"),
                        List.of("13", "20", "100", "0", "0", "120"),
                        List.of("Total", "70", "140", "0", "0", "210"));
        assertThat(shelf.items().getFirst().parts().toString()).contains("XA, XB, XC");
    }

    @Test
    void as_delivered_nine_states_are_too_few_and_ten_are_enough() {
        var delivered = new Binder(new MapConfigurationPropertySource(Map.of()))
                .bindOrCreate("node.commons.figures", FiguresSettings.class);
        var asDelivered =
                new StatisticsShelf(_ -> records, it -> it, WordsForTests.load(), delivered, PracticeLaw.held());
        for (char state = 'A'; state < 'J'; state++) {
            sent("X" + state + "-1", "2025", TrafficLight.CLEAR, line("7", "adults", "10"));
        }
        assertThat(asDelivered.tables("en")).isEmpty();
        assertThat(asDelivered.items()).isEmpty();

        sent("XJ-1", "2025", TrafficLight.CLEAR, line("7", "adults", "10"));
        assertThat(asDelivered.tables("en").getFirst().rows().getLast())
                .containsExactly("Total", "0", "100", "0", "0", "100");
    }

    /** Whichever it is there: no class knows a number. */
    @Test
    void they_stand_beside_the_article_under_which_the_law_has_them_sent() {
        for (var participant : List.of("XA-1", "XB-1", "XC-1")) {
            sent(participant, "2025", TrafficLight.CLEAR, line("7", "adults", "10"));
        }
        assertThat(shelf.items().getFirst().articles()).containsExactly("55");

        var elsewhere = PracticeLaw.with("uncc/2/common-figures.yaml", "article: 55", "article: 54");
        var moved =
                new StatisticsShelf(_ -> records, it -> it, WordsForTests.load(), new FiguresSettings(5, 3), elsewhere);
        assertThat(moved.items().getFirst().articles()).containsExactly("54");
    }

    @Test
    void what_is_not_for_everybody_or_an_older_word_or_no_number_is_not_in_the_sum() {
        sent(
                "XA-1",
                "2025",
                TrafficLight.CLEAR,
                line("7", "adults", "10"),
                line("7", "adults", "many"),
                line("x", "adults", "9"));
        sent("XA-2", "2025", TrafficLight.CLEAR, line("7", "adults", "999"));
        sent("XB-1", "2025", TrafficLight.CLEAR, line("7", "adults", "10"));
        sent("XC-1", "2025", TrafficLight.CLEAR, line("7", "adults", "10"));
        sent("XD-1", "2025", TrafficLight.GREEN, line("7", "adults", "500"));

        assertThat(shelf.tables("en").getFirst().rows().getLast()).containsExactly("Total", "0", "30", "0", "0", "30");
    }

    /** Its address is made of the year, and one that is none would take every page of the site down. */
    @Test
    void what_is_no_year_is_left_out() {
        for (var participant : List.of("XA-1", "XB-1", "XC-1")) {
            sent(participant, "-5", TrafficLight.CLEAR, line("7", "adults", "10"));
        }

        assertThat(shelf.items()).isEmpty();
        assertThat(shelf.tables("en")).isEmpty();
    }

    @Test
    void a_small_cell_is_hidden_with_others_and_its_totals_stand() {
        sent("XA-1", "2025", TrafficLight.CLEAR, line("7", "adults", "40"), line("7", "children", "2"));
        sent("XB-1", "2025", TrafficLight.CLEAR, line("13", "adults", "50"), line("13", "children", "60"));
        sent("XC-1", "2025", TrafficLight.CLEAR, line("7", "bodies", "70"), line("13", "bodies", "80"));

        var rows = shelf.tables("ar").getFirst().rows();

        assertThat(rows.getFirst()).contains("مخفي", "112").doesNotContain("2");
        assertThat(rows.stream().flatMap(List::stream).filter("مخفي"::equals)).hasSize(4);
    }

    private void sent(String participant, String year, TrafficLight label, Map<?, ?>... lines) {
        records.add(new KeptRecord(
                "t" + participant,
                "common-figures",
                "r",
                participant,
                RecordState.STANDS,
                label,
                Map.of(
                        "year",
                        Integer.parseInt(year),
                        "figures",
                        Stream.of(lines).toList()),
                LocalDate.parse("2026-02-01"),
                LocalDate.parse("2026-02-01")));
    }

    private static Map<String, String> line(String offence, String victims, String number) {
        return Map.of("offence", offence, "victims", victims, "number", number);
    }
}
