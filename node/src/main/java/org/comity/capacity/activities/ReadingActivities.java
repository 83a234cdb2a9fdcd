package org.comity.capacity.activities;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.capacity.ThreadsOfLaw;
import org.comity.procedure.Requests;
import org.comity.thread.Threads;
import org.comity.vocabulary.Role;
import org.springframework.stereotype.Component;

/** Reads activities from the threads of their sides, many threads at a look. */
@Component
class ReadingActivities {

    private final ThreadsOfLaw threads;
    private final ActivityNameRows names;

    ReadingActivities(Requests requests, Threads threads, ActivityNameRows names) {
        this.threads = new ThreadsOfLaw(requests, threads, FollowUpTime.procedure());
        this.names = names;
    }

    /** Of whatever version. */
    boolean are(String id) {
        return id.startsWith(threads.law() + "/");
    }

    /**
     * Newest first. Sides of one name stand together; before they have one, each by itself.
     *
     * @param role ours: who keeps the list is asked, a side asks
     * @param reader what this official may see
     */
    List<SharedActivity> all(Role role, String reader) {
        Map<String, List<ActivitySide>> together = new LinkedHashMap<>();
        for (var said : threads.every(role, reader)) {
            var side = new ActivitySide(said);
            var key = side.name().isEmpty() ? side.row().thread() : side.name();
            together.computeIfAbsent(key, it -> new ArrayList<>()).add(side);
        }
        return together.values().stream()
                .map(it -> new SharedActivity(it.getFirst().name(), it))
                .toList();
    }

    /** By its name, or before it has one by the reference of its only thread, which is looked for first. */
    Optional<SharedActivity> find(String name, Role role, String reader) {
        return threads.named(name, role, reader).stream()
                .map(ActivitySide::new)
                .filter(it -> it.name().isEmpty())
                .map(it -> new SharedActivity("", List.of(it)))
                .findFirst()
                .or(() -> named(name, role, reader));
    }

    private Optional<SharedActivity> named(String name, Role role, String reader) {
        var known = names.of(name);
        var sides = threads.named(List.copyOf(known.values()), role, reader).stream()
                .filter(it -> known.containsKey(it.row().thread()))
                .map(ActivitySide::new)
                .filter(it -> it.name().equals(name))
                .toList();
        return sides.isEmpty() ? Optional.empty() : Optional.of(new SharedActivity(name, sides));
    }
}
