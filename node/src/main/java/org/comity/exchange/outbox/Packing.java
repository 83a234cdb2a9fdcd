package org.comity.exchange.outbox;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.comity.directory.Directory;
import org.comity.exchange.Parcel;
import org.comity.proof.CanonicalJson;
import org.comity.sealing.Sealing;
import org.comity.thread.Threads;
import org.springframework.stereotype.Component;

/** Makes the parcel anew for each attempt: encrypted for the key that the addressee's entry names now. */
@Component
class Packing {

    private final Threads threads;
    private final Sealing sealing;
    private final Directory directory;

    Packing(Threads threads, Sealing sealing, Directory directory) {
        this.threads = threads;
        this.sealing = sealing;
        this.directory = directory;
    }

    /** @param rows one, or several entries for one peer */
    Parcel parcel(List<Row> rows) {
        var row = rows.getFirst();
        var node = Objects.requireNonNull(directory.get(row.destination()).node(), "a peer without a node");
        byte[] age = sealing.encrypt(plain(rows), List.of(node.ageRecipient()));
        return new Parcel(
                row.action(), directory.self().id(), row.destination(), row.thread(), age, directory.position());
    }

    private byte[] plain(List<Row> rows) {
        var row = rows.getFirst();
        return switch (row.action()) {
            case ACT -> threads.container(row.subject())
                    .orElseThrow(() -> new IllegalStateException("No container of act " + row.subject()));
            case ENTRY -> CanonicalJson.write(Map.of(
                    "entries", rows.stream().map(it -> CanonicalJson.read(payload(it))).toList()));
            default -> payload(row);
        };
    }

    private static byte[] payload(Row row) {
        return Objects.requireNonNull(row.payload());
    }
}
