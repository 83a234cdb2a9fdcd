package org.comity.procedure.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.assistance.PracticeAssistance;
import org.comity.convention.Convention;
import org.comity.convention.LawInconsistent;
import org.comity.convention.ProcedureLaw;
import org.comity.convention.reading.LawNode;
import org.comity.convention.reading.PracticeLaw;
import org.comity.directory.Onboarding;
import org.comity.proof.table.MoveTable;
import org.comity.seat.PracticeSeat;
import org.comity.thread.Procedure;
import org.comity.vocabulary.ParticipantKind;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which kinds of participant a procedure is for; of what States ask each other about cases the Secretariat is never a party. */
class KindsOfParticipantsTest {

    private static final String CASES = "V";
    private static final Convention LAW = PracticeLaw.held();

    /** Every procedure that a node carries out, by its id. */
    private static Map<String, Procedure> procedures() {
        var all = Stream.concat(
                        PracticeFiles.all().stream().map(it -> (Procedure) new FiledProcedure(it, LAW)),
                        Stream.of(PracticeAssistance.procedure(), PracticeSeat.procedure()))
                .collect(Collectors.toMap(Procedure::id, it -> it, (_, last) -> last, TreeMap::new));
        assertThat(all.keySet()).as("none is left out").containsExactlyInAnyOrderElementsOf(Onboarding.PROCEDURES);
        return all;
    }

    private static boolean restsOn(ProcedureLaw law, String chapter) {
        return law.edition().startsWith(Convention.UNCC)
                && LAW.article(law.edition(), law.article().replaceAll("[^0-9].*", ""))
                        .filter(it -> it.chapter().equals(chapter))
                        .isPresent();
    }

    private static boolean ofCases(Procedure procedure) {
        return LAW.laws().stream()
                .filter(it -> procedure.id().startsWith(it.procedure() + "/"))
                .anyMatch(it -> restsOn(it, CASES));
    }

    private static List<Role> roles(Procedure procedure) {
        return CheckingProcedureFile.roles(MoveTable.find(procedure.id()).orElseThrow()).stream()
                .map(Role::of)
                .toList();
    }

    /** An observer in a seat, an organisation that is no State, is not offered what is for States. */
    @Test
    void a_need_is_opened_by_authorities_of_states_alone() {
        var need = Objects.requireNonNull(procedures().get("capacity-need/1"));
        for (var kind : ParticipantKind.values()) {
            assertThat(need.admits(Role.REQUESTING, kind)).as(kind.word()).isEqualTo(kind.authority());
        }
    }

    /** An order is served at home: no authority of another State is asked in it, and no provider serves one. */
    @Test
    void an_order_goes_from_an_authority_to_a_provider_and_to_nobody_else() {
        assertThat(PracticeFiles.toProviders()).isNotEmpty().allSatisfy(id -> {
            var order = Objects.requireNonNull(procedures().get(id));
            for (var kind : ParticipantKind.values()) {
                assertThat(order.admits(Role.REQUESTING, kind)).as(kind.word()).isEqualTo(kind.authority());
                assertThat(order.admits(Role.REQUESTED, kind))
                        .as(kind.word())
                        .isEqualTo(kind == ParticipantKind.PROVIDER);
            }
        });
    }

    @Test
    void no_procedure_of_chapter_five_can_name_the_secretariat_as_a_party() {
        var walked = new ArrayList<String>();
        procedures().forEach((id, procedure) -> {
            if (!ofCases(procedure)) return;
            walked.add(id);
            assertThat(roles(procedure))
                    .as(id)
                    .isNotEmpty()
                    .allSatisfy(role -> assertThat(procedure.admits(role, ParticipantKind.SECRETARIAT))
                            .as("%s in %s", role, id)
                            .isFalse());
        });
        assertThat(walked).contains("preservation/1", "assistance/1", "joint-investigation/1");
    }

    /** What says nothing of kinds is for authorities of States, whichever authority it is. */
    @Test
    void a_procedure_that_says_nothing_is_for_every_authority_of_a_state_and_nobody_else() {
        var inquiry = Objects.requireNonNull(procedures().get("inquiry/1"));

        assertThat(roles(inquiry))
                .allSatisfy(role -> assertThat(
                                Arrays.stream(ParticipantKind.values()).filter(it -> inquiry.admits(role, it)))
                        .containsExactlyInAnyOrderElementsOf(ParticipantKind.AUTHORITIES));
    }

    /** What an entry lists is what the door would take. */
    @ParameterizedTest
    @EnumSource(names = {"SECRETARIAT", "ORGANISATION", "PROVIDER", "STAKEHOLDER"})
    void who_is_no_authority_accepts_just_the_procedures_that_are_for_its_kind(ParticipantKind kind) {
        var taken = procedures().values().stream()
                .filter(it -> roles(it).stream().anyMatch(role -> it.admits(role, kind)))
                .map(Procedure::id)
                .toList();

        assertThat(Onboarding.accepted(kind)).containsExactlyInAnyOrderElementsOf(taken);
    }

    @Test
    void a_file_names_kinds_by_role_and_the_rest_stays_for_states() {
        var kinds = ReadingKinds.of(
                LawNode.read(
                        "need/1/procedure.yaml", "{requested: secretariat, requesting: [authority, organisation]}"),
                false);

        assertThat(kinds).containsEntry(Role.REQUESTED, Set.of(ParticipantKind.SECRETARIAT));
        assertThat(kinds.get(Role.REQUESTING))
                .containsAll(ParticipantKind.AUTHORITIES)
                .contains(ParticipantKind.ORGANISATION)
                .doesNotContain(ParticipantKind.SECRETARIAT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{host: secretariat}", "{requested: secretary}", "{requested: []}"})
    void a_role_or_kind_that_is_not_known_stops_the_start(String between) {
        assertThatThrownBy(() -> ReadingKinds.of(LawNode.read("need/1/procedure.yaml", between), false))
                .isInstanceOf(LawInconsistent.class)
                .hasMessageContaining("need/1/procedure.yaml:1");
    }
}
