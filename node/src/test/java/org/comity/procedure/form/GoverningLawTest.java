package org.comity.procedure.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.comity.convention.Instrument;
import org.comity.convention.reading.PracticeLaw;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoverningLawTest {

    private final GoverningLaw governing = new GoverningLaw(PracticeLaw.held());

    @ParameterizedTest
    @CsvSource({
        "uncc, '', uncc/2",
        "uncc, uncc/1, uncc/1",
        "budapest, uncc/1, budapest/2",
        "budapest, budapest/1, budapest/1",
        "other, other/1, other/1",
        "uncc, uncc/99, uncc/2",
        "unheard-of, '', ''",
        "'', uncc/1, ''"
    })
    void a_draft_keeps_its_edition_while_it_names_the_same_instrument(String instrument, String begun, String edition) {
        assertThat(governing
                        .instrument(Map.of("instrument", instrument, "edition", begun))
                        .map(Instrument::edition)
                        .orElse(""))
                .isEqualTo(edition);
    }
}
