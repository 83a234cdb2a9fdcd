package org.comity.capacity.matching;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.comity.vocabulary.CommandFailure;

/** {@code comity match verify FILE}: recomputes a published round, without a node. */
public final class MatchCommand {

    public static final String HELP = """
            comity match verify FILE
              recomputes a published round from its own file: the same proposals for the same needs, offers and weights,
              weights fixed before needs and offers were frozen, run by one person and approved by another
              exit code 0 it holds, 1 it does not, 2 it is no such file
            """;

    private static final long LARGEST = 2 << 20;

    private MatchCommand() {}

    /** @return the process's exit code */
    public static int run(List<String> arguments, PrintStream out) {
        if (arguments.size() != 2 || !arguments.getFirst().equals("verify")) {
            out.print(HELP);
            return 2;
        }
        try {
            var path = Path.of(arguments.get(1));
            if (Files.size(path) > LARGEST) throw new IOException("it is larger than a round can be");
            return verify(RoundFile.read(Files.readAllBytes(path)), out);
        } catch (RoundRefused e) {
            out.println("This is not the file of a round, or it was changed: " + e.what()
                    + ". Fetch it again from where it was published.");
        } catch (IOException e) {
            out.println(CommandFailure.told(e));
        }
        return 2;
    }

    private static int verify(RoundFile file, PrintStream out) {
        var problem = file.problem();
        out.printf(
                "Round %s, solving %d: %d needs, %d offers, %d pairs.%n",
                problem.round(),
                file.solving(),
                problem.needs().size(),
                problem.offers().size(),
                problem.pairs().size());
        out.printf(
                "Weights fixed %s, needs and offers frozen %s, computed by %s.%n",
                file.fixed(), file.frozen(), file.solver());
        out.printf("Run by %s, approved by %s. Input %s.%n", file.ranBy(), file.approvedBy(), file.input());
        if (file.recomputes()) {
            out.printf(
                    "It holds: the same %d proposals were computed anew.%n",
                    file.solution().placed().size());
            return 0;
        }
        out.println(
                "It does not hold: computed anew, the proposals are others. Ask the Secretariat, and keep this file.");
        return 1;
    }
}
