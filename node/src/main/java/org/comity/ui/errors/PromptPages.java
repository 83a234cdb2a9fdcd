package org.comity.ui.errors;

import jakarta.annotation.PreDestroy;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.comity.ui.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Says within seconds that the database does not answer, where a page would else hang for as long as the database does. Before
 * all filters that may look for a session, which is in the database; while it answers it is asked every few seconds at most.
 */
@Component
@ConditionalOnWebApplication
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class PromptPages extends OncePerRequestFilter {

    static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final long FRESH = Duration.ofSeconds(2).toNanos();

    private final BooleanSupplier answers;
    private final PlainPage page;
    private final Runnable end;
    private final LongSupplier nanoTime;
    private final Duration patience;
    private CompletableFuture<Boolean> look = CompletableFuture.completedFuture(false);
    /** Of the last answer; null before the first. */
    private volatile @Nullable Long answeredAt;

    @Autowired
    PromptPages(ObjectProvider<JdbcConnectionDetails> database, Words words) {
        this(new DatabaseProbe(database), words);
    }

    private PromptPages(DatabaseProbe line, Words words) {
        this(line::answers, words, line::close, System::nanoTime, PATIENCE);
    }

    /**
     * @param answers whether the database does; may take as long as it likes
     * @param patience how long a page waits for that
     */
    PromptPages(BooleanSupplier answers, Words words, Runnable end, LongSupplier nanoTime, Duration patience) {
        this.answers = answers;
        this.page = new PlainPage(words, new FailureFacts(503, "no-database", Map.of()));
        this.end = end;
        this.nanoTime = nanoTime;
        this.patience = patience;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (databaseAnswers()) {
            chain.doFilter(request, response);
            return;
        }
        response.setHeader("Retry-After", "10");
        boolean typed = !"GET".equals(request.getMethod()) && !"HEAD".equals(request.getMethod());
        page.answer(request, response, typed);
    }

    /** Health has an answer of its own, and what is the same for everybody needs no database. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        return path.startsWith("/assets/") || path.startsWith("/actuator/");
    }

    private boolean databaseAnswers() {
        var at = answeredAt;
        if (at != null && nanoTime.getAsLong() - at < FRESH) return true;
        try {
            boolean found = looking().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (found) answeredAt = nanoTime.getAsLong();
            return found;
        } catch (TimeoutException hangs) {
            return false;
        } catch (ExecutionException fault) {
            // A fault of the look says nothing of the database: whoever reads the page finds out.
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** One look at a time: who asks while it hangs waits for the same one. */
    private synchronized CompletableFuture<Boolean> looking() {
        if (look.isDone()) {
            look = CompletableFuture.supplyAsync(
                    answers::getAsBoolean,
                    it -> Thread.ofPlatform().daemon().name("database-look").start(it));
        }
        return look;
    }

    @PreDestroy
    void end() {
        end.run();
    }
}
