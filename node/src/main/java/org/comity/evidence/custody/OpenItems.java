package org.comity.evidence.custody;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps items open between two parts of an upload, so that what is stored need not be read again for each. Whoever takes one has it alone.
 */
final class OpenItems {

    private static final Logger log = LoggerFactory.getLogger(OpenItems.class);

    private final Map<UUID, AddingItem> idle = new LinkedHashMap<>();
    private final int most;

    OpenItems(int most) {
        this.most = most;
    }

    @FunctionalInterface
    interface Opening {
        AddingItem open() throws IOException;
    }

    AddingItem take(UUID item, Opening opening) throws IOException {
        var held = held(item);
        return held.isPresent() ? held.get() : opening.open();
    }

    /** What is open and idle; whoever takes it has it alone. */
    Optional<AddingItem> held(UUID item) {
        synchronized (idle) {
            return Optional.ofNullable(idle.remove(item));
        }
    }

    /** What an open and idle one says of itself; whoever wants to take it waits for the answer. */
    <T> Optional<T> ask(UUID item, Function<AddingItem, Optional<T>> question) {
        synchronized (idle) {
            return Optional.ofNullable(idle.get(item)).flatMap(question);
        }
    }

    /** What failed is closed: the disk alone knows how far it came. */
    void giveBack(UUID item, AddingItem adding) {
        if (adding.broken()) {
            close(item, adding);
            return;
        }
        Map.Entry<UUID, AddingItem> oldest = null;
        synchronized (idle) {
            idle.put(item, adding);
            if (idle.size() > most) oldest = idle.entrySet().iterator().next();
            if (oldest != null) idle.remove(oldest.getKey());
        }
        if (oldest != null) close(oldest.getKey(), oldest.getValue());
    }

    void closeAll() {
        synchronized (idle) {
            idle.forEach(OpenItems::close);
            idle.clear();
        }
    }

    static void close(UUID item, AddingItem adding) {
        try {
            adding.close();
        } catch (IOException e) {
            log.warn("The payload of item {} could not be closed", item, e);
        }
    }
}
