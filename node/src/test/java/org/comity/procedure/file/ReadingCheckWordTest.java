package org.comity.procedure.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.comity.convention.LawInconsistent;
import org.comity.convention.reading.LawNode;
import org.comity.procedure.OrdersOnPaper.Said;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which procedures have papers with a check word, and what is said of their orders, stands in their files. */
class ReadingCheckWordTest {

    private static final ProcedureFile FILE =
            PracticeFiles.file(PracticeFiles.toProviders().getFirst());

    @Test
    void each_act_says_what_the_file_names() {
        var orders = new FiledOrdersOnPaper(FILE);
        var body = Map.<String, Object>of(
                "number",
                " 21/27",
                "court",
                "Lake Court",
                "orderedOn",
                "2027-01-02",
                "keepUntil",
                "2027-03-01T00:00:00Z");
        assertThat(orders.said(FILE.opening(), body))
                .isEqualTo(new Said(
                        "21/27", "Lake Court", LocalDate.of(2027, 1, 2), Instant.parse("2027-03-01T00:00:00Z")));
        assertThat(orders.said("acknowledge", body)).isEqualTo(new Said("", "", null, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{serve-order: {nothing: number}}",
                "{serve-order: {number: until}}",
                "{serve-order: {number: reasons}}",
                "{no-act: {number: number}}",
                "{serve-order: {court: court}}"
            })
    void what_cannot_be_said_so_stops_the_start(String word) {
        assertThatThrownBy(() -> FiledOrdersOnPaper.read(
                        LawNode.read("order/1/procedure.yaml", word), FILE.opening(), FILE.acts()))
                .isInstanceOf(LawInconsistent.class)
                .hasMessageContaining("order/1/procedure.yaml:1");
    }
}
