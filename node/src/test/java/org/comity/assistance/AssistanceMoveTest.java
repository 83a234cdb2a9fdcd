package org.comity.assistance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.comity.assistance.AssistanceState.Delivery;
import org.comity.assistance.AssistanceStep.Kind;
import org.comity.proof.form.CanonicalJson;
import org.comity.thread.Procedure.Result;
import org.comity.thread.Procedure.Result.Moved;
import org.comity.thread.Procedure.Result.WithoutEffect;
import org.comity.ui.words.WordsForTests;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class AssistanceMoveTest {

    private static final String ACT = "a".repeat(64);
    private static final String CONDITIONS = "c".repeat(64);
    private static final String DELIVERY = "d".repeat(64);
    private static final String USE = "e".repeat(64);
    private static final AssistanceState NEW = AssistanceState.requested();
    private static final AssistanceState GIVEN =
            NEW.delivering(DELIVERY).at(AssistanceStage.PARTLY_DELIVERED).askingUse(USE);

    private static final Map<String, AssistanceState> STATES = states();

    private static Map<String, AssistanceState> states() {
        var states = new LinkedHashMap<String, AssistanceState>();
        states.put("requested", NEW);
        states.put("received", NEW.at(AssistanceStage.RECEIVED));
        states.put("asked", NEW.at(AssistanceStage.RECEIVED).asking(true));
        states.put("consulting", NEW.at(AssistanceStage.RECEIVED).proposing(CONDITIONS));
        states.put("postponed", NEW.at(AssistanceStage.POSTPONED));
        states.put("unable", NEW.at(AssistanceStage.UNABLE));
        states.put("accepted", NEW.at(AssistanceStage.ACCEPTED));
        states.put("status-asked", NEW.at(AssistanceStage.ACCEPTED).statusAsked(true));
        states.put("executing", NEW.at(AssistanceStage.IN_EXECUTION));
        states.put("consulting-late", NEW.at(AssistanceStage.IN_EXECUTION).proposing(CONDITIONS));
        states.put("steps-pending", NEW.at(AssistanceStage.STEPS_PENDING));
        states.put("partly", GIVEN);
        states.put("delivered", GIVEN.receiving(DELIVERY).at(AssistanceStage.DELIVERED));
        states.put("refused", NEW.at(AssistanceStage.REFUSED));
        states.put("refused-rest", GIVEN.at(AssistanceStage.REFUSED));
        states.put("withdrawn", NEW.at(AssistanceStage.NO_LONGER_REQUIRED));
        states.put("closed", GIVEN.at(AssistanceStage.CLOSED));
        return states;
    }

    /**
     * The whole table, a block a step and a line a result with the states that lead to it. {@code =} changes nothing,
     * {@code .name} is without effect, else the new stage and what opens ({@code +}) or settles ({@code -}).
     */
    private static final String TABLE = """
            request
                .already-opened < requested received asked consulting postponed unable accepted status-asked executing consulting-late steps-pending partly delivered
                .ended < refused refused-rest withdrawn closed
            supplement
                = < requested received asked consulting postponed unable accepted status-asked executing consulting-late steps-pending partly
                .already-delivered < delivered
                .ended < refused refused-rest withdrawn closed
            refuse-part
                = < requested received asked consulting postponed unable accepted status-asked executing consulting-late steps-pending partly
                .already-delivered < delivered
                .ended < refused refused-rest withdrawn closed
            answer
                .no-question-open < requested received consulting postponed unable accepted status-asked executing consulting-late steps-pending partly
                -question < asked
                .already-delivered < delivered
                .ended < refused refused-rest withdrawn closed
            accept-conditions
                .no-conditions-open < requested received asked postponed unable accepted status-asked executing steps-pending partly
                Accepted -conditions +bound < consulting
                -conditions +bound < consulting-late
                .already-delivered < delivered
                .ended < refused refused-rest withdrawn closed
            decline-conditions
                .no-conditions-open < requested received asked postponed unable accepted status-asked executing steps-pending partly
                -conditions < consulting consulting-late
                .already-delivered < delivered
                .ended < refused refused-rest withdrawn closed
            ask-status
                +status < requested received asked consulting postponed unable accepted executing consulting-late steps-pending partly
                .status-asked-already < status-asked
                .already-delivered < delivered
                .ended < refused refused-rest withdrawn closed
            received
                .no-such-delivery < requested received asked consulting postponed unable accepted status-asked executing consulting-late steps-pending
                +received < partly refused-rest closed
                .received-already < delivered
                .ended < refused withdrawn
            matched
                .no-such-delivery < requested received asked consulting postponed unable accepted status-asked executing consulting-late steps-pending
                -delivery < partly delivered refused-rest closed
                .ended < refused withdrawn
            not-matched
                .no-such-delivery < requested received asked consulting postponed unable accepted status-asked executing consulting-late steps-pending
                -delivery < partly refused-rest closed
                PartlyDelivered -delivery < delivered
                .ended < refused withdrawn
            onward
                .nothing-delivered < requested received asked consulting postponed unable accepted status-asked executing consulting-late steps-pending
                = < partly delivered refused-rest closed
                .ended < refused withdrawn
            returned
                .nothing-delivered < requested received asked consulting postponed unable accepted status-asked executing consulting-late steps-pending
                = < partly delivered refused-rest closed
                .ended < refused withdrawn
            destroyed
                .nothing-delivered < requested received asked consulting postponed unable accepted status-asked executing consulting-late steps-pending
                = < partly delivered refused-rest closed
                .ended < refused withdrawn
            no-longer-required
                NoLongerRequired < requested received postponed unable accepted executing steps-pending partly
                NoLongerRequired -question < asked
                NoLongerRequired -conditions < consulting consulting-late
                NoLongerRequired -status < status-asked
                .already-delivered < delivered
                .ended < refused refused-rest withdrawn closed
            ask-use
                .nothing-delivered < requested received asked consulting postponed unable accepted status-asked executing consulting-late steps-pending
                +use < partly delivered refused-rest closed
                .ended < refused withdrawn
            exculpatory
                .nothing-delivered < requested received asked consulting postponed unable accepted status-asked executing consulting-late steps-pending
                = < partly delivered refused-rest closed
                .ended < refused withdrawn
            close
                .not-delivered < requested received asked consulting postponed unable accepted status-asked executing consulting-late steps-pending partly
                Closed < delivered
                .ended < refused refused-rest withdrawn closed
            acknowledge
                Received < requested
                .already-acknowledged < received asked consulting postponed unable accepted status-asked executing consulting-late steps-pending partly delivered
                .ended < refused refused-rest withdrawn closed
            ask
                Received +question < requested
                +question < received consulting postponed unable accepted status-asked executing consulting-late steps-pending partly
                .question-open < asked
                .already-delivered < delivered
                .ended < refused refused-rest withdrawn closed
            propose-conditions
                Received +conditions < requested
                +conditions < received asked postponed unable accepted status-asked executing steps-pending partly
                ~conditions < consulting consulting-late
                .already-delivered < delivered
                .ended < refused refused-rest withdrawn closed
            accept
                Accepted < requested received asked postponed unable
                Accepted -conditions < consulting
                .already-accepted < accepted status-asked executing steps-pending partly
                -conditions < consulting-late
                .already-delivered < delivered
                .ended < refused refused-rest withdrawn closed
            pass
                InExecution < requested received asked postponed unable accepted status-asked
                .conditions-open < consulting consulting-late
                = < executing partly
                .already-executed < steps-pending
                .already-delivered < delivered
                .ended < refused refused-rest withdrawn closed
            executed
                StepsPending < requested received asked postponed unable accepted status-asked executing partly
                .conditions-open < consulting consulting-late
                .already-executed < steps-pending
                .already-delivered < delivered
                .ended < refused refused-rest withdrawn closed
            deliver
                PartlyDelivered +delivery < requested received asked postponed unable accepted status-asked executing steps-pending
                .conditions-open < consulting consulting-late
                +delivery < partly delivered
                .ended < refused refused-rest withdrawn closed
            deliver whole
                Delivered +delivery < requested received postponed unable accepted executing steps-pending partly
                Delivered -question +delivery < asked
                .conditions-open < consulting consulting-late
                Delivered -status +delivery < status-asked
                +delivery < delivered
                .ended < refused refused-rest withdrawn closed
            postpone
                Postponed < requested received asked unable accepted status-asked executing steps-pending partly
                Postponed -conditions < consulting consulting-late
                = < postponed
                .already-delivered < delivered
                .ended < refused refused-rest withdrawn closed
            unable
                Unable < requested received asked postponed accepted status-asked executing steps-pending partly
                Unable -conditions < consulting consulting-late
                = < unable
                .already-delivered < delivered
                .ended < refused refused-rest withdrawn closed
            refuse
                Refused < requested received postponed unable accepted executing steps-pending partly
                Refused -question < asked
                Refused -conditions < consulting consulting-late
                Refused -status < status-asked
                .already-delivered < delivered
                .ended < refused refused-rest withdrawn closed
            status
                = < requested received asked consulting postponed unable accepted executing consulting-late steps-pending partly delivered
                -status < status-asked
                .ended < refused refused-rest withdrawn closed
            consent-use
                .nothing-delivered < requested received asked consulting postponed unable accepted status-asked executing consulting-late steps-pending
                -use < partly delivered refused-rest closed
                .ended < refused withdrawn
            refuse-use
                .nothing-delivered < requested received asked consulting postponed unable accepted status-asked executing consulting-late steps-pending
                -use < partly delivered refused-rest closed
                .ended < refused withdrawn
            confidentiality
                = < requested received asked consulting postponed unable accepted status-asked executing consulting-late steps-pending partly delivered
                .ended < refused refused-rest withdrawn closed
            costs
                = < requested received asked consulting postponed unable accepted status-asked executing consulting-late steps-pending partly delivered refused-rest closed
                .ended < refused withdrawn
            consult
                = < requested received asked consulting postponed unable accepted status-asked executing consulting-late steps-pending partly delivered refused-rest closed
                .ended < refused withdrawn
            """;

    @ParameterizedTest
    @EnumSource(Kind.class)
    void every_cell_of_the_table_is_as_written(Kind kind) {
        assertThat(block(kind)).isEqualTo(written(kind.type()));
    }

    @Test
    void a_whole_delivery_leaves_nothing_open_about_the_request() {
        var whole = new AssistanceStep(Kind.DELIVER, ACT, "", true);

        assertThat(block("deliver whole", it -> new AssistanceMove(it, whole, Role.REQUESTED).result()))
                .isEqualTo(written("deliver whole"));
    }

    @Test
    void the_table_has_no_other_step() {
        assertThat(TABLE.lines().filter(it -> !it.startsWith(" ")))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(Stream.of(Kind.values()).map(Kind::type), Stream.of("deliver whole"))
                                .toList());
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void the_other_role_never_moves_anything(Kind kind) {
        Stream.of(Role.values()).filter(it -> !kind.by().contains(it)).forEach(other -> {
            assertThat(STATES.values())
                    .allSatisfy(state -> assertThat(new AssistanceMove(state, step(kind), other).result())
                            .isEqualTo(new WithoutEffect("wrong-role")));
            assertThat(new AssistanceMove(null, step(kind), other).result()).isEqualTo(new WithoutEffect("wrong-role"));
        });
        assertThat(kind.by()).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void both_roles_that_may_take_a_step_move_alike(Kind kind) {
        STATES.values()
                .forEach(state -> assertThat(kind.by().stream()
                                .map(by -> new AssistanceMove(state, step(kind), by).result())
                                .distinct())
                        .hasSize(1));
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void only_a_request_opens_a_thread(Kind kind) {
        var by = kind.by().iterator().next();

        assertThat(new AssistanceMove(null, step(kind), by).result())
                .isEqualTo(kind == Kind.REQUEST ? new Moved(NEW) : new WithoutEffect("not-opened"));
    }

    @Test
    void an_acceptance_of_conditions_that_were_replaced_meanwhile_is_without_effect() {
        var replaced = moved(STATES.get("consulting"), Kind.PROPOSE_CONDITIONS, "");

        assertThat(replaced.conditions()).isEqualTo(ACT);
        assertThat(result(replaced, Kind.ACCEPT_CONDITIONS, CONDITIONS))
                .isEqualTo(new WithoutEffect("other-conditions"));
        assertThat(moved(replaced, Kind.ACCEPT_CONDITIONS, ACT).bound()).isTrue();
    }

    @Test
    void conditions_once_accepted_bind_whatever_is_proposed_later() {
        var bound = moved(STATES.get("consulting"), Kind.ACCEPT_CONDITIONS, CONDITIONS);
        var again = moved(moved(bound, Kind.PROPOSE_CONDITIONS, ""), Kind.DECLINE_CONDITIONS, ACT);

        assertThat(again.bound()).isTrue();
        assertThat(again.stage()).isEqualTo(AssistanceStage.ACCEPTED);
    }

    @Test
    void a_whole_delivery_that_came_first_wins_over_no_longer_required_and_over_a_refusal() {
        var delivered = ((Moved) new AssistanceMove(
                                STATES.get("executing"),
                                new AssistanceStep(Kind.DELIVER, ACT, "", true),
                                Role.REQUESTED)
                        .result())
                .to();

        assertThat(result((AssistanceState) delivered, Kind.NO_LONGER_REQUIRED, ""))
                .isEqualTo(new WithoutEffect("already-delivered"));
        assertThat(result((AssistanceState) delivered, Kind.REFUSE, ""))
                .isEqualTo(new WithoutEffect("already-delivered"));
    }

    @Test
    void two_deliveries_on_their_way_are_matched_each_by_its_own_name() {
        var two = moved(GIVEN, Kind.DELIVER, "");

        var one = moved(two, Kind.MATCHED, DELIVERY);

        assertThat(two.deliveries()).isEqualTo(2);
        assertThat(one.unmatched()).containsExactly(new Delivery(ACT, false));
        assertThat(result(one, Kind.MATCHED, DELIVERY)).isEqualTo(new WithoutEffect("no-such-delivery"));
    }

    @Test
    void what_did_not_match_is_still_owed() {
        var delivered = STATES.get("delivered");

        assertThat(moved(delivered, Kind.NOT_MATCHED, DELIVERY).stage()).isEqualTo(AssistanceStage.PARTLY_DELIVERED);
        assertThat(moved(STATES.get("closed"), Kind.NOT_MATCHED, DELIVERY).stage())
                .isEqualTo(AssistanceStage.CLOSED);
    }

    @Test
    void the_state_does_not_grow_without_bound() {
        var full = IntStream.range(0, AssistanceState.MOST_OPEN)
                .mapToObj(Integer::toString)
                .reduce(
                        NEW.at(AssistanceStage.PARTLY_DELIVERED),
                        (state, it) -> state.delivering(it).askingUse(it),
                        (a, b) -> b);

        assertThat(result(full, Kind.DELIVER, "")).isEqualTo(new WithoutEffect("too-many-unmatched"));
        assertThat(result(full, Kind.ASK_USE, "")).isEqualTo(new WithoutEffect("too-many-open"));
        assertThat(result(full.without("7"), Kind.DELIVER, "")).isInstanceOf(Moved.class);
        assertThat(CanonicalJson.write(full.json())).hasSizeLessThan(20_000);
    }

    @ParameterizedTest
    @MethodSource("all")
    void a_state_is_read_back_from_its_json(AssistanceState state) {
        assertThat(AssistanceState.of(CanonicalJson.read(CanonicalJson.write(state.json()))))
                .isEqualTo(state);
    }

    @Test
    void every_state_and_every_reason_has_its_sentence() {
        var words = WordsForTests.load();
        var keys = Stream.of(
                        STATES.values().stream().map(it -> "state.assistance." + it.name()),
                        Stream.of(AssistanceStage.values()).map(it -> "state.assistance." + it.title()),
                        Stream.of(Kind.values())
                                .flatMap(AssistanceMoveTest::results)
                                .filter(it -> it.startsWith("."))
                                .map(it -> "effect" + it))
                .flatMap(it -> it)
                .distinct()
                .toList();

        assertThat(keys).hasSizeGreaterThan(25).allMatch(it -> words.has("en", it) && words.has("ar", it));
    }

    static Stream<AssistanceState> all() {
        return STATES.values().stream();
    }

    private static Stream<String> results(Kind kind) {
        return STATES.values().stream().map(it -> word(it, result(it, kind, about(kind))));
    }

    /** A step's block of the table. */
    private static String written(String title) {
        return Stream.of(TABLE.split("(?m)^(?=\\S)"))
                .filter(it -> it.startsWith(title + "\n"))
                .findFirst()
                .orElseThrow();
    }

    private static String block(Kind kind) {
        return block(kind.type(), it -> result(it, kind, about(kind)));
    }

    /** As the table has it: each result once, with its states in their order. */
    private static String block(String title, Function<AssistanceState, Result> result) {
        var lines = STATES.entrySet().stream()
                .collect(Collectors.groupingBy(
                        it -> word(it.getValue(), result.apply(it.getValue())),
                        LinkedHashMap::new,
                        Collectors.mapping(Map.Entry::getKey, Collectors.joining(" "))));
        return title + "\n"
                + lines.entrySet().stream()
                        .map(it -> "    " + it.getKey() + " < " + it.getValue() + "\n")
                        .collect(Collectors.joining());
    }

    private static Result result(AssistanceState from, Kind kind, String about) {
        var by = kind.by().iterator().next();
        return new AssistanceMove(from, new AssistanceStep(kind, ACT, about, false), by).result();
    }

    private static AssistanceState moved(AssistanceState from, Kind kind, String about) {
        return (AssistanceState) ((Moved) result(from, kind, about)).to();
    }

    private static AssistanceStep step(Kind kind) {
        return new AssistanceStep(kind, ACT, about(kind), false);
    }

    private static String about(Kind kind) {
        return switch (kind.about()) {
            case "conditions" -> CONDITIONS;
            case "delivery" -> DELIVERY;
            case "use" -> USE;
            default -> "";
        };
    }

    private static String word(AssistanceState from, Result result) {
        return switch (result) {
            case Moved(var to) when to.equals(from) -> "=";
            case Moved(var to) -> change(from, (AssistanceState) to);
            case WithoutEffect(var reason) -> "." + reason;
        };
    }

    private static String change(AssistanceState from, AssistanceState to) {
        var parts = new ArrayList<String>();
        if (from.stage() != to.stage()) {
            parts.add(to.stage().title());
        }
        flag(parts, "question", from.asked(), to.asked());
        flag(parts, "conditions", from.consulting(), to.consulting());
        if (from.consulting() && to.consulting() && !from.conditions().equals(to.conditions())) {
            parts.add("~conditions");
        }
        flag(parts, "bound", from.bound(), to.bound());
        flag(parts, "status", from.statusAsked(), to.statusAsked());
        flag(parts, "delivery", from.unmatched().size() > to.unmatched().size(), from.deliveries() < to.deliveries());
        if (from.unmatched().size() == to.unmatched().size()
                && !from.unmatched().equals(to.unmatched())) {
            parts.add("+received");
        }
        flag(
                parts,
                "use",
                from.uses().size() > to.uses().size(),
                from.uses().size() < to.uses().size());
        return String.join(" ", parts);
    }

    private static void flag(List<String> parts, String name, boolean before, boolean after) {
        if (before != after) {
            parts.add((after ? "+" : "-") + name);
        }
    }
}
