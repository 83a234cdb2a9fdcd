package org.comity.directory;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.comity.proof.Malformed;
import org.comity.proof.form.CommandLine;
import org.comity.vocabulary.CommandFailure;

/** {@code comity network begin|open|… --home FOLDER …}: a network from nothing, at the Secretariat's node. */
public final class NetworkCommand {

    public static final String HELP = """
            comity network begin --home FOLDER --name NAME --participant XS-1 --recovery FOLDER
                                 --address https://secretariat.example [--hosts secretariat.example,…]
                                 [--port 8440] [--as4-port 9440] [--practice true]
            comity network open  --home FOLDER
            """ + OperatorsCommand.HELP;

    private static final Set<String> OPTIONS = Set.of(
            "home",
            "name",
            "participant",
            "recovery",
            "address",
            "hosts",
            "port",
            "as4-port",
            "practice",
            "operators",
            "threshold",
            "to",
            "keys",
            "change",
            "root",
            "operator",
            "accept");

    private NetworkCommand() {}

    /** @return the process's exit code */
    public static int run(String[] arguments, PrintStream out) {
        return run(arguments, out, Clock.systemUTC());
    }

    static int run(String[] arguments, PrintStream out, Clock clock) {
        try {
            return step(arguments, out, clock);
        } catch (CommandLine.WrongUse e) {
            out.printf("Not done: %s.%n%s", e.getMessage(), HELP);
            return 2;
        } catch (Malformed e) {
            out.println("Refused: a file is not as it must be (%s)".formatted(e.getMessage()));
        } catch (IOException | RuntimeException e) {
            out.println(CommandFailure.told(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 1;
    }

    private static int step(String[] arguments, PrintStream out, Clock clock) throws IOException, InterruptedException {
        var options = CommandLine.read(List.of(arguments), 1, OPTIONS, Set.of());
        var operators = new OperatorsCommand(options, out, clock);
        switch (options.words().isEmpty() ? "" : options.words().getFirst()) {
            case "begin" -> begin(beginning(options, clock), options, out);
            case "open" -> open(beginning(options, clock), out);
            case "key" -> operators.key();
            case "change" -> operators.change();
            case "countersign" -> operators.countersign();
            case "take" -> operators.take();
            case "cosign" -> operators.cosign();
            default -> {
                out.print(HELP);
                return 2;
            }
        }
        return 0;
    }

    private static BeginningNetwork beginning(CommandLine options, Clock clock) {
        return new BeginningNetwork(Path.of(options.needed("home")), clock);
    }

    private static void begin(BeginningNetwork beginning, CommandLine options, PrintStream out) {
        var address = URI.create(options.needed("address"));
        var plan = new BeginningNetwork.Plan(
                options.needed("name"),
                Boolean.parseBoolean(options.get("practice", "false")),
                options.needed("participant"),
                List.of(options.get("hosts", "localhost").split(",")),
                options.number("port", 8440, 1, 65535),
                options.number("as4-port", 9440, 1, 65535),
                address);
        var root = beginning.begin(plan, Path.of(options.needed("recovery")));
        out.println("The network is begun: operator/root.json. Hand it to everybody who takes part.");
        out.println("Its fingerprint, to be read out: " + root.id());
        out.println("Keys, configuration (node.yaml) and a draft of the Secretariat's entry are made.");
        out.println("Take the recovery folder offline now: it also holds the only other copy of the key of the lists.");
        out.println("Then fill in entry-draft.json, run: comity onboard sign, and then: comity network open");
    }

    private static void open(BeginningNetwork beginning, PrintStream out) {
        var signed = beginning.open();
        out.println("The first list is signed; it names the Secretariat alone.");
        out.println("Its fingerprint: " + signed.list().hash());
        out.println("Start the node within seven days. Two of its officers admit each State on the page Admissions.");
    }
}
