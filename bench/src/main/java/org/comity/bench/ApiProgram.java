package org.comity.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Acts as a program of one official, on the interface for programs. */
public final class ApiProgram {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern TOKEN = Pattern.compile("comity_[A-Za-z0-9_-]+");
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final String origin;
    private final String token;

    private ApiProgram(String origin, String token) {
        this.origin = origin;
        this.token = token;
    }

    /** With a token that the official of this chair has just made. */
    public static ApiProgram of(int port, String chair) throws IOException, InterruptedException {
        var official = new Browser(port).sit(chair);
        official.fill("/me", "/me/tokens", Map.of("name", "bench"));
        var token = TOKEN.matcher(official.page("/me"));
        if (!token.find()) {
            throw new IOException("no token was shown");
        }
        return new ApiProgram("http://localhost:%d/api/v1".formatted(port), token.group());
    }

    public Map<String, Object> wish(String path, Object body) throws IOException, InterruptedException {
        return wish(path, body, UUID.randomUUID());
    }

    /** The same wish again, with the same key, is done once. */
    public Map<String, Object> wish(String path, Object body, UUID key) throws IOException, InterruptedException {
        var request = to(path).header("Idempotency-Key", key.toString())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
        return read(bytes(request, path));
    }

    public String token() {
        return token;
    }

    public Map<String, Object> look(String path) throws IOException, InterruptedException {
        return read(bytes(path));
    }

    public byte[] bytes(String path) throws IOException, InterruptedException {
        return bytes(to(path).GET(), path);
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(origin + path))
                .timeout(LONGEST)
                .header("Authorization", "Bearer " + token);
    }

    private static byte[] bytes(HttpRequest.Builder request, String path) throws IOException, InterruptedException {
        var answer = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() >= 300) {
            throw new NotTaken(answer.statusCode(), "%s: %s".formatted(path, new String(answer.body())));
        }
        return answer.body();
    }

    /** The node answered, and did not do it. */
    public static final class NotTaken extends IOException {

        private final int status;

        NotTaken(int status, String said) {
            super("%d at %s".formatted(status, said));
            this.status = status;
        }

        /** It won't, however often it is asked; any other fault may pass. */
        boolean refused() {
            return status == 400 || status == 403 || status == 409 || status == 422;
        }

        public int status() {
            return status;
        }
    }

    private static Map<String, Object> read(byte[] json) {
        return JSON.readValue(json, new TypeReference<>() {});
    }
}
