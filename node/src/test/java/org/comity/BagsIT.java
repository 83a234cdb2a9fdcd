package org.comity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.comity.database.PracticeDatabase;
import org.comity.directory.PracticeNetwork;
import org.comity.evidence.EvidenceCommand;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Two whole nodes between which no line works: request, delivery, evidence and receipt travel in bags on a disk, by the
 * page and by the command.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(Chromium.class)
class BagsIT {

    private static final int OPERATOR = 18780;
    private static final String DELIVERY = """
            {"type": "deliver", "body": {"items": ["%s"], "executedBy": "Court of Ostera", "record": "Disclosed on order.",
              "certificate": "none"}, "facts": {"part": "whole"}}
            """;

    private final Map<String, String> tokens = new HashMap<>();

    private Path home;

    private EmbeddedNode a;
    private EmbeddedNode b;

    @BeforeAll
    void start() throws Exception {
        home = TemporaryFolders.folder("bags");
        var network = PracticeNetwork.lay(home, 2, OPERATOR);
        for (var node : network.nodes()) {
            // Each listens where the other does not look.
            var config = Files.readString(node.config());
            var moved = config.replace("as4.port: " + (node.port() + 1000), "as4.port: " + (node.port() + 1100))
                    .replace("transfer.port: " + (node.port() + 2000), "transfer.port: " + (node.port() + 2100));
            assertThat(moved).isNotEqualTo(config);
            Files.writeString(node.config(), moved);
        }
        a = new EmbeddedNode(network.nodes().getFirst().config(), PracticeDatabase.propertiesOfANode());
        b = new EmbeddedNode(network.nodes().getLast().config(), PracticeDatabase.propertiesOfANode());
        a.warm();
        b.warm();
    }

    @AfterAll
    void stop() {
        if (a != null) a.close();
        if (b != null) b.close();
    }

    @Test
    void a_whole_thread_goes_to_and_fro_on_a_disk() throws Exception {
        var reference = leaves(1, post(1, "duty-officer", "/drafts", Programs.EVIDENCE), "lawyer");
        try (var custodian = SeatedChair.sit(Chromium.browser(), node(1), "custodian", "en", 1440, true);
                var officer = SeatedChair.sit(Chromium.browser(), node(1), "duty-officer", "en", 1440, true);
                var theirs = SeatedChair.sit(Chromium.browser(), node(2), "custodian", "ar", 320, false)) {
            custodian.open("/evidence/disk", "disk");
            custodian.fill("request", reference);
            custodian.press("#out button", "disk-out");
            custodian.waitForText("/evidence/disk", "The bag is whole");
            var asked = carried(1, 2);

            theirs.open("/evidence/disk", "disk-bag");
            theirs.press("#in form button", "disk-in");
            theirs.waitFor("/evidence/disk", "#works:not(:has(a[href='/evidence/disk#works'])) li bdi");
            assertThat(state(2, reference)).isEqualTo("Requested");
            assertThat(state(1, reference)).as("no line carries the entry").isEqualTo("Sent");
            // Again: what is here is passed over.
            assertThat(evidence(2, 0, "bag", "in", asked))
                    .contains("acts-here 1", "Done.")
                    .doesNotContain("acts-taken");

            byte[] log = "203.0.113.44;2026-11-19".repeat(50_000).getBytes(StandardCharsets.UTF_8);
            Files.write(home.resolve("traffic.csv"), log);
            assertThat(evidence(2, 0, "add", home.resolve("traffic.csv").toString(), "--request", reference))
                    .contains("All are sealed");
            String item = JsonPath.read(get(2, "custodian", "/evidence?request=" + reference), "$.items[0].id");
            leaves(
                    2,
                    post(2, "duty-officer", "/requests/" + reference + "/drafts", DELIVERY.formatted(item)),
                    "second-officer");
            assertThat(evidence(2, 0, "bag", "out", "--request", reference)).contains("written", "Done.");
            var answer = carried(2, 1);

            refusedWhenChanged(answer);
            custodian.open("/evidence/disk");
            custodian.press("#in li:has-text('" + answer + "') button", "disk-brought-in");
            custodian.waitForText("/evidence/disk", "Entries of the register taken");
            officer.waitFor("/requests/" + reference, "#prepared form button");
            assertThat(state(1, reference)).isEqualTo("Delivered");
            assertThat(register(1, reference)).isEqualTo(register(2, reference)).hasSize(2);
            officer.press("#prepared form button", "bag-matched");
            officer.press("button[name=method][value=practice]", "bag-matched-sent");

            // What was delivered leaves within its use, on a disk too.
            custodian.open("/evidence/disk");
            custodian.fill("request", reference);
            custodian.press("#out button", "disk-use");
            assertThat(custodian.path()).endsWith("/export");
            custodian.tick("use", "stated");
            custodian.fill("words", "To the State that gave it");
            custodian.press("main form[action='/evidence/disk/out'] button");
            await().atMost(Duration.ofMinutes(1)).until(() -> bags(1).size() == 2);
            evidence(2, 0, "bag", "in", carried(1, 2));
            assertThat(get(2, "duty-officer", "/requests/" + reference)).contains("\"matched\"");
            assertThat(register(2, reference)).hasSize(3);
        }
    }

