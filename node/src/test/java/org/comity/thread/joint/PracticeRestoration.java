package org.comity.thread.joint;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.comity.thread.Restoration;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;

/** A node that came back from a backup as long as it is closed to somebody. */
record PracticeRestoration(Set<String> closedTo) implements Restoration {

    @Override
    public Optional<Restored> last() {
        return closedTo.isEmpty() ? Optional.empty() : Optional.of(new Restored(Instant.EPOCH, Instant.EPOCH));
    }

    @Override
    public boolean closedTo(String counterpart) {
        return closedTo.contains(counterpart);
    }

    @Override
    public List<String> open(String counterpart, @Nullable Official by) {
        closedTo.remove(counterpart);
        return List.of();
    }

    @Override
    public void left(Head head) {}

    @Override
    public List<Head> heads(String counterpart, String after, int limit) {
        return List.of();
    }

    @Override
    public long count(String counterpart) {
        return 0;
    }

    @Override
    public boolean holds(Head head) {
        return true;
    }

    @Override
    public long neededAfter(Head head) {
        return 0;
    }

    @Override
    public boolean told() {
        return false;
    }
}
