package org.comity.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.commons.math3.optim.MaxIter;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.comity.capacity.matching.FittingPair;
import org.comity.capacity.matching.RoundProblem;
import org.comity.capacity.matching.RoundProblem.WeighedNeed;

/** States a round as a linear programme, as its description does, for a solver that knows nothing of flows. */
final class RoundAsLinearProgramme {

    private final RoundProblem problem;
    private final List<double[]> rows = new ArrayList<>();
    private final List<Double> bounds = new ArrayList<>();

    private RoundAsLinearProgramme(RoundProblem problem) {
        this.problem = problem;
    }

    /** The best value, in whole units of reward. */
    static double value(RoundProblem problem) {
        return new RoundAsLinearProgramme(problem).solve();
    }

    private double solve() {
        var pairs = problem.pairs();
        record Unit(int state, int nth) {}
        List<Unit> units = new ArrayList<>();
        for (int s = 0; s < problem.states().size(); s++) {
            int asked = asked(s);
            for (int n = 1; n <= asked; n++) units.add(new Unit(s, n));
        }
        int size = pairs.size() + units.size();
        if (pairs.isEmpty()) return 0;
        var goal = new double[size];
        for (int i = 0; i < pairs.size(); i++) {
            var need = need(pairs.get(i));
            var state = problem.states().get(stateOf(need));
            goal[i] = RoundProblem.reward(pairs.get(i), need, state, problem.weights()) / 1e6;
        }
        for (int i = 0; i < units.size(); i++) {
            var state = problem.states().get(units.get(i).state());
            goal[pairs.size() + i] =
                    RoundProblem.reward(state.had() + units.get(i).nth(), state, problem.weights()) / 1e6;
            var one = new double[size];
            one[pairs.size() + i] = 1;
            atMost(one, 1);
        }
        for (var need : problem.needs()) atMost(row(size, it -> it.need().equals(need.id())), need.units());
        for (var offer : problem.offers()) atMost(row(size, it -> it.offer().equals(offer.id())), offer.capacity());
        List<LinearConstraint> constraints = new ArrayList<>();
        for (int s = 0; s < problem.states().size(); s++) {
            int state = s;
            var same = row(size, it -> stateOf(need(it)) == state);
            atMost(same.clone(), problem.states().get(s).room());
            IntStream.range(0, units.size())
                    .filter(it -> units.get(it).state() == state)
                    .forEach(it -> same[pairs.size() + it] = -1);
            constraints.add(new LinearConstraint(same, Relationship.EQ, 0));
        }
        for (int i = 0; i < rows.size(); i++) {
            constraints.add(new LinearConstraint(rows.get(i), Relationship.LEQ, bounds.get(i)));
        }
        return new SimplexSolver()
                .optimize(
                        new MaxIter(100_000),
                        new LinearObjectiveFunction(goal, 0),
                        new LinearConstraintSet(constraints),
                        GoalType.MAXIMIZE,
                        new NonNegativeConstraint(true))
                .getValue();
    }

    private int asked(int state) {
        return problem.needs().stream()
                .filter(it -> stateOf(it) == state)
                .mapToInt(WeighedNeed::units)
                .sum();
    }

    private double[] row(int size, Predicate<FittingPair> counts) {
        var row = new double[size];
        for (int i = 0; i < problem.pairs().size(); i++) {
            if (counts.test(problem.pairs().get(i))) row[i] = 1;
        }
        return row;
    }

    private void atMost(double[] row, double bound) {
        rows.add(row);
        bounds.add(bound);
    }

    private WeighedNeed need(FittingPair pair) {
        return problem.needs().stream()
                .filter(it -> it.id().equals(pair.need()))
                .findFirst()
                .orElseThrow();
    }

    private int stateOf(WeighedNeed need) {
        return IntStream.range(0, problem.states().size())
                .filter(it -> problem.states().get(it).code().equals(need.state()))
                .findFirst()
                .orElseThrow();
    }
}
