package org.comity.evidence;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.evidence.laboratory.NodeLine;
import org.comity.proof.form.CommandLine;

/** Reads what a command is told that speaks to a node, and how to reach it. */
final class NodeOptions {

    private static final Set<String> ALWAYS = Set.of("node", "token-file", "ca");
    private static final Set<String> FLAGS = Set.of("sealed-only");

    private NodeOptions() {}

    static CommandLine read(List<String> arguments, Set<String> options) {
        var known = Stream.concat(ALWAYS.stream(), options.stream()).collect(Collectors.toSet());
        var read = CommandLine.read(arguments, Integer.MAX_VALUE, known, FLAGS);
        read.needed("node");
        return read;
    }

    static NodeLine line(CommandLine options) throws IOException {
        var file = options.get("token-file");
        var token = file == null
                ? System.getenv("COMITY_TOKEN")
                : Files.readString(Path.of(file)).strip();
        if (token == null || token.isEmpty()) {
            throw new IllegalArgumentException(
                    "A token is missing: make one under /me and name its file with --token-file.");
        }
        var authority = options.get("ca");
        return new NodeLine(URI.create(options.needed("node")), token, authority == null ? null : Path.of(authority));
    }
}
