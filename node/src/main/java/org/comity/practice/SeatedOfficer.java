package org.comity.practice;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sits down in a chair of a practice node, makes a program's token there and works with it until it is given back. A node
 * that is not one of practice has no chairs, so nobody sits down there.
 */
final class SeatedOfficer implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final Duration BEFORE_AGAIN = Duration.ofMillis(500);
    private static final int MOST_AGAIN = 10;
    private static final Pattern TOKEN = Pattern.compile("comity_[A-Za-z0-9_.-]+");
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final String NAMED = "practice desk";
    private static final Pattern OURS =
            Pattern.compile("name=\"id\" value=\"([^\"]+)\">\\s*<p><bdi>" + NAMED + "</bdi>");

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final URI node;
    private final String duty;
    private final String token;

    /** @throws NotAPracticeNode where there are no chairs */
    SeatedOfficer(URI node, String duty) throws IOException, InterruptedException {
        this.node = node;
        this.duty = duty;
        var seat = client.send(to("/practice/sit/" + duty).GET().build(), BodyHandlers.ofString());
        if (seat.statusCode() != 200 || seat.uri().getPath().startsWith("/sign-in")) {
            throw new NotAPracticeNode(node);
        }
        giveBack();
        // Where somebody gave this person a passkey, the page asks first who it is.
        post("/me/prove", Map.of("change", "token", "method", "practice"));
        this.token = first(TOKEN, post("/me/tokens", Map.of("name", NAMED)));
    }

    /** The node offers no chairs: it is a real one, or it does not answer as a practice node does. */
    static final class NotAPracticeNode extends IOException {
        NotAPracticeNode(URI node) {
            super("%s is no practice node: it has no chairs to sit in".formatted(node));
        }
    }

    /** The node answered, and did not do it. */
    static final class NotDone extends IOException {
        private static final Set<Integer> REFUSALS = Set.of(400, 403, 409, 422);

        private final boolean wish;
        private final int status;

        NotDone(boolean wish, String what, int status, String said) {
            super("%s: %d %s".formatted(what, status, said));
            this.wish = wish;
            this.status = status;
        }

        /** It was asked to do something and won't, however often it is asked; any other fault may pass. */
        boolean refused() {
            return wish && REFUSALS.contains(status);
        }

        /** The token counts no longer. */
        boolean stranger() {
            return status == 401;
        }
    }

    /** A node that has a fault is asked again, with the same key: what it did already it does not do twice. */
    Map<String, Object> wish(String path, Map<String, ?> body) throws IOException, InterruptedException {
        var request = program(path)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
                .build();
        var answer = client.send(request, BodyHandlers.ofByteArray());
        for (int again = 0; answer.statusCode() >= 500 && again < MOST_AGAIN; again++) {
            Thread.sleep(BEFORE_AGAIN);
            answer = client.send(request, BodyHandlers.ofByteArray());
        }
        return read(checked(answer));
    }

    Map<String, Object> look(String path) throws IOException, InterruptedException {
        return read(answered(program(path).GET()));
    }

    byte[] bytes(String path) throws IOException, InterruptedException {
        return answered(program(path).GET());
    }

    /** @return null while there is nothing there */
    @Nullable
    Map<String, Object> lookIfThere(String path) throws IOException, InterruptedException {
        var answer = client.send(program(path).GET().build(), BodyHandlers.ofByteArray());
        return answer.statusCode() == 404 ? null : read(checked(answer));
    }

    /** What was written is put in the place of what stood there. */
    Map<String, Object> save(String path, Map<String, ?> body) throws IOException, InterruptedException {
        return read(answered(program(path)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))));
    }

    /** Takes a request, so that the desk knows whose it is. */
    void put(String path) throws IOException, InterruptedException {
        answered(program(path).PUT(BodyPublishers.noBody()));
    }

    /** A new item of evidence, whole: begun, sent and sealed; its id. */
    String add(String name, String request, byte[] plain, String sha256) throws IOException, InterruptedException {
        var begun = checked(client.send(
                tus("/evidence")
                        .header("Upload-Length", Integer.toString(plain.length))
                        .header("Upload-Metadata", "filename %s,request %s".formatted(base64(name), base64(request)))
                        .POST(BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofByteArray()));
        var item = begun.headers().firstValue("Location").orElseThrow().replaceAll(".*/", "");
        answered(tus("/evidence/" + item)
                .header("Content-Type", "application/offset+octet-stream")
                .header("Upload-Offset", "0")
                .method("PATCH", BodyPublishers.ofByteArray(plain)));
        answered(program("/evidence/%s/sealing".formatted(item))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(Map.of("sha256", sha256)))));
        return item;
    }

    /** A form of the pages, as it is sent from there. */
    String post(String path, Map<String, String> fields) throws IOException, InterruptedException {
        var all = new LinkedHashMap<>(fields);
        all.put("_csrf", first(CSRF, page("/me")));
        var form = all.entrySet().stream()
                .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        var request = to(path).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
        return new String(answered(request), UTF_8);
    }

    private void giveBack() throws IOException, InterruptedException {
        for (var found : OURS.matcher(page("/me")).results().toList()) {
            post("/me/tokens/revoke", Map.of("id", found.group(1)));
        }
    }

    String page(String path) throws IOException, InterruptedException {
        return new String(answered(to(path).GET()), UTF_8);
    }

    /** Nobody works with the token afterwards. */
    @Override
    public void close() throws IOException {
        try (client) {
            giveBack();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpRequest.Builder tus(String path) {
        return program(path).header("Tus-Resumable", "1.0.0");
    }

    private HttpRequest.Builder program(String path) {
        return to("/api/v1" + path).header("Authorization", "Bearer " + token);
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(node.resolve(path)).timeout(LONGEST);
    }

    private byte[] answered(HttpRequest.Builder request) throws IOException, InterruptedException {
        return checked(client.send(request.build(), BodyHandlers.ofByteArray())).body();
    }

    private HttpResponse<byte[]> checked(HttpResponse<byte[]> answer) throws IOException {
        if (answer.statusCode() >= 300) {
            var what = "%s of %s at %s".formatted(answer.request().method(), duty, answer.uri());
            boolean wish = !answer.request().method().equals("GET");
            throw new NotDone(wish, what, answer.statusCode(), new String(answer.body(), UTF_8));
        }
        return answer;
    }

    private static Map<String, Object> read(byte[] json) {
        return JSON.readValue(json, new TypeReference<>() {});
    }

    private static Map<String, Object> read(HttpResponse<byte[]> answer) {
        return read(answer.body());
    }

    private static String base64(String text) {
        return java.util.Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }

    private String first(Pattern pattern, String text) throws IOException {
        var found = pattern.matcher(text);
        if (!found.find()) {
            throw new IOException("the page of %s at %s has no %s".formatted(duty, node, pattern));
        }
        return found.groupCount() == 0 ? found.group() : found.group(1);
    }
}
