package org.comity.sealing;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.comity.vocabulary.CommandFailure;

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

    private final ComparisonSteps steps = new ComparisonSteps(new SecureRandom());
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
            out.println(CommandFailure.told(e));
        }
        return 1;
    }

    private void begin() throws IOException {
        var offer = steps.offer(Files.readAllLines(file("identifiers")));
        sent(offer);
        out.printf(
                "%d identifiers are blinded. Send %s with a signed act.%n",
                offer.kept().entries().size(), file("send"));
    }

    private void answer() throws IOException {
        var answer = steps.answer(received(), Files.readAllLines(file("identifiers")));
        sent(answer);
        out.printf(
                "They compare %d identifiers with %d of yours. Send %s with a signed act.%n",
                answer.theirs(), answer.kept().entries().size(), file("send"));
    }

    private void sent(ComparisonSteps.Sent step) throws IOException {
        free();
        ComparisonFile.keep(file("keep"), step.kept());
        Files.write(file("send"), step.file(), StandardOpenOption.CREATE_NEW);
    }

    /** What is kept goes before anything leaves: who fails here begins anew, with another secret. */
    private void finish() throws IOException {
        var learned = steps.finish(ComparisonFile.kept(file("keep")), received());
        free();
        Files.delete(file("keep"));
        Files.write(file("send"), learned.last(), StandardOpenOption.CREATE_NEW);
        told(learned);
        out.printf("They learn the same once you send %s with a signed act.%n", file("send"));
    }

    private void learn() throws IOException {
        var learned = steps.learn(ComparisonFile.kept(file("keep")), received());
        Files.delete(file("keep"));
        told(learned);
    }

    private void told(ComparisonSteps.Learned learned) {
        out.printf(
                "In both lists: %d, of %d of ours and %d of theirs.%n",
                learned.both().size(), learned.ours(), learned.theirs());
        learned.both().forEach(out::println);
    }

    private byte[] received() throws IOException {
        return ComparisonFile.bytes(file("received"));
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
