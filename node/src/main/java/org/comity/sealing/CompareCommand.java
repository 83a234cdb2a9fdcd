package org.comity.sealing;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.comity.sealing.ComparisonFile.Entry;
import org.comity.sealing.ComparisonFile.Kept;

/**
 * {@code comity compare begin|answer|finish|learn}: compares identifiers with another State blindly. Its files travel with signed
 * acts; what it keeps stays here and is deleted at the end, so that a secret serves one comparison.
 */
public final class CompareCommand {

    public static final String HELP = """
            comity compare begin  --identifiers LIST --keep FILE --send FILE
            comity compare answer --identifiers LIST --received FILE --keep FILE --send FILE
            comity compare finish --keep FILE --received FILE --send FILE
            comity compare learn  --keep FILE --received FILE
              LIST  one account, address or device a line, at most 50
              --keep  a file that never leaves: it holds your list and the secret, and is deleted at the end
            """;

    private static final Map<String, Set<String>> NEEDED = Map.of(
            "begin", Set.of("identifiers", "keep", "send"),
            "answer", Set.of("identifiers", "received", "keep", "send"),
            "finish", Set.of("keep", "received", "send"),
            "learn", Set.of("keep", "received"));

    private final SecureRandom random = new SecureRandom();
    private final Map<String, Path> files;
    private final PrintStream out;

    private CompareCommand(Map<String, Path> files, PrintStream out) {
        this.files = files;
        this.out = out;
    }

    /** @return the process's exit code: 1 if it was refused or a file is not right, 2 if it cannot be understood */
    public static int run(List<String> arguments, PrintStream out) {
        var step = arguments.isEmpty() ? "" : arguments.getFirst();
        var files = new HashMap<String, Path>();
        for (int i = 1; i + 1 < arguments.size(); i += 2) {
            files.put(arguments.get(i).replaceFirst("^--", ""), Path.of(arguments.get(i + 1)));
        }
        if (!NEEDED.containsKey(step)
                || !files.keySet().equals(NEEDED.get(step))
                || arguments.size() != 1 + 2 * files.size()) {
            out.print(HELP);
            return 2;
        }
        var command = new CompareCommand(files, out);
        try {
            switch (step) {
                case "begin" -> command.begin();
                case "answer" -> command.answer();
                case "finish" -> command.finish();
                default -> command.learn();
            }
            return 0;
        } catch (BlindComparisonRefused e) {
            out.println("Refused, and nothing was compared or written: " + e.told());
        } catch (IOException e) {
            out.println("Not done: " + e.getMessage());
        }
        return 1;
    }

    private void begin() throws IOException {
        var entries = ComparisonFile.entries(file("identifiers"));
        free();
        var number = new byte[32];
        random.nextBytes(number);
        var context = HexFormat.of().formatHex(number);
        var side = BlindComparison.begin(context, ComparisonFile.compared(entries), random);
        kept(side, context, 1, entries, List.of());
        ComparisonFile.of(1, context, side.blinded(), List.of()).write(file("send"));
        out.printf("%d identifiers are blinded. Send %s with a signed act.%n", entries.size(), file("send"));
    }

    private void answer() throws IOException {
        var offer = ComparisonFile.read(file("received"), 1);
        var entries = ComparisonFile.entries(file("identifiers"));
        var side = BlindComparison.begin(offer.context(), ComparisonFile.compared(entries), random);
        var returned = side.again(offer.points());
        free();
        kept(side, offer.context(), 2, entries, returned);
        ComparisonFile.of(2, offer.context(), side.blinded(), returned).write(file("send"));
        out.printf(
                "They compare %d identifiers with %d of yours. Send %s with a signed act.%n",
                offer.points().size(), entries.size(), file("send"));
    }

    /** What is kept goes before anything leaves: who fails here begins anew, with another secret. */
    private void finish() throws IOException {
        var answer = ComparisonFile.read(file("received"), 2);
        var kept = expected(answer, 1);
        var side = side(kept);
        var theirs = side.again(answer.points());
        var both = side.matches(answer.returned(), theirs);
        free();
        Files.delete(file("keep"));
        ComparisonFile.of(3, kept.context(), List.of(), theirs).write(file("send"));
        told(kept, both, answer.points().size());
        out.printf("They learn the same once you send %s with a signed act.%n", file("send"));
    }

    private void learn() throws IOException {
        var last = ComparisonFile.read(file("received"), 3);
        var kept = expected(last, 2);
        var both = side(kept).matches(last.returned(), kept.returned());
        Files.delete(file("keep"));
        told(kept, both, kept.returned().size());
    }

    private void told(Kept kept, Set<String> both, int theirs) {
        out.printf(
                "In both lists: %d, of %d of ours and %d of theirs.%n",
                both.size(), kept.entries().size(), theirs);
        kept.entries().stream()
                .filter(it -> both.contains(it.compared()))
                .map(Entry::typed)
                .forEach(out::println);
    }

    private Kept expected(ComparisonFile received, int after) throws IOException {
        var kept = ComparisonFile.kept(file("keep"));
        if (!kept.context().equals(received.context())) throw new BlindComparisonRefused("context", 0);
        if (kept.step() != after) throw new BlindComparisonRefused("step", received.step());
        return kept;
    }

    private static BlindComparison side(Kept kept) {
        return BlindComparison.resume(
                kept.context(),
                ComparisonFile.compared(kept.entries()),
                HexFormat.of().parseHex(kept.secret()));
    }

    private void kept(BlindComparison side, String context, int step, List<Entry> entries, List<String> returned)
            throws IOException {
        var secret = HexFormat.of().formatHex(side.secret());
        ComparisonFile.keep(file("keep"), new Kept(context, step, secret, entries, returned));
    }

    /** Before a secret is written, and never where what is sent will be: nobody sends the one for the other. */
    private void free() throws IOException {
        var send = file("send");
        if (send.toAbsolutePath()
                        .normalize()
                        .equals(file("keep").toAbsolutePath().normalize())
                || Files.exists(send)) {
            throw new FileAlreadyExistsException(send.toString());
        }
    }

    private Path file(String name) {
        return Objects.requireNonNull(files.get(name));
    }
}
