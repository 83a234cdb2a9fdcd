package org.comity.evidence;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.comity.evidence.laboratory.AddingFiles;
import org.comity.evidence.laboratory.NodeLine;

/** {@code comity evidence add}: files and folders through the node's interface for programs, again until all are sealed. */
final class AddingCommand {

    static final String HELP = """
            comity evidence add PATH … --node URL [--request REFERENCE] [--token-file FILE] [--ca CERTIFICATES.pem]
                    [--sealed-only]
              PATH         files, or folders with all that lies in them
              --node       address of the node, e.g. https://node.example
              --request    the request that they belong to, e.g. XB-2026-004417
              --token-file file with a token made under /me; else it is read from the variable COMITY_TOKEN
              --ca         certificates that vouch for the node, if this computer does not know them
              --sealed-only  the node never shows them: child sexual abuse material
            Stopped at any time, the same command goes on where it stopped.
            """;

    private AddingCommand() {}

    /** @return the process's exit code: 0 if all is sealed, 1 if a file is not, 2 if the command cannot be understood */
    static int run(List<String> arguments, PrintStream out) throws IOException, NodeLine.Refusal {
        var options = NodeOptions.read(arguments, Set.of("request"));
        if (options.words().isEmpty()) {
            out.print(HELP);
            return 2;
        }
        var adding =
                new AddingFiles(NodeOptions.line(options), options.get("request", ""), options.has("sealed-only"), out);
        return adding.add(options.words().stream().map(Path::of).toList()) ? 0 : 1;
    }
}
