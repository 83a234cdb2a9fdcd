package org.comity.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.comity.procedure.UseLimits.UseLimit;
import org.comity.sealing.Letters.Section;
import org.junit.jupiter.api.Test;

/** A limit of one instrument is shown for requests under that instrument alone. */
class UseLimitHoldsTest {

    @Test
    void it_holds_by_the_instrument_or_by_what_was_accepted() {
        assertThat(limit("40(19)", List.of()).holds()).isTrue();
        assertThat(limit("", List.of(new Section("Conditions", List.of("Lead only."))))
                        .holds())
                .isTrue();
        assertThat(limit("", List.of()).holds()).isFalse();
    }

    private static UseLimit limit(String ref, List<Section> accepted) {
        return new UseLimit("A trial", "", accepted, List.of(), true, "uncc/2", ref);
    }
}
