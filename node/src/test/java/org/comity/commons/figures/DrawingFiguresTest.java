package org.comity.commons.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.comity.commons.kept.KeptRecord;
import org.comity.commons.kept.KeptRecord.RecordState;
import org.comity.database.PracticeDatabase;
import org.comity.vocabulary.TrafficLight;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever keeps each table that was shown learns the figures of no State alone from what two of them differ by. */
class DrawingFiguresTest {

    private final Map<String, KeptRecord> standing = new LinkedHashMap<>();
    private TransactionTemplate transaction;
    private DrawingFigures drawing;

    @BeforeEach
    void three_states_are_drawn() throws Exception {
        var source = PracticeDatabase.emptied("commons", 1);
        var db = JdbcClient.create(source);
        transaction = new TransactionTemplate(new JdbcTransactionManager(source));
        drawing = new DrawingFigures(new FiguresDrawnRows(db), new FiguresSettings(5, 3));
        says("XA-1", "10");
        says("XB-1", "20");
        assertThat(drawn()).isEmpty();
        says("XC-1", "30");
        assertThat(total()).isEqualTo(60);
    }

    @Test
    void those_who_come_are_added_when_they_are_three() {
        says("XD-1", "100");
        assertThat(total()).isEqualTo(60);
        says("XE-1", "200");
        assertThat(total()).isEqualTo(60);
        assertThat(AddingFigures.of(drawn()).getFirst().states()).containsExactly("XA", "XB", "XC");

        says("XF-1", "300");
        assertThat(total()).isEqualTo(660);
        assertThat(AddingFigures.of(drawn()).getFirst().states()).hasSize(6);
    }

    @Test
    void one_that_is_corrected_or_withdrawn_counts_like_one_that_comes() {
        says("XA-1", "11");
        standing.remove("XB-1");
        assertThat(total()).isEqualTo(60);

        says("XD-1", "100");
        assertThat(total()).isEqualTo(141);
    }

    @Test
    void the_same_numbers_said_anew_are_no_change() {
        standing.put("XA-1", record("XA-1", line("4"), line("6"), line("0")));
        standing.put("XB-1", record("XB-1", line("20"), Map.of("offence", "13", "victims", "adults", "number", "0")));
        says("XD-1", "100");

        assertThat(total()).isEqualTo(60);
    }

    @Test
    void a_state_that_sends_no_number_makes_no_third() {
        standing.clear();
        assertThat(drawn()).as("all three have gone").isEmpty();

        says("XA-1", "10");
        says("XB-1", "many");
        says("XC-1", "");
        assertThat(drawn()).isEmpty();
    }

    /** Whoever adds up is told which lines are added to nothing, and for which word. */
    @Test
    void what_is_not_counted_is_named() {
        var record = record(
                "XA-1",
                line("1200"),
                line("1,200"),
                Map.of("offence", "Fraud", "victims", "adults", "number", "3"),
                Map.of("offence", "7", "number", "3"));

        assertThat(AddingFigures.uncounted(record))
                .containsExactly(
                        new AddingFigures.Uncounted(2, "number", "1,200"),
                        new AddingFigures.Uncounted(3, "offence", "Fraud"),
                        new AddingFigures.Uncounted(4, "victims", ""));
        assertThat(AddingFigures.numbers(record)).containsExactly(Map.entry("7 adults", 1200L));
    }

    private List<KeptRecord> drawn() {
        return Objects.requireNonNull(transaction.execute(_ -> drawing.of(List.copyOf(standing.values()))));
    }

    private long total() {
        return AddingFigures.of(drawn()).getFirst().table().total();
    }

    private void says(String participant, String number) {
        standing.put(participant, record(participant, line(number)));
    }

    @SafeVarargs
    private static KeptRecord record(String participant, Map<String, String>... lines) {
        return new KeptRecord(
                "t" + participant,
                "common-figures",
                "r",
                participant,
                RecordState.STANDS,
                TrafficLight.CLEAR,
                Map.of("year", "2025", "figures", List.of(lines)),
                LocalDate.parse("2026-02-01"),
                LocalDate.parse("2026-02-01"));
    }

    private static Map<String, String> line(String number) {
        return Map.of("offence", "7", "victims", "adults", "number", number);
    }
}
