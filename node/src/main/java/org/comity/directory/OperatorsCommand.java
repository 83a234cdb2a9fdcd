package org.comity.directory;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.comity.proof.Malformed;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.form.CommandLine;
import org.comity.sealing.KeyCeremony;
import org.comity.vocabulary.WholeAnswer;

/** {@code comity network key|change|countersign|take|cosign …}: several operators, so many of whom must sign each list. */
final class OperatorsCommand {

    static final String HELP = """
            comity network key   --home FOLDER --recovery FOLDER
            comity network change --home OPERATOR-FOLDER --operators own,b.pub,… --threshold 2 --to change.json
            comity network countersign --keys KEY-FOLDER --change change.json
            comity network take  --home OPERATOR-FOLDER --change change.json
            comity network cosign --keys KEY-FOLDER --root root.json --operator URL [--accept HASH]
            """;

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String KEYS = "keys";

    /** In the place of a file: whoever writes the change. */
    private static final String OWN = "own";

    private final CommandLine options;
    private final PrintStream out;
    private final Clock clock;

    OperatorsCommand(CommandLine options, PrintStream out, Clock clock) {
        this.options = options;
        this.out = out;
        this.clock = clock;
    }

    /** An operator's own key; it signs lists and changes, and nothing else. */
    void key() throws IOException {
        var home = path("home");
        var keys = home.resolve(KEYS);
        new KeyCeremony(clock)
                .prepare(
                        new KeyCeremony.Plan(BeginningNetwork.COLLATING, List.of("localhost"), keys, path("recovery")));
        var key = DirectorySignatures.text(
                new CeremonyKeys(keys).certificate("entry").getPublicKey());
        Files.writeString(home.resolve("operator.pub"), key + "\n");
        out.println("Made: operator.pub. Hand it to whoever collates the list, and read it out by phone.");
        out.println("Take the recovery folder offline now.");
    }

    void change() throws IOException {
        var home = path("home");
        var keys = new CeremonyKeys(home.resolve(KEYS));
        var publics = new ArrayList<String>();
        for (var file : options.needed("operators").split(",")) {
            publics.add(
                    file.equals(OWN)
                            ? DirectorySignatures.text(keys.certificate("entry").getPublicKey())
                            : Files.readString(Path.of(file)).strip());
        }
        var next = new Operators(publics, number("threshold"));
        var change = OperatorsChange.after(
                        root(home.resolve("root.json")),
                        OperatorsChange.kept(home),
                        next,
                        clock.instant().truncatedTo(ChronoUnit.MILLIS))
                .sign(keys.certificate("entry").getPublicKey(), keys.key("entry"));
        whole(path("to"), change.json());
        tell(change);
        out.println("Each of those who signed until now countersigns it; then: comity network take");
    }

    void countersign() throws IOException {
        var file = path("change");
        var change = OperatorsChange.read(Files.readAllBytes(file));
        var keys = new CeremonyKeys(path("keys"));
        var signed = change.sign(keys.certificate("entry").getPublicKey(), keys.key("entry"));
        whole(file, signed.json());
        tell(signed);
    }

    void take() throws IOException {
        var home = path("home");
        var changes = new ArrayList<>(OperatorsChange.kept(home));
        var change = OperatorsChange.read(Files.readAllBytes(path("change")));
        changes.add(change);
        if (changes.size() > OperatorsChange.MOST
                || OperatorsChange.last(root(home.resolve("root.json")), changes)
                        .isEmpty()) {
            throw new IllegalStateException(
                    "too few of those who sign now have signed this change, or it does not follow the last one; nothing was changed");
        }
        var folder = Files.createDirectories(home.resolve(OperatorsChange.FOLDER));
        whole(folder.resolve(changes.size() + ".json"), change.json());
        tell(change);
        out.println("Taken. Start the node again: the next list waits for their signatures.");
    }

