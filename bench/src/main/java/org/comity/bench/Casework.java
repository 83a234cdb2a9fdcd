package org.comity.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** One State's officers in a thread of their own: they open requests, or take the next act that is theirs. */
final class Casework implements Runnable {

    private final OfficersAtWork desk;
    private final @Nullable String asks;
    private final List<String> acts;
    private final AtomicBoolean over;
    private final Map<String, Integer> done = new HashMap<>();
    private int cases;

    /**
     * @param asks whom requests go to; null asks nobody
     * @param acts in the order in which each request gets them, once they are offered
     */
    Casework(OfficersAtWork desk, @Nullable String asks, List<String> acts, AtomicBoolean over) {
        this.desk = desk;
        this.asks = asks;
        this.acts = acts;
        this.over = over;
    }

    @Override
    public void run() {
        try {
            while (!over.get()) {
                if (asks != null) {
                    desk.request(asks, "C-" + ++cases);
                }
                answer();
                Thread.sleep(200);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer() throws InterruptedException {
        for (var reference : new ArrayList<>(desk.references())) {
            int next = done.getOrDefault(reference, 0);
            if (over.get() || next == acts.size()) {
                continue;
            }
            if (desk.offers(reference, acts.get(next))) {
                desk.act(reference, acts.get(next));
                done.put(reference, next + 1);
            }
        }
    }
}
