package org.comity.evidence;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.comity.evidence.laboratory.AddingFiles;
import org.comity.evidence.laboratory.NodeLine;
import org.jspecify.annotations.Nullable;

/** {@code comity evidence add}: files and folders through the node's interface for programs, again until all are sealed. */
public final class AddingCommand {

    public static final String HELP = """
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

    private static final Set<String> OPTIONS = Set.of("node", "request", "token-file", "ca");

    private AddingCommand() {}

    /** @return the process's exit code: 0 if all is sealed, 1 if a file is not, 2 if the command cannot be understood */
    public static int run(List<String> arguments, PrintStream out) {
        if (arguments.isEmpty() || !arguments.getFirst().equals("add")) return help(out);
        var paths = new java.util.ArrayList<Path>();
        var options = new HashMap<String, String>();
        for (int i = 1; i < arguments.size(); i++) {
            var each = arguments.get(i);
            if (!each.startsWith("--")) {
                paths.add(Path.of(each));
            } else if (each.equals("--sealed-only")) {
                options.put("sealed-only", "true");
            } else if (OPTIONS.contains(each.substring(2)) && i + 1 < arguments.size()) {
                options.put(each.substring(2), arguments.get(++i));
            } else {
                return help(out);
            }
        }
        if (paths.isEmpty() || !options.containsKey("node")) return help(out);
        try {
            var token = token(options);
            if (token == null || token.isEmpty()) {
                out.println("A token is missing: make one under /me and name its file with --token-file.");
                return 2;
            }
            var line = new NodeLine(URI.create(options.get("node")), token, path(options, "ca"));
            return new AddingFiles(line, options.getOrDefault("request", ""), options.containsKey("sealed-only"), out).add(paths) ? 0 : 1;
        } catch (NodeLine.Refusal e) {
            out.println("Refused: " + e.getMessage());
        } catch (IOException | IllegalArgumentException e) {
            out.println("Not done: " + e.getMessage());
        }
        return 1;
    }

    private static @Nullable String token(Map<String, String> options) throws IOException {
        var file = path(options, "token-file");
        return file == null ? System.getenv("COMITY_TOKEN") : Files.readString(file).strip();
    }

    private static @Nullable Path path(Map<String, String> options, String name) {
        var value = options.get(name);
        return value == null ? null : Path.of(value);
    }

    private static int help(PrintStream out) {
        out.print(HELP);
        return 2;
    }
}
