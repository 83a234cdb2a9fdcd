package org.comity.procedure.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.comity.convention.ProcedureLaw.Provision;
import org.comity.convention.reading.PracticeLaw;
import org.comity.procedure.form.BodyFields;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the law says beside an act differs by instrument. */
class SaidByLawTest {

    @ParameterizedTest
    @ValueSource(strings = {"assistance", "interception"})
    void the_budapest_convention_asks_reasons_of_who_puts_off_and_the_un_convention_of_who_refuses(String procedure) {
        assertThat(reasons(procedure, "postpone", "budapest/2")).containsExactly("27(7)");
        assertThat(reasons(procedure, "refuse", "budapest/2")).containsExactly("27(7)");
        assertThat(reasons(procedure, "postpone", "uncc/2")).isEmpty();
        assertThat(reasons(procedure, "refuse", "uncc/2")).containsExactly("40(25)");
    }

    private static List<String> reasons(String procedure, String type, String edition) {
        return new SaidByLaw(PracticeFiles.file(procedure + "/1"), PracticeLaw.held())
                .of(type, edition, new BodyFields(Map.of())).stream()
                        .filter(it -> it.key().endsWith("reasons"))
                        .map(Provision::ref)
                        .toList();
    }
}
