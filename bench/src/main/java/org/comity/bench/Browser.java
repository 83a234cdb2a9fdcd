package org.comity.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a node's pages and sends their forms, as the browser of one official does. */
public final class Browser {

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final Duration LONGEST_STREAM = Duration.ofHours(1);
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([a-zA-Z_]+)\" value=\"([^\"]*)\"");

    private final String origin;
    private final Map<String, String> cookies = new HashMap<>();

    public Browser(int port) {
        this.origin = "http://localhost:" + port;
    }

    public boolean answers(String path) throws InterruptedException {
        try {
            return send(to(path).GET()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Takes a chair of the practice node. */
    public Browser sit(String chair) throws IOException, InterruptedException {
        expect(send(to("/practice/sit/" + chair).GET()), 302, "/practice/sit/" + chair);
        return this;
    }

    public String page(String path) throws IOException, InterruptedException {
        return new String(bytes(path), UTF_8);
    }

    public byte[] bytes(String path) throws IOException, InterruptedException {
        return expect(send(to(path).GET()), 200, path).body();
    }

    /** The node's stream of changes, line by line until it ends. */
    Stream<String> stream(String path, @Nullable String lastEvent) throws IOException, InterruptedException {
        var request =
                to(path, LONGEST_STREAM).header("Accept", "text/event-stream").GET();
        if (lastEvent != null) {
            request.header("Last-Event-ID", lastEvent);
        }
        var answer = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofLines());
        if (answer.statusCode() != 200) {
            throw new IOException("%s answered %d".formatted(path, answer.statusCode()));
        }
        return answer.body();
    }

    /**
     * Opens the page, fills its form and sends it to {@code action}.
     *
     * @return where the node leads to
     */
    public String fill(String page, String action, Map<String, String> fields)
            throws IOException, InterruptedException {
        var form = new HashMap<String, String>();
        var hidden = HIDDEN.matcher(page(page));
        while (hidden.find()) {
            form.putIfAbsent(hidden.group(1), hidden.group(2));
        }
        form.putAll(fields);
        return send(action, form.entrySet());
    }

    /** The same with a field that has several values. */
    public String fill(String page, String action, List<Map.Entry<String, String>> fields)
            throws IOException, InterruptedException {
        var form = new ArrayList<>(fields);
        var hidden = HIDDEN.matcher(page(page));
        while (hidden.find()) {
            form.add(Map.entry(hidden.group(1), hidden.group(2)));
        }
        return send(action, form);
    }

    private String send(String action, Collection<Map.Entry<String, String>> form)
            throws IOException, InterruptedException {
        var body = form.stream()
                .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        var answer = send(to(action)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
        return expect(answer, 302, action)
                .headers()
                .firstValue("location")
                .orElseThrow()
                .replace(origin, "");
    }

    private HttpRequest.Builder to(String path) {
        return to(path, LONGEST);
    }

    private HttpRequest.Builder to(String path, Duration longest) {
        var request = HttpRequest.newBuilder(URI.create(origin + path)).timeout(longest);
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(it -> it.getKey() + "=" + it.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return request;
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        for (var each : answer.headers().allValues("set-cookie")) {
            var pair = each.split(";", 2)[0].split("=", 2);
            cookies.put(pair[0], pair[1]);
        }
        return answer;
    }

    private static HttpResponse<byte[]> expect(HttpResponse<byte[]> answer, int status, String path)
            throws IOException {
        if (answer.statusCode() != status) {
            throw new IOException("%s answered %d instead of %d".formatted(path, answer.statusCode(), status));
        }
        return answer;
    }
}