    /** Signs what waits, after a look at what differs from the list in force. */
    void cosign() throws IOException, InterruptedException {
        var base = options.needed("operator").replaceAll("/+$", "");
        var root = root(path("root"));
        try (var client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            var list = answered(client, base + "/directory/list");
            if (list.statusCode() == 404) throw new IOException("no directory answers at " + base);
            var inForce = DirectoryList.Signed.read(list.body());
            var proposed = answered(client, base + "/directory/proposed");
            if (proposed.statusCode() == 404) {
                out.println("Nothing waits for a signature.");
                return;
            }
            var waiting = DirectoryList.Signed.read(proposed.body());
            var signature = signature(root, inForce, waiting);
            var answer = send(
                    client,
                    HttpRequest.newBuilder(URI.create(base + "/directory/signatures"))
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofByteArray(
                                    new Cosignature(waiting.list().hash(), signature).json())));
            if (answer.statusCode() != 200) {
                throw refused(answer, base, waiting.list().hash());
            }
            var said = CanonicalJson.read(answer.body());
            out.printf("Signed: %s of %s signatures are there.%n", said.get("signatures"), said.get("needed"));
        }
    }

    Operators.Signature signature(Network root, DirectoryList.Signed inForce, DirectoryList.Signed waiting) {
        var next = waiting.list();
        if (!inForce.signedFor(root)
                || !next.network().equals(root.id())
                || !next.previous().equals(inForce.list().hash())
                || next.sequence() != inForce.list().sequence() + 1
                || !waiting.knowsChangesOf(inForce)
                || OperatorsChange.last(root, waiting.changes()).isEmpty()) {
            throw new IllegalStateException("what waits does not follow the list in force. Ring whoever collates it");
        }
        var differs = differs(inForce.list(), next);
        if (!differs.isEmpty() && !next.hash().equals(options.get("accept"))) {
            differs.forEach(out::println);
            throw new IllegalStateException(
                    "the list changes who takes part. If that is right, run it again with --accept " + next.hash());
        }
        var keys = new CeremonyKeys(path("keys"));
        return next.sign(keys.certificate("entry").getPublicKey(), keys.key("entry"));
    }

    private static List<String> differs(DirectoryList before, DirectoryList after) {
        Function<DirectoryList, Map<String, String>> byId = it -> it.lines().stream()
                .collect(Collectors.toMap(
                        DirectoryList.Line::id, line -> "%d %s".formatted(line.version(), line.hash())));
        var had = byId.apply(before);
        var has = byId.apply(after);
        var all = new TreeSet<>(had.keySet());
        all.addAll(has.keySet());
        return all.stream()
                .filter(it -> !has.getOrDefault(it, "").equals(had.getOrDefault(it, "")))
                .map(it -> "%s: %s -> %s"
                        .formatted(it, had.getOrDefault(it, "not there"), has.getOrDefault(it, "dropped")))
                .toList();
    }

    private void tell(OperatorsChange change) {
        out.printf(
                "Change %d: %d of %d sign each list. Signatures under it: %d.%n",
                change.number(),
                change.operators().threshold(),
                change.operators().keys().size(),
                change.signatures().size());
        change.operators().keys().forEach(it -> out.println("  " + it));
    }

    /** Whole or not at all: with half a change the node does not start, and what others signed is lost. */
    private static void whole(Path file, byte[] content) throws IOException {
        var beside = file.resolveSibling(file.getFileName() + ".new");
        Files.write(beside, content);
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private Path path(String option) {
        return Path.of(options.needed(option));
    }

    private int number(String option) {
        options.needed(option);
        return options.number(option, 1, 1, Operators.MOST);
    }

    private static Network root(Path file) throws IOException {
        return Network.read(Files.readAllBytes(file));
    }

    /** With the code that the directory gives; whatever stands before it answers in its own words. */
    private static EntryRefused refused(HttpResponse<byte[]> answer, String base, String list) throws IOException {
        try {
            if (CanonicalJson.read(answer.body()).get("code") instanceof String code)
                return new EntryRefused(code, list);
        } catch (Malformed notTheDirectory) {
            // Told below, by its status.
        }
        throw new IOException("%s answers %d".formatted(base, answer.statusCode()));
    }

    /** 200 or 404. */
    private static HttpResponse<byte[]> answered(HttpClient client, String address)
            throws IOException, InterruptedException {
        var answer = send(client, HttpRequest.newBuilder(URI.create(address)).GET());
        if (answer.statusCode() != 200 && answer.statusCode() != 404) {
            throw new IOException("%s answers %d".formatted(address, answer.statusCode()));
        }
        return answer;
    }

    private static HttpResponse<byte[]> send(HttpClient client, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return WholeAnswer.to(
                request.timeout(PATIENCE).build(),
                client,
                BodyHandlers.limiting(BodyHandlers.ofByteArray(), DirectoryList.LARGEST),
                PATIENCE);
    }
}
