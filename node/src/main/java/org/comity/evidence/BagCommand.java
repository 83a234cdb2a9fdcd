package org.comity.evidence;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.comity.evidence.laboratory.BagOnNode;
import org.comity.proof.form.CommandLine;

/** {@code comity evidence bag}: has the node write bags onto its disk and bring them in, and tells how far it is. */
final class BagCommand {

    static final String HELP = """
            comity evidence bag list --node URL
            comity evidence bag out --request REFERENCE --node URL [--use stated|ACT --words TEXT]
            comity evidence bag files --request REFERENCE --node URL [--sealed-only]
            comity evidence bag in FOLDER --node URL
            comity evidence bag compare FOLDER --request REFERENCE --list FILE --node URL [--sealed-only]
              list         what lies on the node's disk
              out          writes the request with its register and the items released for the other State
              files        writes what our acts deliver to a State without a node, as plain files with their hashes
              in           checks a bag and takes over its acts, its register and its items
              compare      plain files of a State without a node, against the hashes of its letter
              FOLDER       as it is called on the node's disk
              --use        within which use it is taken, where a use limit binds us: stated, or the act consented to
              --words      for what
              --list       a file with the hashes, as sha256sum writes them or otherwise
              --sealed-only  child sexual abuse material: the node never shows these files; you know what they are
              --token-file, --ca as for comity evidence add
            The node works on; stopped, the same command looks again and goes on where it stopped.
            """;

    private BagCommand() {}

    /** @return 0 if all is as it should be, 1 if something is not, 2 if the command cannot be understood */
    static int run(List<String> arguments, PrintStream out) throws IOException {
        var options = NodeOptions.read(arguments, Set.of("request", "use", "words", "list"));
        if (!understood(options)) {
            out.print(HELP);
            return 2;
        }
        var bagging = new BagOnNode(NodeOptions.line(options), out);
        boolean well = switch (options.words().getFirst()) {
            case "list" -> bagging.list();
            case "out" -> bagging.writeOut(options.needed("request"), options.get("use", ""), options.get("words", ""));
            case "files" -> bagging.writeFiles(options.needed("request"), options.has("sealed-only"));
            case "in" -> bagging.bringIn(options.words().get(1));
            default ->
                bagging.compare(
                        options.words().get(1),
                        options.needed("request"),
                        Files.readString(Path.of(options.needed("list"))),
                        options.has("sealed-only"));
        };
        return well ? 0 : 1;
    }

    private static boolean understood(CommandLine options) {
        return switch (options.words().isEmpty() ? "" : options.words().getFirst()) {
            case "list" -> options.words().size() == 1;
            case "out", "files" -> options.words().size() == 1 && options.has("request");
            case "in" -> options.words().size() == 2;
            case "compare" -> options.words().size() == 2 && options.has("request") && options.has("list");
            default -> false;
        };
    }
}
