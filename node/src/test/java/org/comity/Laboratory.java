package org.comity;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.comity.evidence.EvidenceCommand;

/**
 * A laboratory that adds files to a node in its custodian's name: by the command, and by tus.
 *
 * @param node the address of the node
 * @param folder where it has its files
 * @param token with which its programs come
 */
record Laboratory(String node, Path folder, String token) {

    /** Before the page on which a custodian adds files. @param address of the node, or of a line to it */
    Page custodian(Page page, String address) {
        page.setDefaultTimeout(180_000);
        page.navigate(address + "/practice/sit/custodian");
        page.navigate(address + "/evidence/add");
        return page;
    }

    /** Runs the command; what it said. @param code with which it has to end */
    String command(int code, String... arguments) throws IOException {
        var file = Files.writeString(folder.resolve("token"), token);
        var all = new ArrayList<>(Arrays.asList(arguments));
        all.addAll(List.of("--token-file", file.toString()));
        return ran(code, all);
    }

    static String ran(int code, List<String> arguments) {
        var out = new ByteArrayOutputStream();
        int ended = EvidenceCommand.run(arguments, new PrintStream(out, true, StandardCharsets.UTF_8));
        var said = out.toString(StandardCharsets.UTF_8);
        assertThat(ended).as(said).isEqualTo(code);
        return said;
    }

    HttpResponse<String> tus(String verb, String path, String version, String number, String metadata)
            throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(URI.create(node + "/api/v1/evidence" + path))
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
    Map<String, Object> only(String name) throws Exception {
        var found = items(name);
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    /** Bytes that the node has of all items of this name. */
    long stored(String name) throws Exception {
        return items(name).stream()
                .mapToLong(it -> ((Number) it.get("stored")).longValue())
                .sum();
    }

    List<Map<String, Object>> items(String name) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(
                    HttpRequest.newBuilder(URI.create(node + "/api/v1/evidence"))
                            .header("Authorization", "Bearer " + token)
                            .build(),
                    BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return JsonPath.<List<Map<String, Object>>>read(answer.body(), "$.items").stream()
                    .filter(it -> name.equals(it.get("name")))
                    .toList();
        }
    }

    Path made(String name, int size) throws IOException {
        return Files.write(folder.resolve(name), random(size, size));
    }

    static byte[] random(int size, int seed) {
        byte[] bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    static String sha256(Path file) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256");
        byte[] buffer = new byte[1 << 18];
        try (var in = Files.newInputStream(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) digest.update(buffer, 0, n);
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
