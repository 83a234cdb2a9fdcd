package org.comity.evidence.laboratory;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The node's interface for programs, as far as adding needs it: tus 1.0 and what stands beside it (docs/reference/api.md). */
public final class NodeLine {

    private static final String PATH = "/api/v1/evidence";
    private static final Set<String> WHOLE = Set.of("sealed", "matched");
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Set<String> PASSING = Set.of("evidence.busy", "evidence.elsewhere");
    private static final int LARGEST_REFUSAL = 1 << 16;
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http;
    private final URI node;
    private final String token;

    /** @param ca certificates that vouch for the node, or null: those that this computer knows */
    public NodeLine(URI node, String token, @Nullable Path ca) throws IOException {
        this.node = node;
        this.token = token;
        var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(20));
        http = (ca == null ? client : client.sslContext(trusting(ca))).build();
    }

    /** The node said no, and why; the same again will not help. */
    public static final class Refusal extends RuntimeException {
        private final boolean passing;

        Refusal(String detail, boolean passing) {
            super(detail);
            this.passing = passing;
        }

        /** Somebody else adds, perhaps a line of ours that the node still believes in, or it goes on at another place. */
        boolean passing() {
            return passing;
        }
    }

    /**
     * @param stored bytes that are at the node, also while a line that broke is still believed in
     * @param part the first bytes of what is being added, or null
     */
    record Known(
            String id,
            String state,
            long stored,
            @Nullable String sha256,
            @Nullable Part part) {

        /** @param sha256 of so many bytes */
        record Part(long size, String sha256) {}

        boolean begun() {
            return state.equals("adding");
        }

        /** Every byte of it is there, as far as the node knows. */
        boolean whole() {
            return WHOLE.contains(state);
        }

        /** A browser whose line was cut may have begun again by itself, and come less far. */
        private static Known better(Known newer, Known older) {
            boolean newerCounts = newer.begun() || newer.whole();
            boolean olderCounts = older.begun() || older.whole();
            if (newerCounts != olderCounts) return newerCounts ? newer : older;
            return newer.begun() && older.begun() && older.stored > newer.stored ? older : newer;
        }
    }

    /**
     * What of the request is at the node, by path and size; of two alike one that is whole or was begun, of those the
     * newest, or the one of which more was added.
     */
    Map<String, Known> known(String request) throws IOException {
        var known = new HashMap<String, Known>();
        var after = "";
        do {
            var page = json(send(ask(PATH + "?request=" + URLEncoder.encode(request, StandardCharsets.UTF_8) + after)));
            for (var item : page.get("items")) {
                var of = item.get("request");
                if (!(of.isNull() ? "" : of.asString()).equals(request)) continue;
                if (item.get("state").asString().equals("given_up")) continue;
                var folder = item.get("folder").asString();
                var size = item.get("size");
                known.merge(
                        key(
                                (folder.isEmpty() ? "" : folder + "/")
                                        + item.get("name").asString(),
                                size.asLong(-1)),
                        new Known(
                                item.get("id").asString(),
                                item.get("state").asString(),
                                item.path("stored").asLong(0),
                                item.get("sha256").isNull()
                                        ? null
                                        : item.get("sha256").asString(),
                                part(item.get("part"))),
                        Known::better);
            }
            after = page.get("cursor").isNull()
                    ? ""
                    : "&after=" + page.get("cursor").asString();
        } while (!after.isEmpty());
        return known;
    }

    private static Known.@Nullable Part part(JsonNode part) {
        return part.isNull()
                ? null
                : new Known.Part(part.get("size").asLong(), part.get("sha256").asString());
    }

    /** @param size -1 where nobody told it */
    static String key(String path, long size) {
        return path + "|" + size;
    }

    String begin(String path, long size, String request, boolean sealedOnly) throws IOException {
        var metadata = "relativePath " + base64(path) + (request.isEmpty() ? "" : ",request " + base64(request))
                + (sealedOnly ? ",sealedOnly " + base64("true") : "");
        var answer = send(ask(PATH)
                .header("Upload-Length", Long.toString(size))
                .header("Upload-Metadata", metadata)
                .POST(BodyPublishers.noBody()));
        var location = answer.headers().firstValue("Location").orElseThrow(() -> new IOException("No place was named"));
        return location.substring(location.lastIndexOf('/') + 1);
    }

    JsonNode get(String path) throws IOException {
        return json(send(ask(path)));
    }

    JsonNode post(String path, Map<String, ?> wish) throws IOException {
        return json(send(ask(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(wish)))));
    }

    long offset(String id) throws IOException {
        return offset(send(ask(PATH + "/" + id).method("HEAD", BodyPublishers.noBody())));
    }

    long add(String id, long from, Supplier<InputStream> bytes) throws IOException {
        return offset(send(ask(PATH + "/" + id)
                .header("Content-Type", "application/offset+octet-stream")
                .header("Upload-Offset", Long.toString(from))
                .method("PATCH", BodyPublishers.ofInputStream(bytes))));
    }

    /**
     * The plain bytes of a matched item from {@code from} on; what breaks off ends in an {@link IOException}.
     *
     * @param said what is asked of whoever takes it
     */
    InputStream file(String id, long from, Map<String, String> said) throws IOException {
        var query = said.entrySet().stream()
                .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "?", ""));
        var wish = ask(PATH + "/" + id + "/file" + query);
        if (from > 0) wish.header("Range", "bytes=%d-".formatted(from));
        try {
            var answer = http.send(wish.build(), BodyHandlers.ofInputStream());
            if (answer.statusCode() == (from > 0 ? 206 : 200)) return answer.body();
            try (var body = answer.body()) {
                var why = new String(body.readNBytes(LARGEST_REFUSAL), StandardCharsets.UTF_8);
                if (answer.statusCode() >= 500) throw new IOException("The node answers with " + answer.statusCode());
                throw refusal(answer.statusCode(), why);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }

    void seal(String id, String sha256) throws IOException {
        send(ask(PATH + "/" + id + "/sealing")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"sha256\": \"" + sha256 + "\"}")));
    }

    /** Never shown there from now on; done again, it changes nothing. */
    void keepSealed(String id) throws IOException {
        send(ask(PATH + "/" + id + "/sealed-only").POST(BodyPublishers.noBody()));
    }

    private HttpRequest.Builder ask(String path) {
        return HttpRequest.newBuilder(node.resolve(path))
                .timeout(PATIENCE)
                .header("Tus-Resumable", "1.0.0")
                .header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            var answer = http.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() >= 500) throw new IOException("The node answers with " + answer.statusCode());
            if (answer.statusCode() >= 300) throw refusal(answer.statusCode(), answer.body());
            return answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }

    private static Refusal refusal(int status, String body) {
        try {
            var problem = JSON.readTree(body);
            return new Refusal(
                    problem.get("detail").asString(),
                    PASSING.contains(problem.get("code").asString()));
        } catch (RuntimeException notAProblem) {
            // HEAD has no body.
            return new Refusal("status " + status, status == 409);
        }
    }

    private static long offset(HttpResponse<String> answer) throws IOException {
        return answer.headers()
                .firstValueAsLong("Upload-Offset")
                .orElseThrow(() -> new IOException("No offset was named"));
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static SSLContext trusting(Path ca) throws IOException {
        try (var in = Files.newInputStream(ca)) {
            var store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (var each : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("ca-" + store.size(), each);
            }
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            var context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException("The certificates in %s cannot be read".formatted(ca), e);
        }
    }
}
