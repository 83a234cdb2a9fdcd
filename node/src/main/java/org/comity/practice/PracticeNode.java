package org.comity.practice;

import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One node of the practice network and its officers; each sits down when first needed. */
public final class PracticeNode implements AutoCloseable {

    private final String id;
    private final URI page;
    private final Map<String, SeatedOfficer> officers = new HashMap<>();

    public PracticeNode(String id, int port) {
        this.id = id;
        this.page = URI.create("http://localhost:" + port);
    }

    String id() {
        return id;
    }

    URI page() {
        return page;
    }

    SeatedOfficer officer(String duty) throws IOException, InterruptedException {
        var seated = officers.get(duty);
        if (seated == null) {
            seated = new SeatedOfficer(page, duty);
            officers.put(duty, seated);
        }
        return seated;
    }

    /** Hashes of the register as this node holds it; empty while it does not know the thread. */
    List<?> register(String reference) throws IOException, InterruptedException {
        return entries("/requests/" + reference);
    }

    /** The same of what stands at this path. */
    List<?> entries(String path) throws IOException, InterruptedException {
        var entries = officer("duty-officer").lookIfThere(path + "/entries");
        return entries == null ? List.of() : JsonPart.list(entries, "entries");
    }

    /** The operator vouches for every other node by this node's clock: it was asked since the clock was moved. */
    boolean knowsEverybody() throws IOException, InterruptedException {
        var participants = JsonPart.list(officer("duty-officer").look("/directory"), "participants");
        return participants.stream().map(it -> (Map<?, ?>) it).noneMatch(it -> "grace".equals(it.get("standing")));
    }

    /** Whoever is needed next sits down anew, with a token of its own. */
    void standUp() {
        officers.clear();
    }

    @Override
    public void close() throws IOException {
        for (var each : officers.values()) {
            each.close();
        }
        officers.clear();
    }
}
