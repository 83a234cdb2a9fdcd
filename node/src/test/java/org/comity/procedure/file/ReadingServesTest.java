package org.comity.procedure.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.comity.convention.LawInconsistent;
import org.comity.convention.reading.LawNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With what of a domestic order a request begins; a part that its field cannot say stops the start. */
class ReadingServesTest {

    private static final ProcedureFile FILE =
            PracticeFiles.file(PracticeFiles.toProviders().getFirst());

    @Test
    void each_part_begins_the_field_that_the_file_names() {
        assertThat(read("{number: number, mayTell: may-tell}"))
                .containsExactlyInAnyOrderEntriesOf(Map.of("number", "number", "mayTell", "may-tell"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{nothing: number}",
                "{number: reasons}",
                "{number: until}",
                "{kinds: may-tell}",
                "{data: may-tell}"
            })
    void what_cannot_be_said_so_stops_the_start(String serves) {
        assertThatThrownBy(() -> read(serves))
                .isInstanceOf(LawInconsistent.class)
                .hasMessageContaining("order/1/procedure.yaml:1");
    }

    private static Map<String, String> read(String serves) {
        return FiledServing.read(LawNode.read("order/1/procedure.yaml", serves), FILE.fields(FILE.opening()));
    }
}
