package org.comity.database;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.event.ApplicationFailedEvent;
import org.springframework.boot.context.event.SpringApplicationEvent;
import org.springframework.context.ApplicationListener;

/**
 * Starts the PostgreSQL that a node brings along as soon as its configuration is read, beside the rest of the start. A
 * start that fails stops it again.
 */
public final class StartingPostgresEarly implements ApplicationListener<SpringApplicationEvent> {

    private @Nullable CompletableFuture<LocalPostgres> postgres;

    @Override
    public void onApplicationEvent(SpringApplicationEvent event) {
        switch (event) {
            case ApplicationEnvironmentPreparedEvent prepared -> begin(prepared);
            case ApplicationFailedEvent failed -> giveUp();
            default -> {}
        }
    }

    private void begin(ApplicationEnvironmentPreparedEvent prepared) {
        var environment = prepared.getEnvironment();
        if (environment.getProperty("spring.datasource.url") != null) {
            return;
        }
        var folder = DatabaseConfiguration.folder(Path.of(environment.getRequiredProperty("node.home")));
        boolean durable = environment.getProperty("node.database.durable", Boolean.class, true);
        postgres = CompletableFuture.supplyAsync(
                () -> RestartingPostgres.whenItEnds(new LocalPostgres(folder, durable)),
                it -> Thread.ofPlatform().daemon().name("postgres").start(it));
        prepared.getBootstrapContext()
                .addCloseListener(closed ->
                        closed.getApplicationContext().getBeanFactory().registerSingleton("postgresAhead", this));
    }

    /** Waits until it is there. */
    LocalPostgres started() {
        try {
            return java.util.Objects.requireNonNull(postgres).join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    private void giveUp() {
        if (postgres != null) {
            postgres.thenAccept(LocalPostgres::close)
                    .exceptionally(neverThere -> null)
                    .join();
        }
    }
}
