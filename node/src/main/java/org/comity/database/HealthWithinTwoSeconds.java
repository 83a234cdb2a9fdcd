package org.comity.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.endpoint.ApiVersion;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.actuate.endpoint.web.WebServerNamespace;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointWebExtension;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers {@code /actuator/health} within two seconds: whoever asks must be told that the database hangs, and not hang with
 * it. First of all filters, because those behind it may look for a session, which is in the database.
 */
@Component
@ConditionalOnWebApplication
@Order(Ordered.HIGHEST_PRECEDENCE)
class HealthWithinTwoSeconds extends OncePerRequestFilter {

    static final String PATH = "/actuator/health";
    static final Duration PATIENCE = Duration.ofMillis(1500);
    /** A look at a database that is gone without a word may never end: whether it came back is looked at anew. */
    private static final Duration LONGEST_LOOK = Duration.ofSeconds(30);

    private static final Logger log = LoggerFactory.getLogger(HealthWithinTwoSeconds.class);
    private static final Answer SILENT = new Answer(503, "{\"status\":\"DOWN\"}".getBytes(UTF_8));
    private static final JsonMapper JSON = new JsonMapper();

    private final Supplier<@Nullable Answer> looking;
    private @Nullable CompletableFuture<@Nullable Answer> look;
    private long begun;

    @Autowired
    HealthWithinTwoSeconds(ObjectProvider<HealthEndpointWebExtension> health) {
        this(() -> look(health));
    }

    HealthWithinTwoSeconds(Supplier<@Nullable Answer> looking) {
        this.looking = looking;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var said = said();
        if (said == null) {
            chain.doFilter(request, response);
            return;
        }
        response.setStatus(said.status());
        response.setContentType("application/json");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.getOutputStream().write(said.body());
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().equals(request.getContextPath() + PATH)
                || !request.getMethod().equals("GET");
    }

    private @Nullable Answer said() {
        try {
            return lookedAt().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException hangs) {
            return SILENT;
        } catch (ExecutionException | CompletionException broken) {
            log.warn("health could not be looked at: {}", String.valueOf(broken.getCause()));
            return SILENT;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return SILENT;
        }
    }

    /** One look at a time: who asks while it hangs waits for the same one. */
    private synchronized CompletableFuture<@Nullable Answer> lookedAt() {
        var now = look;
        if (now == null || now.isDone() || System.nanoTime() - begun > LONGEST_LOOK.toNanos()) {
            begun = System.nanoTime();
            now = CompletableFuture.supplyAsync(looking, Thread::startVirtualThread);
            look = now;
        }
        return now;
    }

    private static @Nullable Answer look(ObjectProvider<HealthEndpointWebExtension> health) {
        var endpoint = health.getIfAvailable();
        if (endpoint == null) {
            return null;
        }
        var answer = endpoint.health(ApiVersion.LATEST, WebServerNamespace.SERVER, SecurityContext.NONE);
        return new Answer(answer.getStatus(), JSON.writeValueAsBytes(answer.getBody()));
    }

    /** What is answered; nothing where health is not exposed. */
    record Answer(int status, byte[] body) {}
}
