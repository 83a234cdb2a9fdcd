package org.comity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

/** An item of evidence that one State's custodian adds for a request, and the other State's node fetches. */
final class DeliveredItem {

    private static final String PLAIN = "192.0.2.7;2026-11-01T10:00:00Z";
    private static final String CUSTODIAN = "custodian";

    private DeliveredItem() {}

    /** Sealed and whole; its id. */
    static String at(int state, String reference) {
        var begun = send(request(state, "/evidence")
                .header("Tus-Resumable", "1.0.0")
                .header("Upload-Length", Integer.toString(PLAIN.length()))
                .header("Upload-Metadata", "filename %s,request %s".formatted(base64("log.csv"), base64(reference)))
                .POST(BodyPublishers.noBody()));
        var path = begun.headers().firstValue("location").orElseThrow().replaceFirst(".*(?=/evidence/)", "");
        send(request(state, path)
                .header("Tus-Resumable", "1.0.0")
                .header("Upload-Offset", "0")
                .header("Content-Type", "application/offset+octet-stream")
                .method("PATCH", BodyPublishers.ofString(PLAIN)));
        Programs.post(state, CUSTODIAN, path + "/sealing", "{}");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> JsonPath.<String>read(Programs.get(state, path), "$.state")
                        .equals("matched"));
        return path.replace("/evidence/", "");
    }

    static void awaitMatched(int state, String reference) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> JsonPath.<List<String>>read(
                                Programs.get(state, "/evidence?request=" + reference), "$.items[*].state")
                        .equals(List.of("matched")));
    }

    private static HttpRequest.Builder request(int state, String path) {
        return HttpRequest.newBuilder(URI.create(TwoNodes.address(state) + "/api/v1" + path))
                .header("Authorization", "Bearer " + Programs.token(state, CUSTODIAN));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request.build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
            return answer;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }
}
