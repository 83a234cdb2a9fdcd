package org.comity.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.comity.thread.Procedure;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.Test;

class KnownProcedureTest {

    private static final List<Class<? extends ProcedurePart>> NEEDED = List.of(
            ActForms.class,
            ActFilling.class,
            ActRendering.class,
            StepsOnOffer.class,
            ActWriting.class,
            Composition.class);

    @Test
    void a_procedure_that_nobody_asks_to_be_secret_and_nothing_completes_is_whole_all_the_same() {
        var known = new KnownProcedure(table(Role.REQUESTED), parts());

        assertThat(known.law()).isEqualTo("spontaneous-information");
        assertThat(known.opener()).isEqualTo(Role.REQUESTED);
        assertThat(known.openGaps("t-1")).isEmpty();
        assertThat(known.confidentiality("t-1")).isEqualTo(Confidentiality.Answer.NOT_ASKED);
    }

    @Test
    void what_a_procedure_says_of_gaps_and_secrecy_is_asked() {
        var gaps = part(OpenGaps.class);
        when(gaps.open("t-1")).thenReturn(List.of("facts"));
        var secrecy = part(Confidentiality.class);
        when(secrecy.of("t-1")).thenReturn(Confidentiality.Answer.OPEN);
        var parts = new ArrayList<>(parts());
        parts.addAll(List.of(gaps, secrecy));

        var known = new KnownProcedure(table(Role.REQUESTING), parts);

        assertThat(known.openGaps("t-1")).containsExactly("facts");
        assertThat(known.confidentiality("t-1")).isEqualTo(Confidentiality.Answer.OPEN);
    }

    @Test
    void a_part_that_is_missing_or_there_twice_is_named() {
        for (var each : NEEDED) {
            var parts = new ArrayList<>(parts());
            parts.removeIf(each::isInstance);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new KnownProcedure(table(Role.REQUESTING), parts))
                    .withMessage("Procedure spontaneous-information/2 has no " + each.getSimpleName());
        }
        var twice = new ArrayList<>(parts());
        twice.add(part(StepsOnOffer.class));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new KnownProcedure(table(Role.REQUESTING), twice))
                .withMessage("Procedure spontaneous-information/2 has more than one StepsOnOffer");
    }

    @Test
    void the_catalogue_gives_the_newest_version_by_name_and_any_by_its_own() {
        var older = new KnownProcedure(table("letters/1", Role.REQUESTING), parts("letters/1"));
        var newer = new KnownProcedure(table("letters/2", Role.REQUESTING), parts("letters/2"));
        Procedures procedures = () -> List.of(older, newer);

        assertThat(procedures.ofLaw("letters")).contains(newer);
        assertThat(procedures.of("letters/1")).isSameAs(older);
        assertThat(procedures.find("letters/3")).isEmpty();
        assertThat(procedures.laws()).containsExactly("letters");
    }

    private static Procedure table(Role opener) {
        return table("spontaneous-information/2", opener);
    }

    private static Procedure table(String id, Role opener) {
        var table = mock(Procedure.class, org.mockito.Answers.CALLS_REAL_METHODS);
        when(table.id()).thenReturn(id);
        when(table.opening()).thenReturn("inform");
        when(table.roles("inform")).thenReturn(Set.of(opener));
        return table;
    }

    private static List<ProcedurePart> parts() {
        return parts("spontaneous-information/2");
    }

    private static List<ProcedurePart> parts(String id) {
        return NEEDED.stream().<ProcedurePart>map(it -> part(it, id)).toList();
    }

    private static <T extends ProcedurePart> T part(Class<T> kind) {
        return part(kind, "spontaneous-information/2");
    }

    private static <T extends ProcedurePart> T part(Class<T> kind, String id) {
        var part = mock(kind);
        when(part.procedure()).thenReturn(id);
        return part;
    }
}
