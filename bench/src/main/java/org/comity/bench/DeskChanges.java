package org.comity.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Listens to what a node tells an open desk about its requests. A request changes when its opening act is approved, and again when the register's entry has been verified and kept; each is told after its commit.
 */
final class DeskChanges implements AutoCloseable {

    private static final Pattern REQUEST = Pattern.compile("data:.*\"topic\":\"requests\",\"id\":\"([^\"]+)\".*");
    private static final int APPROVED_AND_REGISTERED = 2;

    private final Browser officer;
    private final Map<String, Awaited> awaited = new ConcurrentHashMap<>();
    private final CountDownLatch open = new CountDownLatch(1);
    private final Thread reading;
    private volatile boolean over;

    private static final class Awaited {
        private final CompletableFuture<Long> verified = new CompletableFuture<>();
        private int changes;
    }

    DeskChanges(int port) throws IOException, InterruptedException {
        officer = new Browser(port).sit("lawyer");
        reading = Thread.ofPlatform().daemon().name("changes").start(this::read);
        open.await();
    }

    /** Completed with {@link System#nanoTime} when the node has verified the entry of this request's opening act. */
    CompletableFuture<Long> verified(String reference) {
        return awaited.computeIfAbsent(reference, it -> new Awaited()).verified;
    }

    private void read() {
        String last = null;
        while (!over) {
            try (var lines = officer.stream("/events", last)) {
                for (var line : (Iterable<String>) lines::iterator) {
                    open.countDown();
                    last = line.startsWith("id:") ? line.substring(3).strip() : last;
                    if (line.equals("event:missed")) {
                        fail(new IOException("a change was missed"));
                    }
                    note(line);
                }
            } catch (IOException | UncheckedIOException e) {
                fail(e);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void note(String line) {
        var request = REQUEST.matcher(line);
        if (!request.matches()) {
            return;
        }
        var act = awaited.computeIfAbsent(request.group(1), it -> new Awaited());
        if (++act.changes == APPROVED_AND_REGISTERED) {
            act.verified.complete(System.nanoTime());
        }
    }

    private void fail(@Nullable Exception why) {
        if (!over) {
            awaited.values().forEach(it -> it.verified.completeExceptionally(why));
        }
    }

    @Override
    public void close() {
        over = true;
        reading.interrupt();
    }
}
