package org.comity.capacity.matching;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.comity.capacity.matching.OfferInRound.Terms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A published round is recomputed by whoever has its file, and a file that was changed is found. */
class RoundFileTest {

    private static final Instant FIXED = Instant.parse("2027-02-01T09:00:00Z");
    private static final Instant FROZEN = Instant.parse("2027-03-01T09:00:00Z");

    @TempDir
    Path folder;

    @Test
    void it_says_the_same_when_it_is_read_and_recomputes() {
        for (long seed = 0; seed < 100; seed++) {
            var file = file(RandomRounds.small(seed));
            var read = RoundFile.read(file.bytes());
            assertThat(read).isEqualTo(file);
            assertThat(read.recomputes()).as("seed %d", seed).isTrue();
        }
    }

    @Test
    void to_whom_a_provider_may_not_give_is_not_in_it_but_changes_the_hash_of_the_input() {
        var open = PlayedInput.round(List.of(PlayedInput.need()), List.of(PlayedInput.offer()));
        var offer = PlayedInput.offer();
        var barring = PlayedInput.round(
                List.of(PlayedInput.need()),
                List.of(PlayedInput.on(offer, offer.window(), new Terms(Set.of("XQ"), false, true))));

        var problem = RoundProblem.of(barring, RoundWeights.usual("lot"));
        assertThat(new String(file(problem).bytes(), UTF_8))
                .doesNotContain("XQ")
                .contains("N-1");
        assertThat(RoundFile.hash(barring)).isNotEqualTo(RoundFile.hash(open));
    }

    @Test
    void the_same_input_in_another_order_of_its_sets_has_the_same_hash() {
        var need = PlayedInput.need();
        var turned = new NeedInRound(
                need.id(),
                need.state(),
                need.kind(),
                Set.of("28", "25"),
                need.units(),
                need.severity(),
                need.window(),
                need.languages(),
                need.mode(),
                need.authenticated(),
                need.legal(),
                need.readiness());
        var offers = List.of(PlayedInput.offer());
        assertThat(List.copyOf(turned.articles())).isNotEqualTo(List.copyOf(need.articles()));

        assertThat(RoundFile.hash(PlayedInput.round(List.of(turned), offers)))
                .isEqualTo(RoundFile.hash(PlayedInput.round(List.of(need), offers)));
    }

    @Test
    void weights_fixed_after_the_freeze_and_one_person_alone_are_refused() {
        var problem = RandomRounds.small(1);
        var solution = SolvingRound.of(problem);
        assertThatThrownBy(() -> new RoundFile(
                        problem, solution, 1, FROZEN, FIXED, "0".repeat(64), SolvingRound.SOLVER, "p1", "p2"))
                .hasMessage("weights-fixed-late");
        assertThatThrownBy(() -> new RoundFile(
                        problem, solution, 1, FIXED, FROZEN, "0".repeat(64), SolvingRound.SOLVER, "p1", "p1"))
                .hasMessage("approval");
        assertThatThrownBy(() -> new RoundFile(
                        problem, solution, 4, FIXED, FROZEN, "0".repeat(64), SolvingRound.SOLVER, "p1", "p2"))
                .hasMessage("solving");
    }

    @Test
    void the_command_holds_what_is_so_and_not_what_was_changed() throws IOException {
        var input = PlayedInput.round(List.of(PlayedInput.need()), List.of(PlayedInput.offer()));
        var file = file(RoundProblem.of(input, RoundWeights.usual("lot")));
        var path = folder.resolve("round.json");
        Files.write(path, file.bytes());

        assertThat(run("verify", path.toString()))
                .startsWith("0 Round 2027-1, solving 1")
                .contains("It holds: the same 1");

        var text = new String(file.bytes(), UTF_8);
        Files.writeString(
                path, text.replace("\"placed\":[{\"need\":\"N-1\",\"offer\":\"O-1\",\"units\":2}]", "\"placed\":[]"));
        assertThat(run("verify", path.toString())).startsWith("1 ").contains("does not hold");
        Files.writeString(path, text.replace("\"severity\":3", "\"severity\":2"));
        assertThat(run("verify", path.toString())).startsWith("2 ").contains("hash");
        Files.writeString(path, "{}");
        assertThat(run("verify", path.toString())).startsWith("2 This is not the file of a round");
        assertThat(run("verify", folder.resolve("none").toString()))
                .startsWith("2 Not done:")
                .contains("none is not there");
        assertThat(run("solve")).startsWith("2 comity match verify FILE");
    }

    private static String run(String... arguments) {
        var out = new ByteArrayOutputStream();
        int code = MatchCommand.run(List.of(arguments), new PrintStream(out, true, UTF_8));
        return code + " " + out.toString(UTF_8);
    }

    private static RoundFile file(RoundProblem problem) {
        return new RoundFile(
                problem, SolvingRound.of(problem), 1, FIXED, FROZEN, "0".repeat(64), SolvingRound.SOLVER, "p1", "p2");
    }
}
