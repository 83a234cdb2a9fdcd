package org.comity.exchange.outbox;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.comity.exchange.Parcel;
import org.comity.proof.form.CanonicalJson;
import org.comity.sealing.Sealing;
import org.comity.thread.Threads;
import org.springframework.stereotype.Component;

/** Makes the parcel anew for each attempt: encrypted for the key that the addressee's entry names now. */
@Component
class PackingParcel {

    private final Threads threads;
    private final JointPayloads joint;
    private final Sealing sealing;
    private final Directory directory;

    PackingParcel(Threads threads, JointPayloads joint, Sealing sealing, Directory directory) {
        this.joint = joint;
        this.threads = threads;
        this.sealing = sealing;
        this.directory = directory;
    }

    /** A parcel, and its rows as they leave in it. */
    record Packed(Parcel parcel, List<OutboxRow> rows) {}

    /**
     * @param rows one, or several acts, or several entries, for one peer
     * @param to the peer, as its entry names it now
     */
    Packed packed(List<OutboxRow> rows, Participant to) {
        var row = rows.getFirst();
        if (row.action() != Parcel.Action.PAGE) return new Packed(parcel(row, plain(rows), to), rows);
        var page = joint.ofPage(row);
        return new Packed(parcel(row, page.payloads(), to), List.of(page.left()));
    }

    private Parcel parcel(OutboxRow row, List<byte[]> plain, Participant to) {
        var node = Objects.requireNonNull(to.node(), "a peer without a node");
        var ageFiles = plain.stream()
                .map(it -> sealing.encrypt(it, List.of(node.ageRecipient())))
                .toList();
        return new Parcel(
                row.action(), directory.self().id(), row.destination(), row.thread(), ageFiles, directory.position());
    }

    private List<byte[]> plain(List<OutboxRow> rows) {
        return switch (rows.getFirst().action()) {
            case ACT -> rows.stream().map(this::container).toList();
            case INVITATION ->
                joint.ofInvitation(rows.getFirst())
                        .orElseThrow(() -> new TextDeleted(rows.getFirst().subject()));
            case ENTRY ->
                List.of(CanonicalJson.write(Map.of(
                        "entries",
                        rows.stream().map(it -> CanonicalJson.read(entry(it))).toList())));
            default -> List.of(payload(rows.getFirst()));
        };
    }

    private byte[] entry(OutboxRow row) {
        return row.payload() == null ? joint.ofHead(row) : row.payload();
    }

    private byte[] container(OutboxRow row) {
        return threads.container(row.subject())
                .or(() -> joint.container(row.subject()))
                .orElseThrow(() -> new TextDeleted(row.subject()));
    }

    private static byte[] payload(OutboxRow row) {
        return Objects.requireNonNull(row.payload());
    }

    /** Retention took what the act said before it could leave again. */
    static final class TextDeleted extends IllegalStateException {
        private TextDeleted(String act) {
            super("no container of act " + act);
        }
    }
}
