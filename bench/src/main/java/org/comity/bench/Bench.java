package org.comity.bench;

import java.util.Arrays;

/** The command {@code bench NAME}: exit 0 if what it looks for holds, 1 if not, 2 if it was not understood. */
public final class Bench {

    private static final String USAGE = """
            Usage: bench crash [--kills 50] [--seed N]
              Kills either of two practice nodes at random instants while officers act, then compares both registers.
              Lost: approved and not registered on both. Twice: registered more than once. Diverged: not the same
              entries on both. Unasked: registered though nobody approved it. The last line is JSON; exit 1 unless all 0.
            """;

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments.length == 0 || !arguments[0].equals("crash")) {
            System.err.print(USAGE);
            System.exit(2);
        }
        try {
            var plan = CrashPlan.of(Arrays.asList(arguments).subList(1, arguments.length));
            System.exit(new Crash(plan, System.out).run().holds() ? 0 : 1);
        } catch (IllegalArgumentException e) {
            System.err.println("bench: " + e.getMessage());
            System.err.print(USAGE);
            System.exit(2);
        }
    }
}
