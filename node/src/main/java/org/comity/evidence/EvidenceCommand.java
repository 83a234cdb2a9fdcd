package org.comity.evidence;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import org.comity.evidence.laboratory.NodeLine;
import org.comity.proof.form.CommandLine;
import org.comity.vocabulary.CommandFailure;

/** {@code comity evidence …}: what a laboratory does at its own terminal, through the node's interface for programs. */
public final class EvidenceCommand {

    private EvidenceCommand() {}

    /** @return the process's exit code: 0 if all went well, 1 if not, 2 if the command cannot be understood */
    public static int run(List<String> arguments, PrintStream out) {
        var rest = arguments.isEmpty() ? arguments : arguments.subList(1, arguments.size());
        try {
            return switch (arguments.isEmpty() ? "" : arguments.getFirst()) {
                case "add" -> AddingCommand.run(rest, out);
                case "save" -> SavingCommand.run(rest, out);
                case "bag" -> BagCommand.run(rest, out);
                default -> help(out);
            };
        } catch (NodeLine.Refusal e) {
            out.println("Refused: " + e.getMessage());
        } catch (IOException e) {
            out.println(CommandFailure.told(e));
        } catch (CommandLine.WrongUse e) {
            out.println(e.getMessage());
            return help(out);
        } catch (IllegalArgumentException e) {
            out.println(e.getMessage());
            return 2;
        }
        return 1;
    }

    private static int help(PrintStream out) {
        out.print(AddingCommand.HELP);
        out.print(SavingCommand.HELP);
        out.print(BagCommand.HELP);
        return 2;
    }
}