    /** One byte of an act: named, and nothing is kept. */
    private void refusedWhenChanged(String bag) throws Exception {
        try (var acts = Files.list(disk(1).resolve(bag).resolve("data/thread/acts"))) {
            var act = acts.sorted().findFirst().orElseThrow();
            byte[] right = Files.readAllBytes(act);
            byte[] changed = right.clone();
            changed[changed.length / 2] ^= 1;
            Files.write(act, changed, StandardOpenOption.TRUNCATE_EXISTING);
            assertThat(evidence(1, 1, "bag", "in", bag))
                    .contains("NOT", act.getFileName().toString(), "bag-hash");
            assertThat(evidence(1, 0, "bag", "list")).contains("BAG", bag);
            Files.write(act, right, StandardOpenOption.TRUNCATE_EXISTING);
        }
    }

    /** The newest bag that this State made, copied to the other's disk; its name. */
    private String carried(int from, int to) throws IOException {
        var bag = bags(from).getLast();
        try (var files = Files.walk(disk(from).resolve(bag))) {
            for (var each : (Iterable<Path>) files::iterator) {
                var there = disk(to).resolve(disk(from).relativize(each));
                if (Files.isDirectory(each)) Files.createDirectories(there);
                else Files.copy(each, there);
            }
        }
        return bag;
    }

    private List<String> bags(int state) throws IOException {
        try (var found = Files.list(disk(state))) {
            return found.filter(it -> Files.exists(it.resolve("bagit.txt")))
                    .map(it -> it.getFileName().toString())
                    .filter(it -> it.contains(state == 1 ? "-XA-1-" : "-XB-1-"))
                    .sorted()
                    .toList();
        }
    }

    private Path disk(int state) {
        return home.resolve(state == 1 ? "xa-1" : "xb-1").resolve("disk");
    }

    private static String node(int state) {
        return "http://localhost:" + (OPERATOR + state);
    }

    private String evidence(int state, int code, String... arguments) throws IOException {
        var token = Files.writeString(home.resolve("token" + state), token(state, "custodian"));
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--node", node(state), "--token-file", token.toString()));
        var out = new ByteArrayOutputStream();
        int ended = EvidenceCommand.run(all, new PrintStream(out, true, StandardCharsets.UTF_8));
        var said = out.toString(StandardCharsets.UTF_8);
        assertThat(ended).as(said).isEqualTo(code);
        return said;
    }

    private String state(int state, String reference) throws Exception {
        return JsonPath.read(get(state, "duty-officer", "/requests/" + reference), "$.request.state");
    }

    private List<String> register(int state, String reference) throws Exception {
        return JsonPath.read(get(state, "duty-officer", "/requests/" + reference + "/entries"), "$.entries[*].hash");
    }

    /** Submitted by the duty officer, approved by another. */
    private String leaves(int state, String draft, String approver) throws Exception {
        var path = "/drafts/" + JsonPath.read(draft, "$.id");
        var version = "{\"version\": " + JsonPath.read(draft, "$.version") + "}";
        var submitted = post(state, "duty-officer", path + "/submission", version);
        post(state, approver, path + "/approval", "{\"method\": \"practice\"}");
        return JsonPath.read(submitted, "$.reference");
    }

    private String get(int state, String duty, String path) throws Exception {
        return send(request(state, duty, path).build());
    }

    private String post(int state, String duty, String path, String body) throws Exception {
        return send(request(state, duty, path)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    private HttpRequest.Builder request(int state, String duty, String path) {
        return HttpRequest.newBuilder(URI.create(node(state) + "/api/v1" + path))
                .header("Authorization", "Bearer " + token(state, duty));
    }

    private String token(int state, String duty) {
        return tokens.computeIfAbsent(state + duty, it -> Programs.made(node(state), duty));
    }

    private static String send(HttpRequest request) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode())
                    .as(request.uri() + " " + answer.body())
                    .isLessThan(300);
            return answer.body();
        }
    }
}
