package org.comity.evidence;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.comity.evidence.laboratory.NodeLine;
import org.jspecify.annotations.Nullable;

/**
 * What a command that speaks to a node is told.
 *
 * @param plain what stands without a name, in order
 * @param named by its name; a flag has the value {@code true}
 */
record NodeOptions(List<String> plain, Map<String, String> named) {

    private static final Set<String> ALWAYS = Set.of("node", "token-file", "ca");

    /** Empty if something is not understood, or no node is named. */
    static Optional<NodeOptions> read(List<String> arguments, Set<String> options, Set<String> flags) {
        var plain = new ArrayList<String>();
        var named = new HashMap<String, String>();
        for (int i = 0; i < arguments.size(); i++) {
            var each = arguments.get(i);
            var name = each.startsWith("--") ? each.substring(2) : "";
            if (name.isEmpty()) {
                plain.add(each);
            } else if (flags.contains(name)) {
                named.put(name, "true");
            } else if ((options.contains(name) || ALWAYS.contains(name)) && i + 1 < arguments.size()) {
                named.put(name, arguments.get(++i));
            } else {
                return Optional.empty();
            }
        }
        return named.containsKey("node") ? Optional.of(new NodeOptions(List.copyOf(plain), named)) : Optional.empty();
    }

    String get(String name) {
        return named.getOrDefault(name, "");
    }

    boolean flag(String name) {
        return named.containsKey(name);
    }

    @Nullable
    Path path(String name) {
        var value = named.get(name);
        return value == null ? null : Path.of(value);
    }

    /** @throws IllegalArgumentException if no token is given */
    NodeLine line() throws IOException {
        var file = path("token-file");
        var token = file == null
                ? System.getenv("COMITY_TOKEN")
                : Files.readString(file).strip();
        if (token == null || token.isEmpty()) {
            throw new IllegalArgumentException(
                    "A token is missing: make one under /me and name its file with --token-file.");
        }
        return new NodeLine(URI.create(get("node")), token, path("ca"));
    }
}
