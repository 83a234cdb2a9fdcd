package org.comity.procedure.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.comity.convention.ProcedureLaw;
import org.comity.convention.reading.PracticeLaw;
import org.junit.jupiter.api.Test;

/** Whoever may refuse because a request aims at a person for what that person is can say so in every procedure that has it. */
class DiscriminationIsOfferedTest {

    private static final String GROUND = "discrimination";

    private static final List<ProcedureLaw> LAWS = PracticeLaw.held().laws().stream()
            .filter(it -> it.ground(GROUND).isPresent())
            .toList();

    @Test
    void each_procedure_with_the_ground_has_an_act_that_names_it_and_is_between_states_alone() {
        assertThat(LAWS)
                .extracting(ProcedureLaw::procedure)
                .contains(
                        "assistance",
                        "confiscation",
                        "disclosure",
                        "extradition",
                        "freezing",
                        "interception",
                        "preservation");
        assertThat(LAWS).isNotEmpty().allSatisfy(law -> {
            var file = PracticeFiles.file(law.procedure() + "/1");
            assertThat(file.between()).as(file.id()).isEmpty();
            assertThat(file.acts().values())
                    .as(file.id())
                    .anyMatch(fields ->
                            fields.stream().anyMatch(it -> it.type().name().equals("ground")));
        });
    }
}
