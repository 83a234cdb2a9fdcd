package org.comity;

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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** What officials' programs do at one practice node: acts are written by the duty officer and approved by the lawyer, if by two. */
final class NodeProgram {

    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final String node;
    private final Map<String, String> tokens = new HashMap<>();

    NodeProgram(String node) {
        this.node = node;
    }

    /** Begins a thread. @return the reference that both sides use */
    String opens(String procedure, String counterpart, Map<String, Object> body) {
        var all = new LinkedHashMap<>(body);
        all.putIfAbsent("instrument", "uncc");
        all.putIfAbsent("authority", "Central authority");
        return leaves("/drafts", Map.of("procedure", procedure, "counterpart", counterpart, "body", all)).reference;
    }

    /** Says something in a thread that is here, once the step is offered: the other's act may be under way. @return the act */
    String says(String reference, String type, Map<String, Object> body, Map<String, String> facts) {
        registered(reference);
        offers(reference, type);
        var wish = Map.of("type", type, "body", body, "facts", facts);
        return leaves("/requests/" + reference + "/drafts", wish).act;
    }

    String says(String reference, String type, Map<String, Object> body) {
        return says(reference, type, body, Map.of());
    }

    /** What we said ourselves counts here too once the keeper of the register has entered it. */
    private void registered(String reference) {
        knows(reference);
        await().atMost(Duration.ofMinutes(5))
                .until(() -> !JsonPath.<List<Object>>read(get("/requests/" + reference), "$.acts[*].n")
                        .contains(null));
    }

    private void offers(String reference, String type) {
        await().atMost(Duration.ofMinutes(5))
                .untilAsserted(() -> assertThat(JsonPath.<List<String>>read(get("/requests/" + reference), "$.offered"))
                        .as(reference)
                        .contains(type));
    }

    void knows(String reference) {
        await().atMost(Duration.ofMinutes(5)).until(() -> there("/requests/" + reference));
    }

    /** Waits until the thread stands so here. */
    void sees(String reference, String state) {
        knows(reference);
        await().atMost(Duration.ofMinutes(5))
                .untilAsserted(() -> assertThat(state(reference)).isEqualTo(state));
    }

    String state(String reference) {
        return JsonPath.read(get("/requests/" + reference), "$.request.state");
    }

    /** The newest registered act of a type, once it is here. */
    String act(String reference, String type) {
        var path = "$.acts[?(@.envelope.type == '" + type + "')].id";
        knows(reference);
        await().atMost(Duration.ofMinutes(5))
                .until(() -> !JsonPath.<List<String>>read(get("/requests/" + reference), path)
                        .isEmpty());
        return JsonPath.<List<String>>read(get("/requests/" + reference), path).getLast();
    }

    String get(String path) {
        var answer = send(request("duty-officer", path).build());
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
        return answer.body();
    }

    boolean there(String path) {
        return send(request("duty-officer", path).build()).statusCode() == 200;
    }

    String post(String duty, String path, Object body) {
        var answer = send(request(duty, path)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build());
        assertThat(answer.statusCode())
                .as(path + " " + body + " " + answer.body())
                .isLessThan(300);
        return answer.body();
    }

    private record Left(String reference, String act) {}

    private Left leaves(String path, Object wish) {
        return leaves(post("duty-officer", path, wish));
    }

    private Left leaves(String draft) {
        var id = JsonPath.<String>read(draft, "$.id");
        var submitted = post(
                "duty-officer",
                "/drafts/" + id + "/submission",
                Map.of("version", JsonPath.<Integer>read(draft, "$.version")));
        boolean second = JsonPath.read(draft, "$.needsSecondOfficer");
        post(second ? "lawyer" : "duty-officer", "/drafts/" + id + "/approval", Map.of("method", "practice"));
        return new Left(JsonPath.read(submitted, "$.reference"), JsonPath.read(submitted, "$.act"));
    }

    /** Completes a draft that a page began, and lets it leave. @return the reference */
    String completes(String draft, Map<String, Object> more) {
        var kept = get("/drafts/" + draft);
        var body = new LinkedHashMap<>(JsonPath.<Map<String, Object>>read(kept, "$.body"));
        body.putAll(more);
        var put = send(request("duty-officer", "/drafts/" + draft)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .PUT(BodyPublishers.ofString(JSON.writeValueAsString(
                        Map.of("version", JsonPath.<Integer>read(kept, "$.version"), "body", body))))
                .build());
        assertThat(put.statusCode()).as(put.body()).isEqualTo(200);
        return leaves(put.body()).reference;
    }

    private HttpRequest.Builder request(String duty, String path) {
        var token = tokens.computeIfAbsent(duty, it -> Programs.made(node, it));
        return HttpRequest.newBuilder(URI.create(node + "/api/v1" + path)).header("Authorization", "Bearer " + token);
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return CLIENT.send(request, BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
