package org.comity.capacity.matching;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.comity.capacity.matching.RoundSolution.PlacedUnits;
import org.comity.proof.Malformed;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.form.Digests;

/**
 * The published file of a solved round ({@code comity-round/1}): the rule and when it was fixed, what was computed from, the
 * result, by what it was computed, who ran and who approved it. Whoever has it recomputes it.
 *
 * @param fixed when the weights were published, before {@code frozen}, when needs and offers were
 * @param solving 1 to 3: a round is solved again after declines, at most twice
 * @param input SHA-256 of the whole input, which the Secretariat keeps
 * @param solver library, version and method
 */
public record RoundFile(
        RoundProblem problem,
        RoundSolution solution,
        int solving,
        Instant fixed,
        Instant frozen,
        String input,
        String solver,
        String ranBy,
        String approvedBy) {

    public static final String FORMAT = "comity-round/1";
    public static final int MOST_SOLVINGS = 3;

    public RoundFile {
        RoundRefused.unless(solving >= 1 && solving <= MOST_SOLVINGS, "solving");
        RoundRefused.unless(fixed.isBefore(frozen), "weights-fixed-late");
        RoundRefused.unless(!ranBy.isBlank() && !approvedBy.isBlank() && !ranBy.equals(approvedBy), "approval");
        RoundRefused.unless(input.matches("[0-9a-f]{64}"), "input");
    }

    /** The same bytes for the same round: canonical JSON. */
    public byte[] bytes() {
        var all = new TreeMap<String, Object>();
        all.put("format", FORMAT);
        all.put("problem", RoundJson.problem(problem));
        all.put("hash", Digests.sha256(CanonicalJson.write(RoundJson.problem(problem))));
        all.put("solving", solving);
        all.put("fixed", fixed.toString());
        all.put("frozen", frozen.toString());
        all.put("input", input);
        all.put("solver", solver);
        all.put("ran-by", ranBy);
        all.put("approved-by", approvedBy);
        all.put("value", solution.value());
        all.put(
                "placed",
                solution.placed().stream()
                        .map(it -> Map.of("need", it.need(), "offer", it.offer(), "units", it.units()))
                        .toList());
        return CanonicalJson.write(all);
    }

    /** @throws RoundRefused if it is no such file, or not whole */
    public static RoundFile read(byte[] bytes) {
        try {
            var all = new RoundJson(CanonicalJson.read(bytes));
            all.only(
                    "format",
                    "problem",
                    "hash",
                    "solving",
                    "fixed",
                    "frozen",
                    "input",
                    "solver",
                    "ran-by",
                    "approved-by",
                    "value",
                    "placed");
            RoundRefused.unless(FORMAT.equals(all.text("format")), "format");
            var problem = all.object("problem");
            RoundRefused.unless(all.text("hash").equals(Digests.sha256(CanonicalJson.write(problem.whole()))), "hash");
            List<PlacedUnits> placed = new ArrayList<>();
            for (var each : all.list("placed")) {
                placed.add(new PlacedUnits(each.text("need"), each.text("offer"), each.number("units")));
            }
            return new RoundFile(
                    RoundJson.problem(problem),
                    new RoundSolution(all.whole("value"), placed),
                    all.number("solving"),
                    Instant.parse(all.text("fixed")),
                    Instant.parse(all.text("frozen")),
                    all.text("input"),
                    all.text("solver"),
                    all.text("ran-by"),
                    all.text("approved-by"));
        } catch (Malformed | DateTimeParseException none) {
            throw new RoundRefused("file");
        }
    }

    /** Solves it anew: is the result the one that it states? */
    public boolean recomputes() {
        return SolvingRound.of(problem).equals(solution);
    }

    /** The same, as a second person approved it. */
    public RoundFile approvedBy(String person) {
        return new RoundFile(problem, solution, solving, fixed, frozen, input, solver, ranBy, person);
    }

    /** Weights as they are fixed and kept. */
    public static byte[] bytes(RoundWeights weights) {
        return CanonicalJson.write(RoundJson.weights(weights));
    }

    /** @throws RoundRefused if they are none */
    public static RoundWeights weights(byte[] bytes) {
        return RoundJson.weights(new RoundJson(CanonicalJson.read(bytes)));
    }

    /** The whole input, which never leaves the Secretariat. */
    public static byte[] bytes(RoundInput input) {
        return CanonicalJson.write(RoundJson.input(input));
    }

    /** Of the whole input, as its canonical JSON has it. */
    public static String hash(RoundInput input) {
        return Digests.sha256(CanonicalJson.write(RoundJson.input(input)));
    }
}
