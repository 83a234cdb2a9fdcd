package org.comity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.comity.proof.form.Digests;

/** What officials' programs do in the stories, so that each begins where it is about something. */
final class Programs {

    private static final String REQUEST = """
            {"procedure": "preservation/1", "counterpart": "XB-1", "body": {
              "instrument": "uncc", "authority": "Contact point of Aldoria", "ourCase": "VEL-18",
              "offences": ["7"], "facts": "Forged bank notices were sent from a mailbox.", "dataClasses": ["traffic"],
              "identifiers": [{"kind": "mail", "value": "pay-notice@mail.example"}], "custodian": "Example Mail, Ostera",
              "link": "It was used.", "necessity": "Logs are deleted.", "intent": true, "daysAsked": 90}}
            """;

    /** XA's central authority asks XB for evidence. */
    static final String EVIDENCE = """
            {"procedure": "assistance/1", "counterpart": "XB-1", "body": {
              "instrument": "uncc", "authority": "Central authority of Aldoria", "stage": "investigation",
              "proceeding": "Investigation of forged notices", "conductedBy": "Cyber Unit, Velin",
              "facts": "Forged notices were sent.", "measures": ["disclose"], "assistance": "Disclose the log of access.",
              "purpose": "Proof in the investigation 4711.", "scope": "evidence-of-offence", "offences": ["13"],
              "offence": "Fraud, s. 12", "penaltyMonths": 60, "dataClasses": ["traffic"],
              "identifiers": [{"kind": "mail", "value": "pay-notice@mail.example"}]}}
            """;

    private static final String AT_ONCE = "{\"method\": \"practice\"}";

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();

    private Programs() {}

    /** XA asks XB, and XB has it; the reference. */
    static String asks() {
        return asks("XB-1", "Example Mail, Ostera");
    }

    /** XA asks whoever it is, for what this provider holds; the reference. */
    static String asks(String counterpart, String provider) {
        var wish = REQUEST.replace("XB-1", counterpart).replace("Example Mail, Ostera", provider);
        var reference = leaves(1, post(1, "duty-officer", "/drafts", wish));
        await().atMost(Duration.ofSeconds(60)).until(() -> state(1, reference).equals("Requested"));
        return reference;
    }

    /** XB has kept the data for sixty days already, so that the end is as near as wanted; the reference. */
    static String preserved(Duration left) {
        var reference = asks();
        preserves(2, reference, left);
        return reference;
    }

    /** Whom XA asked has kept the data already, so that sixty days or more end then. */
    static void preserves(int state, String reference, Duration left) {
        var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        var until = now.plus(left);
        var since = until.minus(Duration.ofDays(60));
        step(state, reference, """
                {"type": "report-preserved", "body": {"preservedAt": "%s", "kept": "Traffic data of both lines."}, "facts": {"until": "%s"}}
                """.formatted(since.isAfter(now) ? now : since, until));
        await().atMost(Duration.ofSeconds(60)).until(() -> state(1, reference).equals("Preserved"));
    }

    /** XA asks XB for evidence; the reference. */
    static String asksForEvidence() {
        return leaves(1, "lawyer", post(1, "duty-officer", "/drafts", EVIDENCE));
    }

    /** XA asks XB, and it is held so long; the reference. */
    static String asksAfter(Duration wait) {
        var draft = post(1, "duty-officer", "/drafts", REQUEST);
        var reference = submits(1, draft);
        approves(
                1,
                "second-officer",
                draft,
                "{\"method\": \"practice\", \"notBefore\": \"" + Instant.now().plus(wait) + "\"}");
        return reference;
    }

    /** XA asks XD, which has no node: a letter. */
    static String writesTo(String counterpart) {
        return leaves(1, post(1, "duty-officer", "/drafts", REQUEST.replace("XB-1", counterpart)));
    }

    /** A step of the State, written by the duty officer and approved by the second. */
    static void step(int state, String reference, String act) {
        leaves(state, post(state, "duty-officer", "/requests/" + reference + "/drafts", act));
    }

