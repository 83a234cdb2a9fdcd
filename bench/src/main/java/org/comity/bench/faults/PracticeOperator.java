package org.comity.bench.faults;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.comity.directory.CeremonyKeys;
import org.comity.directory.DirectoryList;
import org.comity.directory.SignedParticipantEntry;
import org.comity.directory.SignedRevocation;
import org.comity.proof.form.CanonicalJson;

/**
 * A directory operator with the practice network's own key that can be made to lie. Each node asks under a path of its
 * own, so that two can be told different things.
 */
final class PracticeOperator implements AutoCloseable {

    private final CeremonyKeys keys;
    private final HttpServer server;
    private final Map<String, SignedParticipantEntry> admitted = new TreeMap<>();
    private final List<SignedRevocation> revocations = new ArrayList<>();
    private final List<DirectoryList.Signed> lists = new ArrayList<>();
    private final Map<String, DirectoryList.Signed> lies = new HashMap<>();

    PracticeOperator(Path home, int port, List<String> ids) throws IOException {
        this.keys = new CeremonyKeys(home.resolve("operator/keys"));
        lists.add(DirectoryList.Signed.read(Files.readAllBytes(home.resolve("operator/list.json"))));
        for (var id : ids) {
            admitted.put(id, SignedParticipantEntry.read(Files.readAllBytes(entry(home, id))));
        }
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    static Path entry(Path home, String id) {
        return home.resolve(id.toLowerCase(java.util.Locale.ROOT)).resolve("directory/entry.json");
    }

    /** @return the sequence of the list that names it */
    synchronized long admit(SignedParticipantEntry entry) {
        admitted.put(entry.entry().id(), entry);
        return publish();
    }

    synchronized void revoke(SignedRevocation revocation) {
        revocations.add(revocation);
    }

    /** The next list, for everybody. */
    synchronized long publish() {
        var last = lists.getLast().list();
        lists.add(list(last.sequence() + 1, last.hash(), now()));
        return last.sequence() + 1;
    }

    /** Leaves one number out, as an operator does whose last list was not the same for all. */
    synchronized long publishAfterFork() {
        publish();
        return publish();
    }

    /** Everybody is told the first list again. */
    synchronized void rollBack() {
        admitted.keySet().forEach(it -> lies.put(it, lists.getFirst()));
    }

    /** A second list with the number of the next one; only this node is told it. @return that number */
    synchronized long fork(String node) {
        var last = lists.getLast().list();
        var lie = list(last.sequence() + 1, last.hash(), now().minusSeconds(60));
        lies.put(node, lie);
        return publish();
    }

    synchronized void honest() {
        lies.clear();
    }

    private DirectoryList.Signed list(long sequence, String previous, Instant issued) {
        var lines = admitted.values().stream().map(DirectoryList.Line::of).toList();
        return new DirectoryList(
                        lists.getFirst().list().network(),
                        sequence,
                        previous,
                        issued,
                        issued.plus(DirectoryList.VALIDITY),
                        lines)
                .sign(keys.key("entry"));
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            var path = exchange.getRequestURI().getPath().split("/");
            var node = path[1].toUpperCase(java.util.Locale.ROOT);
            byte[] body = switch (path[3]) {
                case "list" -> lies.getOrDefault(node, lists.getLast()).json();
                case "revocations" ->
                    CanonicalJson.write(Map.of(
                            "revocations",
                            revocations.stream()
                                    .map(it -> CanonicalJson.read(it.json()))
                                    .toList()));
                case "entries" ->
                    path.length < 5
                            ? CanonicalJson.write(Map.of("admitted", false))
                            : Objects.requireNonNull(admitted.get(path[4]), path[4])
                                    .json();
                default -> throw new IOException("what is " + path[3] + "?");
            };
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
