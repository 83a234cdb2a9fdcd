package org.comity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** An official of a practice node who reads pages and sends their forms, without a browser. */
final class FormOfficer {

    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([a-zA-Z_]+)\" value=\"([^\"]*)\"");

    private final String node;
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    FormOfficer(String node, String duty) {
        this.node = node;
        assertThat(send(to("/practice/sit/" + duty).GET()).statusCode()).isEqualTo(302);
    }

    String page(String path) {
        var answer = send(to(path).GET());
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    /** Opens the page and sends a form of it. @return where the node leads to */
    String sends(String page, String action, List<Map.Entry<String, String>> fields) {
        var form = new ArrayList<>(fields);
        var hidden = HIDDEN.matcher(page(page));
        while (hidden.find()) {
            form.add(Map.entry(hidden.group(1), hidden.group(2)));
        }
        var body = form.stream()
                .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), UTF_8))
                .distinct()
                .collect(Collectors.joining("&"));
        var answer = send(to(action)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
        assertThat(answer.statusCode())
                .as("%s at %s: %s", action, node, answer.body())
                .isEqualTo(302);
        return answer.headers().firstValue("location").orElseThrow().replace(node, "");
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(node + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
