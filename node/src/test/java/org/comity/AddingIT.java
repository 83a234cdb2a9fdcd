package org.comity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.comity.directory.PracticeNetwork;
import org.comity.evidence.EvidenceCommand;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Files that take long, over lines that drop and a node that is killed: from a browser, and by the laboratory's command. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(Chromium.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AddingIT {

    private static final int OPERATOR = 19250;
    private static final int XA = OPERATOR + 1;
    private static final String NODE = "http://localhost:" + XA;
    private static final int CHUNK = 65_536;

    /** More than the node may ever hold. */
    private static final int MEGABYTES = 1024;

    private static final int MOST_RESIDENT = 640_000;

    @TempDir
    private Path folder;

    private PracticeNetwork.Laid network;
    private NodeProcess node;
    private String token;

    @BeforeAll
    void start() throws Exception {
        network = PracticeNetwork.lay(TemporaryFolders.folder("adding"), 2, OPERATOR);
        run();
        token = Programs.made(NODE, "custodian");
    }

    private void run() throws IOException {
        node = new NodeProcess(network.nodes().getFirst().config(), "256m");
        await().atMost(Duration.ofMinutes(4)).until(() -> {
            assertThat(node.alive()).as(node.log()).isTrue();
            return answers();
        });
    }

    private static boolean answers() {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                                    HttpRequest.newBuilder(URI.create(NODE + "/sign-in"))
                                            .build(),
                                    BodyHandlers.discarding())
                            .statusCode()
                    < 500;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterAll
    void stop() throws Exception {
        if (node != null) node.close();
    }

    @Test
    @Order(1)
    void a_browser_goes_on_by_itself_when_the_line_drops() throws Exception {
        var file = made("dropped.img", 10_000_000);
        try (var line = new BreakingLine(XA, 4_000_000);
                var context = Chromium.browser().newContext()) {
            var page = custodian(context.newPage(), line.address());
            page.locator("#f-file").setInputFiles(file);
            page.locator("form[data-uploads] button").click();
            page.locator("#uploads a").waitFor();
            assertThat(line.broken()).isPositive();
            assertThat(page.locator("#told").textContent()).contains("dropped.img", "Sealed");
        }
        assertThat(only("dropped.img").get("sha256")).isEqualTo(sha256(file));
    }

    @Test
    @Order(2)
    void what_one_browser_began_another_ends() throws Exception {
        var file = made("moved.img", 12_000_000);
        try (var line = new BreakingLine(XA, 7_000_000).closedAfterABreak()) {
            try (var context = Chromium.browser().newContext()) {
                var page = custodian(context.newPage(), line.address());
                page.locator("#f-file").setInputFiles(file);
                page.locator("form[data-uploads] button").click();
                await().atMost(Duration.ofSeconds(60)).until(() -> line.broken() > 0);
            }
            line.mend();
            await().atMost(Duration.ofSeconds(60)).until(() -> stored("moved.img") > 5_000_000);
            assertThat(only("moved.img").get("state")).isEqualTo("adding");
            try (var context = Chromium.browser().newContext()) {
                var page = custodian(context.newPage(), line.address());
                page.locator("#f-file").setInputFiles(file);
                page.locator("form[data-uploads] button").click();
                page.locator("#uploads a").waitFor();
            }
        }
        assertThat(only("moved.img").get("sha256")).isEqualTo(sha256(file));
    }

    /** Two images of one name and size: what is here of the one is not gone on with by the other. */
    @Test
    @Order(3)
    void another_file_of_the_same_name_and_size_is_an_item_of_its_own() throws Exception {
        var first = made("twin.img", 12_000_000);
        try (var line = new BreakingLine(XA, 7_000_000).closedAfterABreak()) {
            try (var context = Chromium.browser().newContext()) {
                var page = custodian(context.newPage(), line.address());
                page.locator("#f-file").setInputFiles(first);
                page.locator("form[data-uploads] button").click();
                await().atMost(Duration.ofSeconds(60)).until(() -> line.broken() > 0);
            }
            line.mend();
            await().atMost(Duration.ofSeconds(60)).until(() -> stored("twin.img") > 5_000_000);
        }
        var other = Files.write(
                Files.createDirectories(folder.resolve("other")).resolve("twin.img"), random(12_000_000, 99));
        try (var context = Chromium.browser().newContext()) {
            var page = custodian(context.newPage(), NODE);
            assertThat(page.locator("#unfinished").textContent()).contains("twin.img", "Not finished");
            page.locator("#f-file").setInputFiles(other);
            page.locator("form[data-uploads] button").click();
            page.locator("#uploads a").waitFor();
        }
        assertThat(items("twin.img")).extracting(it -> it.get("sha256")).containsExactlyInAnyOrder(null, sha256(other));

        var begun = items("twin.img").stream()
                .filter(it -> it.get("sha256") == null)
                .findFirst()
                .orElseThrow();
        assertThat(tus("DELETE", "/" + begun.get("id"), "1.0.0", "0", "").statusCode())
                .isEqualTo(204);
        assertThat(tus("HEAD", "/" + begun.get("id"), "1.0.0", "0", "").statusCode())
                .isEqualTo(410);
        assertThat(tus("DELETE", "/" + begun.get("id"), "1.0.0", "0", "").statusCode())
                .isEqualTo(410);
        assertThat(command(0, "add", first.toString(), "--node", NODE)).contains("All are sealed.");
        assertThat(items("twin.img"))
                .extracting(it -> it.get("sha256"))
                .containsExactlyInAnyOrder(null, sha256(other), sha256(first));
    }

    /** A form without script does not say how large its files are. */
    @Test
    @Order(4)
    void the_command_ends_what_a_form_without_script_began() throws Exception {
        var file = made("form.img", 9_000_000);
        // Sent again by the browser itself, the form would put an item with less of the file in this one's place.
        try (var line = new BreakingLine(XA, 5_000_000).closedAfterABreak();
                var context =
                        Chromium.browser().newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            var page = custodian(context.newPage(), line.address());
            page.locator("#f-file").setInputFiles(file);
            page.locator("form[data-uploads] button")
                    .click(new com.microsoft.playwright.Locator.ClickOptions().setNoWaitAfter(true));
            await().atMost(Duration.ofSeconds(60)).until(() -> line.broken() > 0 && stored("form.img") > 2_000_000);
        }
        assertThat(items("form.img"))
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it.get("size")).isNull());
        assertThat(command(0, "add", file.toString(), "--node", NODE)).contains("goes on at byte", "All are sealed.");
        assertThat(items("form.img")).extracting(it -> it.get("sha256")).containsOnlyOnce(sha256(file));
    }

    @Test
    @Order(5)
    void the_command_brings_a_folder_with_its_tree_and_not_twice() throws Exception {
        var tree = Files.createDirectories(folder.resolve("seizure 7/صور"));
        Files.write(tree.resolve("a.jpg"), random(3_000_000, 1));
        Files.write(tree.resolve("empty"), new byte[0]);
        Files.write(tree.getParent().resolve("log.txt"), random(CHUNK, 2));
        try (var line = new BreakingLine(XA, 1_500_000)) {
            assertThat(command(0, "add", folder.resolve("seizure 7").toString(), "--node", line.address()))
                    .contains("3 files. All are sealed.", "the line dropped");
        }
        assertThat(only("a.jpg").get("folder")).isEqualTo("seizure 7/صور");
        assertThat(only("a.jpg").get("sha256")).isEqualTo(sha256(tree.resolve("a.jpg")));
        assertThat(only("empty").get("state")).isIn("sealed", "matched");
        assertThat(command(0, "add", folder.resolve("seizure 7").toString(), "--node", NODE))
                .contains("is there already, with the same fingerprint");
        for (var name : List.of("a.jpg", "empty")) {
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> only(name).get("state").equals("matched"));
        }
        taken(tree);
        only("log.txt");
    }

    /** Over a line that drops: what was adds up, under its name, in its folder. */
    private void taken(Path tree) throws Exception {
        var to = folder.resolve("for the court");
        var ids = List.of(
                only("a.jpg").get("id").toString(), only("empty").get("id").toString());
        try (var line = new BreakingLine(XA, 1_500_000)) {
            assertThat(command(0, "save", ids.get(0), ids.get(1), "--to", to.toString(), "--node", line.address()))
                    .contains("All are saved.", "the line dropped");
        }
        assertThat(to.resolve("seizure 7/صور/a.jpg")).hasSameBinaryContentAs(tree.resolve("a.jpg"));
        assertThat(to.resolve("seizure 7/صور/empty")).isEmptyFile();
        assertThat(Files.readAllLines(to.resolve("SHA256SUMS")))
                .containsExactly(
                        sha256(tree.resolve("a.jpg")) + "  seizure 7/صور/a.jpg",
                        sha256(tree.resolve("empty")) + "  seizure 7/صور/empty");
        assertThat(command(0, "save", ids.get(0), "--to", to.toString(), "--node", NODE))
                .contains("is there already");
        assertThat(Files.readAllLines(to.resolve("SHA256SUMS"))).hasSize(2);
    }

    @Test
    @Order(6)
    void what_cannot_be_done_is_said() throws Exception {
        assertThat(command(2, "add", "--node", NODE)).contains("comity evidence add PATH");
        assertThat(command(2, "save", "no-id", "--to", folder.toString(), "--node", NODE))
                .contains("no-id");
        assertThat(command(
                        1, "save", java.util.UUID.randomUUID().toString(), "--to", folder.toString(), "--node", NODE))
                .contains("refused", "Not all are saved.");
        assertThat(command(1, "add", folder.resolve("nowhere").toString(), "--node", NODE))
                .contains("Not done");
        var file = made("refused.img", 1000).toString();
        assertThat(command(1, "add", file, "--node", NODE, "--request", "XB-2026-000001"))
                .contains("Refused");
        var other = Files.writeString(folder.resolve("other-token"), Programs.made(NODE, "lawyer"));
        assertThat(ran(1, List.of("add", file, "--node", NODE, "--token-file", other.toString())))
                .contains("custodian");
        assertThat(tus("POST", "", "1.0.0", "12", "").statusCode()).isEqualTo(409);
        assertThat(tus("POST", "", "0.2.2", "12", "filename YQ==").statusCode()).isEqualTo(409);
        assertThat(tus("POST", "", "1.0.0", "-1", "filename YQ==").statusCode()).isEqualTo(409);
        assertThat(tus("POST", "", "1.0.0", "900000000000000000", "filename YQ==")
                        .body())
                .contains("evidence.no-room");
        assertThat(tus("POST", "", "1.0.0", "12", "filename %%%").statusCode()).isEqualTo(409);
        assertThat(tus("PATCH", "/" + "0".repeat(36), "1.0.0", "0", "").statusCode())
                .isBetween(400, 415);
    }

    /** At -Xmx256m; a file that was held in memory, or in the container's buffers, would show. */
    @EnabledIfSystemProperty(named = "comity.full", matches = "true")
    @Test
    @Order(7)
    void a_large_file_over_a_node_that_is_killed_takes_no_memory_of_its_size() throws Exception {
        var file = folder.resolve("disk.img");
        try (var out = Files.newOutputStream(file)) {
            byte[] block = random(1 << 20, 0);
            for (int i = 0; i < MEGABYTES; i++) {
                out.write(ByteBuffer.wrap(block).putInt(i).array());
            }
        }
        var ended = new java.util.concurrent.FutureTask<>(() -> command(0, "add", file.toString(), "--node", NODE));
        Thread.ofPlatform().start(ended);
        await().atMost(Duration.ofMinutes(3)).until(() -> stored("disk.img") > 200_000_000);
        node.kill();
        run();
        assertThat(ended.get()).contains("the line dropped", "All are sealed.");
        assertThat(only("disk.img").get("sha256")).isEqualTo(sha256(file));
        await().atMost(Duration.ofMinutes(3))
                .until(() -> only("disk.img").get("state").equals("matched"));
        long most = node.mostResident();
        System.out.printf("%d MB added and matched at -Xmx256m; the node held at most %,d KB%n", MEGABYTES, most);
        assertThat(most).isLessThan(MOST_RESIDENT);
    }

    private Page custodian(Page page, String address) {
        page.setDefaultTimeout(180_000);
        page.navigate(address + "/practice/sit/custodian");
        page.navigate(address + "/evidence/add");
        return page;
    }

    private String command(int code, String... arguments) throws IOException {
        var file = Files.writeString(folder.resolve("token"), token);
        var all = new java.util.ArrayList<>(Arrays.asList(arguments));
        all.addAll(List.of("--token-file", file.toString()));
        return ran(code, all);
    }

    private static String ran(int code, List<String> arguments) {
        var out = new ByteArrayOutputStream();
        int ended = EvidenceCommand.run(arguments, new PrintStream(out, true, java.nio.charset.StandardCharsets.UTF_8));
        var said = out.toString(java.nio.charset.StandardCharsets.UTF_8);
        assertThat(ended).as(said).isEqualTo(code);
        return said;
    }

    private HttpResponse<String> tus(String verb, String path, String version, String number, String metadata)
            throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(URI.create(NODE + "/api/v1/evidence" + path))
                            .header("Authorization", "Bearer " + token)
                            .header("Tus-Resumable", version)
                            .header("Content-Type", "application/offset+octet-stream")
                            .header(verb.equals("POST") ? "Upload-Length" : "Upload-Offset", number)
                            .header("Upload-Metadata", metadata)
                            .method(verb, BodyPublishers.noBody())
                            .build(),
                    BodyHandlers.ofString());
        }
    }

    /** The one item of this name. */
    private Map<String, Object> only(String name) throws Exception {
        var found = items(name);
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private long stored(String name) throws Exception {
        return items(name).stream()
                .mapToLong(it -> ((Number) it.get("stored")).longValue())
                .sum();
    }

    private List<Map<String, Object>> items(String name) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(
                    HttpRequest.newBuilder(URI.create(NODE + "/api/v1/evidence"))
                            .header("Authorization", "Bearer " + token)
                            .build(),
                    BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return JsonPath.<List<Map<String, Object>>>read(answer.body(), "$.items").stream()
                    .filter(it -> name.equals(it.get("name")))
                    .toList();
        }
    }

    private Path made(String name, int size) throws IOException {
        return Files.write(folder.resolve(name), random(size, size));
    }

    private static byte[] random(int size, int seed) {
        byte[] bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private static String sha256(Path file) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256");
        byte[] buffer = new byte[1 << 18];
        try (var in = Files.newInputStream(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) digest.update(buffer, 0, n);
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
