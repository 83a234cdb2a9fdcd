package org.comity.proof.lots;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.comity.proof.form.CommandLine;
import org.comity.proof.form.MachineLanguage;

/** Runs the command {@code lots}: commits to a list, draws who reviews whom, or draws again what was published. */
public final class LotsCommand {

    private static final String USAGE = """
            Usage: lots FILE --secret HEX
                   lots FILE --secret HEX --commitment HEX --randomness TEXT [--result HEX]

              FILE          a line for each State: its code and its region, parted by a comma
              --secret      32 bytes in hexadecimal digits; kept until the draw, then published
              --commitment  as it was published before; without it, it is printed and nothing is drawn
              --randomness  the public value that was named when the commitment was published
              --result      as it was published after a draw: is it the same?

            Exit code: 0 drawn, or the same; 1 not what was published; 2 the command could not be carried out.
            """;
    private static final Pattern LINE = Pattern.compile("([A-Z][A-Z0-9-]{1,11}),([A-Za-z][A-Za-z0-9-]{0,39})");
    private static final int LARGEST = 1 << 20;
    private static final Set<String> OPTIONS = Set.of("secret", "commitment", "randomness", "result");

    private LotsCommand() {}

    public static void main(String[] arguments) {
        MachineLanguage.ignore();
        System.exit(run(arguments, System.out, System.err));
    }

    /** @return the exit code */
    public static int run(String[] arguments, PrintStream out, PrintStream errors) {
        try {
            return draw(arguments, out);
        } catch (IOException e) {
            errors.println("Cannot read: " + e.getMessage());
        } catch (IllegalArgumentException e) {
            errors.println(e.getMessage());
            errors.print(USAGE);
        }
        return 2;
    }

    private static int draw(String[] arguments, PrintStream out) throws IOException {
        var options = CommandLine.read(List.of(arguments), 1, OPTIONS, Set.of());
        if (options.words().isEmpty()) {
            throw new IllegalArgumentException("Name the file");
        }
        var lots = ReviewLots.of(read(Path.of(options.words().getFirst())));
        var secret = HexFormat.of().parseHex(options.get("secret", ""));
        var commitment = lots.commitment(secret);
        if (!options.has("commitment")) {
            out.println("commitment " + commitment);
            return 0;
        }
        if (!commitment.equalsIgnoreCase(options.get("commitment", "").strip())) {
            out.println("The list or the secret is not what was committed to: " + commitment);
            return 1;
        }
        var randomness = options.get("randomness", "");
        if (randomness.isBlank()) {
            throw new IllegalArgumentException("Name the public value (--randomness)");
        }
        var drawn = lots.draw(secret, randomness);
        drawn.forEach(it -> out.println(it.state() + "," + it.sameRegion() + "," + it.otherRegion()));
        var result = ReviewLots.result(drawn);
        out.println("result " + result);
        return options.has("result") ? compared(result, options.get("result", ""), out) : 0;
    }

    private static int compared(String drawn, String published, PrintStream out) {
        boolean same = drawn.equalsIgnoreCase(published.strip());
        out.println(
                same
                        ? "This is the same as what was published."
                        : "This is NOT what was published: %s. From this list, this secret and this public value come the pairs above."
                                .formatted(published.strip()));
        return same ? 0 : 1;
    }

    private static Map<String, String> read(Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new IllegalArgumentException("The file is larger than 1 MB");
        }
        var regions = new TreeMap<String, String>();
        for (var line : Files.readAllLines(file)) {
            if (line.isBlank()) {
                continue;
            }
            var found = LINE.matcher(line.strip());
            if (!found.matches() || regions.put(found.group(1), found.group(2)) != null) {
                throw new IllegalArgumentException("Not a State and its region, or twice: " + line);
            }
        }
        return regions;
    }
}
