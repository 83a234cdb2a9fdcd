package org.comity.notification;

import static java.util.Map.entry;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.util.Map;
import org.comity.proof.form.CanonicalJson;
import org.comity.vocabulary.WholeAnswer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Posts a small JSON to a gateway for text messages or telephone: reference, since when, a link. What the gateway answers
 * besides its status is not read.
 */
@Component
class AlarmHook {

    private final AlarmSettings settings;
    private final String origin;
    private final boolean practice;
    private final HttpClient http;

    AlarmHook(
            AlarmSettings settings,
            @Value("${node.origin}") String origin,
            @Value("${node.practice:false}") boolean practice) {
        this.settings = settings;
        this.origin = origin;
        this.practice = practice;
        this.http = HttpClient.newBuilder()
                .connectTimeout(settings.timeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /**
     * @param named whether the reference may be told
     * @return the receipt
     */
    String post(URI hook, KeptAlarmCall call, AlarmCause cause, boolean named) throws NotTaken {
        var request = HttpRequest.newBuilder(hook)
                .timeout(settings.timeout())
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "alarm-" + call.id())
                .POST(HttpRequest.BodyPublishers.ofByteArray(CanonicalJson.write(json(call, cause, named))));
        if (settings.hookKey() != null) {
            request.header("Authorization", "Bearer " + settings.hookKey());
        }
        try {
            int status = WholeAnswer.to(request.build(), http, BodyHandlers.discarding(), settings.timeout())
                    .statusCode();
            if (status >= 200 && status < 300) {
                return "HTTP " + status;
            }
            // Not followed: an alarm goes only where the configuration says. Tried again: whoever mends the address is
            // in time.
            boolean moved = status >= 300 && status < 400;
            boolean passes = moved || status >= 500 || status == 408 || status == 425 || status == 429;
            throw new NotTaken(
                    moved ? "hook-moved" : passes ? "hook-fails" : "hook-refuses",
                    !passes,
                    new IOException("status " + status));
        } catch (HttpTimeoutException e) {
            throw new NotTaken("hook-slow", false, e);
        } catch (IOException e) {
            throw new NotTaken("hook-not-reached", false, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotTaken("hook-not-reached", false, e);
        }
    }

    private Map<String, Object> json(KeptAlarmCall call, AlarmCause cause, boolean named) {
        return Map.ofEntries(
                entry("id", "alarm-" + call.id()),
                entry("kind", cause.kind()),
                entry("reference", named ? cause.named() : ""),
                entry("since", cause.since().toString()),
                entry(
                        "who",
                        call.who().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-')),
                entry("link", origin + (named ? cause.path() : "/desk")),
                entry("practice", practice));
    }

    /** Codes: {@code hook-not-reached}, {@code hook-slow}, {@code hook-fails}, {@code hook-moved}, {@code hook-refuses}. */
    static final class NotTaken extends Exception {

        private final String code;
        private final boolean last;

        NotTaken(String code, boolean last, Throwable cause) {
            super(code, cause);
            this.code = code;
            this.last = last;
        }

        String code() {
            return code;
        }

        /** Trying again would not help. */
        boolean last() {
            return last;
        }
    }
}
