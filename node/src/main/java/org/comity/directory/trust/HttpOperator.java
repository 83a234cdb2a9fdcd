package org.comity.directory.trust;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.comity.proof.Malformed;
import org.comity.proof.form.CanonicalJson;
import org.comity.vocabulary.WholeAnswer;
import org.jspecify.annotations.Nullable;

/** The directory operator over HTTP: each answer bounded in size and time, no redirects. */
final class HttpOperator implements DirectorySource {

    private static final int NOT_MODIFIED = 304;

    private final URI url;
    private final DirectorySettings settings;
    private final HttpClient client;

    HttpOperator(URI url, DirectorySettings settings) {
        this.url = url;
        this.settings = settings;
        this.client = HttpClient.newBuilder()
                .connectTimeout(settings.timeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Override
    public Optional<byte[]> list(@Nullable String have) throws IOException {
        var request = request("/directory/list");
        if (have != null) {
            request.header("If-None-Match", '"' + have + '"');
        }
        var answer = ask(request.GET().build());
        return answer.statusCode() == NOT_MODIFIED ? Optional.empty() : Optional.of(ok(answer));
    }

    @Override
    public byte[] entry(String id, long version) throws IOException {
        return ok(ask(request("/directory/entries/" + id + "/" + version).GET().build()));
    }

    @Override
    public List<byte[]> revocations() throws IOException {
        try {
            var json = CanonicalJson.read(
                    ok(ask(request("/directory/revocations").GET().build())));
            var revocations = new ArrayList<byte[]>();
            if (json.get("revocations") instanceof List<?> list) {
                list.stream().limit(2_000).forEach(it -> revocations.add(CanonicalJson.write(it)));
            }
            return revocations;
        } catch (Malformed e) {
            throw new IOException("revocations: " + e.code());
        }
    }

    void submit(byte[] signedEntry) throws IOException {
        var request = request("/directory/entries")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(signedEntry));
        int status = ask(request.build()).statusCode();
        if (status / 100 != 2) {
            throw new IOException("the operator answered " + status);
        }
    }

    private HttpRequest.Builder request(String path) {
        var base = url.toString();
        return HttpRequest.newBuilder(
                        URI.create(base.endsWith("/") ? base.substring(0, base.length() - 1) + path : base + path))
                .timeout(settings.timeout());
    }

    private HttpResponse<byte[]> ask(HttpRequest request) throws IOException {
        try {
            return WholeAnswer.to(
                    request,
                    client,
                    BodyHandlers.limiting(BodyHandlers.ofByteArray(), settings.largestAnswer()),
                    settings.timeout());
        } catch (IOException e) {
            throw new NotReached(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted");
        }
    }

    private static byte[] ok(HttpResponse<byte[]> answer) throws IOException {
        if (answer.statusCode() != 200) {
            throw new IOException("the operator answered " + answer.statusCode());
        }
        return answer.body();
    }
}
