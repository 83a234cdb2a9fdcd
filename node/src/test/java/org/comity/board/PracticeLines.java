package org.comity.board;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import org.comity.directory.Participant;
import org.comity.exchange.PeerReading;
import org.comity.exchange.PeerShelf;

/** Lines between nodes of one process: whoever is stopped answers nobody. */
public final class PracticeLines {

    private final Map<String, PeerShelf> shelves = new HashMap<>();
    public final Set<String> stopped = new HashSet<>();

    /** Changes what somebody serves: its path and the answer. */
    public BinaryOperator<String> changed = (path, answer) -> answer;

    public long bytes;

    public void put(String participant, PeerShelf shelf) {
        shelves.put(participant + "/" + shelf.name(), shelf);
    }

    public PeerReading of(String self) {
        return (peer, timeout) -> open(self, peer, timeout);
    }

    private PeerReading.Line open(String self, Participant peer, Duration timeout) throws IOException {
        if (stopped.contains(peer.id())) throw new IOException("refused");
        return new PeerReading.Line() {
            @Override
            public PeerReading.Got get(String path, int largest) throws IOException {
                int slash = path.indexOf('/');
                var shelf = shelves.get(peer.id() + "/" + path.substring(0, slash));
                if (shelf == null) return new PeerReading.Got(404, new byte[0]);
                var answer = shelf.answer(self, path.substring(slash + 1));
                byte[] content = answer.content();
                var said = new String(content, java.nio.charset.StandardCharsets.UTF_8);
                var now = changed.apply(path, said);
                if (!now.equals(said)) content = now.getBytes(java.nio.charset.StandardCharsets.UTF_8);
                if (content.length > largest) throw new IOException("too large");
                bytes += content.length;
                return new PeerReading.Got(answer.status(), content);
            }

            @Override
            public void close() {}
        };
    }
}
