package org.comity.board.follow;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.comity.bench.BoardKeys;
import org.comity.directory.Directory;
import org.comity.proof.feed.Audience;
import org.comity.proof.feed.FeedCheckpoint;
import org.comity.proof.log.Note;
import org.comity.proof.log.NoteKey;
import org.jspecify.annotations.Nullable;

/** A member for the bench: asks by HTTPS and checks all as a node does, and keeps it in memory. */
public final class LightFollower {

    private static final FeedName FEED = new FeedName(BoardKeys.HOST, Audience.PARTICIPANTS);

    private final Supplier<HttpClient> connecting;
    private final URI host;
    private final Directory directory;
    private final Clock clock;
    private final HostKeys keys;
    private final Map<String, Map<String, Object>> bodies = new HashMap<>();
    private final List<Published> taken = new ArrayList<>();
    private @Nullable CheckedFeed held;
    private @Nullable NoteKey log;
    private @Nullable Note last;
    private long bytes;

    public LightFollower(Supplier<HttpClient> connecting, URI host, Directory directory, Clock clock) {
        this.connecting = connecting;
        this.host = host;
        this.directory = directory;
        this.clock = clock;
        this.keys = new HostKeys(directory, clock);
    }

    /** Holds what the other one holds, as if it had taken it itself; bodies it has none of. */
    public void resume(LightFollower other) {
        log = other.log;
        last = other.last;
        taken.addAll(other.taken);
        held = feed();
        held.resume(Objects.requireNonNull(last), taken);
    }

    private CheckedFeed feed() {
        return new CheckedFeed(FEED, directory.network(), keys.register(FEED.host()), Objects.requireNonNull(log));
    }

    /** One turn, over a connection of its own, as a node opens it. */
    public void turn() throws IOException, InterruptedException {
        try (var client = connecting.get()) {
            if (held == null) {
                log = keys.log(FEED, get(client, FEED.path("key")));
                held = feed();
            }
            var note = Note.read(get(client, FEED.path("checkpoint")));
            long size = FeedCheckpoint.read(note.text()).head().size();
            List<Published> more = new ArrayList<>();
            while (held.size() + more.size() < size) {
                more.addAll(Published.page(get(client, FEED.path("entries/" + (held.size() + more.size())))));
            }
            held.take(note, more, clock.instant());
            taken.addAll(more);
            last = note;
            for (var each : more) {
                var publication = each.publication();
                bodies.put(
                        publication.subject(), publication.body(get(client, FEED.path("bodies/" + publication.act()))));
            }
        }
    }

    public boolean holds(String subject) {
        return bodies.containsKey(subject);
    }

    /** Of bodies of answers, without HTTP and TLS. */
    public long bytes() {
        return bytes;
    }

    private byte[] get(HttpClient client, String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(host.resolve("/" + path)).GET().build();
        var answer = client.send(request, BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) throw new IOException(path + ": " + answer.statusCode());
        bytes += answer.body().length;
        return answer.body();
    }
}
