package org.comity.evidence;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.comity.evidence.laboratory.SavingFile;

/** {@code comity evidence save}: matched items out of a node, as the files that they were. */
final class SavingCommand {

    static final String HELP = """
            comity evidence save ID … --to FOLDER --node URL [--use stated|ACT --words TEXT] [--sealed-only]
              ID           of a matched item, as its page and its address name it
              --to         where its file is put, in the folders that it came in; its hash is added to SHA256SUMS there
              --use        within which use it is taken, where a use limit binds us: stated, or the act consented to
              --words      for what
              --sealed-only  you know that it is never shown on the node: child sexual abuse material
              --token-file, --ca as for comity evidence add
            Stopped at any time, the same command goes on where it stopped. Each taking is on record.
            """;

    private SavingCommand() {}

    /** @return the process's exit code: 0 if every file is there, 1 if one is not, 2 if the command cannot be understood */
    static int run(List<String> arguments, PrintStream out) throws IOException {
        var options = NodeOptions.read(arguments, Set.of("to", "use", "words"));
        if (options.words().isEmpty() || !options.has("to")) {
            out.print(HELP);
            return 2;
        }
        var ids = options.words().stream().map(UUID::fromString).toList();
        var said = new LinkedHashMap<String, String>();
        for (var each : List.of("use", "words")) {
            if (options.has(each)) said.put(each, options.needed(each));
        }
        if (options.has("sealed-only")) said.put("sealedOnly", "true");
        var saving = new SavingFile(NodeOptions.line(options), Path.of(options.needed("to")), said, out);
        return saving.save(ids) ? 0 : 1;
    }
}
