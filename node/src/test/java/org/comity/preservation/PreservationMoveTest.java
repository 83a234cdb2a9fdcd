package org.comity.preservation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.preservation.PreservationState.Accepted;
import org.comity.preservation.PreservationState.Expired;
import org.comity.preservation.PreservationState.ExtensionAsked;
import org.comity.preservation.PreservationState.FactsAsked;
import org.comity.preservation.PreservationState.Held;
import org.comity.preservation.PreservationState.Lost;
import org.comity.preservation.PreservationState.NotAvailable;
import org.comity.preservation.PreservationState.Preserved;
import org.comity.preservation.PreservationState.Received;
import org.comity.preservation.PreservationState.Refused;
import org.comity.preservation.PreservationState.Released;
import org.comity.preservation.PreservationState.Requested;
import org.comity.preservation.PreservationState.RiskNotified;
import org.comity.preservation.PreservationState.Unable;
import org.comity.preservation.PreservationState.Withdrawn;
import org.comity.proof.form.CanonicalJson;
import org.comity.thread.Procedure.Result;
import org.comity.thread.Procedure.Result.Moved;
import org.comity.thread.Procedure.Result.WithoutEffect;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class PreservationMoveTest {

    private static final Instant UNTIL = Instant.parse("2027-01-23T13:18:04Z");
    private static final Instant LATER = Instant.parse("2027-03-24T13:18:04Z");
    private static final List<PreservationState> STATES = List.of(
            new Requested(),
            new Received(),
            new FactsAsked(new Received()),
            new RiskNotified(new Accepted()),
            new RiskNotified(new Preserved(UNTIL)),
            new RiskNotified(new ExtensionAsked(UNTIL)),
            new RiskNotified(new Held(UNTIL)),
            new Accepted(),
            new Unable(),
            new Preserved(UNTIL),
            new ExtensionAsked(UNTIL),
            new Held(UNTIL),
            new Refused(),
            new NotAvailable(),
            new Lost(),
            new Withdrawn(),
            new Expired(),
            new Released());

    /** The whole table, one line a step: the columns are {@link #STATES}; {@code =} stays, {@code .name} without effect. */
    private static final String TABLE = """
            request          .already-opened .already-opened .already-opened .already-opened .already-opened .already-opened .already-opened .already-opened .already-opened .already-opened .already-opened .already-opened
            complete         = = = = = = = = = = = =
            answer           .no-question-open .no-question-open Received .no-question-open .no-question-open .no-question-open .no-question-open .no-question-open .no-question-open .no-question-open .no-question-open .no-question-open
            proceed          .no-warning-open .no-warning-open .no-warning-open Accepted Preserved ExtensionAsked Held .no-warning-open .no-warning-open .no-warning-open .no-warning-open .no-warning-open
            withdraw         Withdrawn Withdrawn Withdrawn Withdrawn Withdrawn Withdrawn Withdrawn Withdrawn Withdrawn Withdrawn Withdrawn Withdrawn
            ask-extension    .not-preserved .not-preserved .not-preserved .not-preserved .not-preserved .not-preserved .held-until-decided .not-preserved .not-preserved ExtensionAsked .extension-asked-already .held-until-decided
            no-longer-needed .not-preserved .not-preserved .not-preserved .not-preserved .not-preserved .not-preserved .not-preserved .not-preserved .not-preserved Released Released Released
            acknowledge      Received .already-acknowledged .already-acknowledged .already-acknowledged .already-acknowledged .already-acknowledged .already-acknowledged .already-acknowledged .already-acknowledged .already-acknowledged .already-acknowledged .already-acknowledged
            ask              FactsAsked FactsAsked .question-open .warning-open .warning-open .warning-open .warning-open FactsAsked FactsAsked .already-decided .already-decided .already-decided
            accept           Accepted Accepted Accepted Accepted .already-preserved .already-preserved .already-preserved = Accepted .already-preserved .already-preserved .already-preserved
            report-preserved Preserved Preserved Preserved Preserved .already-preserved .already-preserved .already-preserved Preserved Preserved .already-preserved .already-preserved .already-preserved
            not-available    NotAvailable NotAvailable NotAvailable NotAvailable Lost Lost Lost NotAvailable NotAvailable Lost Lost Lost
            refuse           Refused Refused Refused Refused .already-preserved .already-preserved .already-preserved Refused Refused .already-preserved .already-preserved .already-preserved
            warn             RiskNotified RiskNotified RiskNotified .warning-open .warning-open .warning-open .warning-open RiskNotified RiskNotified RiskNotified RiskNotified RiskNotified
            unable           Unable Unable Unable Unable .already-preserved .already-preserved .already-preserved Unable = .already-preserved .already-preserved .already-preserved
            extend           .not-preserved .not-preserved .not-preserved .not-preserved .not-preserved .not-preserved .held-until-decided .not-preserved .not-preserved Preserved Preserved .held-until-decided
            refuse-extension .no-extension-asked .no-extension-asked .no-extension-asked .no-extension-asked .no-extension-asked .no-extension-asked .no-extension-asked .no-extension-asked .no-extension-asked .no-extension-asked Preserved .no-extension-asked
            hold             .not-preserved .not-preserved .not-preserved .not-preserved Held Held .held-already .not-preserved .not-preserved Held Held .held-already
            expire           .not-preserved .not-preserved .not-preserved .not-preserved Expired Expired .held-until-decided .not-preserved .not-preserved Expired Expired .held-until-decided
            release          .not-held .not-held .not-held .not-held .not-held .not-held Released .not-held .not-held .not-held .not-held Released
            """;

    @ParameterizedTest
    @EnumSource(PreservationStep.Kind.class)
    void every_cell_of_the_table_is_as_written(PreservationStep.Kind kind) {
        var expected = rows().get(kind.type());
        var found = new ArrayList<String>();

        for (var state : STATES) {
            found.add(word(state, new PreservationMove(state, step(kind), kind.by()).result()));
        }

        assertThat(found).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(PreservationStep.Kind.class)
    void the_other_role_never_moves_anything(PreservationStep.Kind kind) {
        var other = kind.by().other();

        assertThat(STATES)
                .allSatisfy(state -> assertThat(new PreservationMove(state, step(kind), other).result())
                        .isEqualTo(new WithoutEffect("wrong-role")));
        assertThat(new PreservationMove(null, step(kind), other).result()).isEqualTo(new WithoutEffect("wrong-role"));
    }

    @ParameterizedTest
    @EnumSource(PreservationStep.Kind.class)
    void only_a_request_opens_a_thread(PreservationStep.Kind kind) {
        var result = new PreservationMove(null, step(kind), kind.by()).result();

        assertThat(result)
                .isEqualTo(
                        kind == PreservationStep.Kind.REQUEST
                                ? new Moved(new Requested())
                                : new WithoutEffect("not-opened"));
    }

    @Test
    void an_extension_registered_first_wins_over_the_end() {
        var extended = ((Moved) new PreservationMove(
                                new Preserved(UNTIL),
                                new PreservationStep(PreservationStep.Kind.EXTEND, LATER),
                                Role.REQUESTED)
                        .result())
                .to();

        assertThat(new PreservationMove(
                                (PreservationState) extended,
                                new PreservationStep(PreservationStep.Kind.EXPIRE, UNTIL),
                                Role.REQUESTED)
                        .result())
                .isEqualTo(new WithoutEffect("extended-meanwhile"));
    }

    @Test
    void an_extension_never_shortens() {
        assertThat(new PreservationMove(
                                new Preserved(LATER),
                                new PreservationStep(PreservationStep.Kind.EXTEND, UNTIL),
                                Role.REQUESTED)
                        .result())
                .isEqualTo(new WithoutEffect("not-later"));
        assertThat(new PreservationMove(
                                new Preserved(LATER),
                                new PreservationStep(PreservationStep.Kind.EXTEND, LATER),
                                Role.REQUESTED)
                        .result())
                .isEqualTo(new WithoutEffect("not-later"));
    }

    @ParameterizedTest
    @MethodSource("states")
    void a_state_is_read_back_from_its_json(PreservationState state) {
        assertThat(PreservationState.of(CanonicalJson.read(CanonicalJson.write(state.json()))))
                .isEqualTo(state);
    }

    static Stream<PreservationState> states() {
        return STATES.stream();
    }

    private static PreservationStep step(PreservationStep.Kind kind) {
        return new PreservationStep(
                kind, kind == PreservationStep.Kind.EXTEND ? LATER : kind.needsUntil() ? UNTIL : null);
    }

    private static String word(PreservationState from, Result result) {
        return switch (result) {
            case Moved(var to) when to.equals(from) -> "=";
            case Moved(var to) -> to.name();
            case WithoutEffect(var reason) -> "." + reason;
        };
    }

    private static Map<String, List<String>> rows() {
        return TABLE.lines()
                .map(line -> List.of(line.strip().split("\\s+")))
                .collect(Collectors.toMap(
                        List::getFirst, PreservationMoveTest::withEndings, (a, b) -> a, LinkedHashMap::new));
    }

    /** The six endings allow nothing, whatever the step. */
    private static List<String> withEndings(List<String> row) {
        var cells = new ArrayList<>(row.subList(1, row.size()));
        for (int i = 0; i < 6; i++) {
            cells.add(".ended");
        }
        return cells.stream().map(it -> it).toList();
    }
}