    /** The custodian adds a file for this request, and it is whole; the item. */
    static String item(int state, String reference) {
        var file = "192.0.2.7;2026-11-01T10:00:00Z".getBytes(StandardCharsets.UTF_8);
        var named = "filename " + base64("traffic.csv") + ",request " + base64(reference);
        var begun = answer(
                tus(state, "/evidence")
                        .header("Upload-Length", String.valueOf(file.length))
                        .header("Upload-Metadata", named)
                        .POST(BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(201);
        var location = begun.headers().firstValue("Location").orElseThrow();
        var item = location.substring(location.lastIndexOf('/') + 1);
        var path = "/evidence/" + item;
        send(tus(state, path)
                .header("Content-Type", "application/offset+octet-stream")
                .header("Upload-Offset", "0")
                .method("PATCH", BodyPublishers.ofByteArray(file))
                .build());
        post(state, "custodian", path + "/sealing", "{\"sha256\": \"" + Digests.sha256(file) + "\"}");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> JsonPath.read(
                                send(request(state, "custodian", path).build()), "$.state")
                        .equals("matched"));
        return item;
    }

    private static HttpRequest.Builder tus(int state, String path) {
        return request(state, "custodian", path).header("Tus-Resumable", "1.0.0");
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static String state(int state, String reference) {
        return JsonPath.read(get(state, "/requests/" + reference), "$.request.state");
    }

    /** Hashes of the register's entries, in order. */
    static List<String> register(int state, String reference) {
        return JsonPath.read(get(state, "/requests/" + reference + "/entries"), "$.entries[*].hash");
    }

    /** As the official makes one on the own page; shown once. */
    static String token(int state, String duty) {
        return TOKENS.computeIfAbsent(state + duty, it -> made(TwoNodes.address(state), duty));
    }

    private static String leaves(int state, String draft) {
        return leaves(state, "second-officer", draft);
    }

    /** @param draft of the duty officer */
    static String leaves(int state, String approver, String draft) {
        var reference = submits(state, draft);
        approves(state, approver, draft, AT_ONCE);
        return reference;
    }

    /** Where the duty officer goes on with what a program wrote. */
    static String draft(int state, String wish) {
        return path(post(state, "duty-officer", "/drafts", wish));
    }

    private static String submits(int state, String draft) {
        var version = "{\"version\": " + JsonPath.read(draft, "$.version") + "}";
        return JsonPath.read(post(state, "duty-officer", path(draft) + "/submission", version), "$.reference");
    }

    private static void approves(int state, String duty, String draft, String approval) {
        post(state, duty, path(draft) + "/approval", approval);
    }

    private static String path(String draft) {
        return "/drafts/" + JsonPath.read(draft, "$.id");
    }

    static String get(int state, String path) {
        return send(request(state, "duty-officer", path).build());
    }

    /** Whether this State knows what is there. */
    static boolean there(int state, String path) {
        return answer(request(state, "duty-officer", path).build(), BodyHandlers.discarding())
                        .statusCode()
                == 200;
    }

    static byte[] bytes(int state, String path) {
        var answer = answer(request(state, "duty-officer", path).build(), BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    static String post(int state, String duty, String path, String body) {
        return send(request(state, duty, path)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    private static HttpRequest.Builder request(int state, String duty, String path) {
        return HttpRequest.newBuilder(URI.create(TwoNodes.address(state) + "/api/v1" + path))
                .header("Authorization", "Bearer " + token(state, duty));
    }

    private static String send(HttpRequest request) {
        return text(CLIENT, request);
    }

    private static <T> HttpResponse<T> answer(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return CLIENT.send(request, handler);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static String made(String node, String duty) {
        try (var client = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            text(
                    client,
                    HttpRequest.newBuilder(URI.create(node + "/practice/sit/" + duty))
                            .build());
            var me = text(
                    client, HttpRequest.newBuilder(URI.create(node + "/me")).build());
            var csrf = first("name=\"_csrf\" value=\"([^\"]+)\"", me);
            var form = "name=story&_csrf=" + URLEncoder.encode(csrf, StandardCharsets.UTF_8);
            return first(
                    "(comity_[A-Za-z0-9_.-]+)",
                    text(
                            client,
                            HttpRequest.newBuilder(URI.create(node + "/me/tokens"))
                                    .header("Content-Type", "application/x-www-form-urlencoded")
                                    .POST(BodyPublishers.ofString(form))
                                    .build()));
        }
    }

    private static String text(HttpClient client, HttpRequest request) {
        try {
            var answer = client.send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode())
                    .as(request.uri() + " " + answer.body())
                    .isLessThan(300);
            return answer.body();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String first(String pattern, String text) {
        var found = Pattern.compile(pattern).matcher(text);
        assertThat(found.find()).as(pattern + " in " + text).isTrue();
        return found.group(1);
    }
}
