package org.comity.casework.requests;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.regex.Pattern;
import org.comity.casework.RequestExport;
import org.comity.casework.TextDeleted;
import org.comity.ledger.Ledger;
import org.comity.procedure.RequestRow;
import org.comity.procedure.UseLimits;
import org.comity.proof.seal.Container;
import org.comity.thread.Threads;
import org.comity.thread.Threads.KeptAct;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Hands out threads, containers and what is in them, within the use limit, and writes down who took them. */
@Component
class RecordedTaking implements RequestExport {

    private static final Pattern OF_ACT =
            Pattern.compile("acts/([0-9a-f]{64})/(act\\.asice|act\\.pdf|act\\.json|files/([^/]{1,255}))");

    private final Threads threads;
    private final ExportingThread exporting;
    private final UseLimits limits;
    private final CaseAccessByDuty access;
    private final Ledger ledger;

    RecordedTaking(
            Threads threads, ExportingThread exporting, UseLimits limits, CaseAccessByDuty access, Ledger ledger) {
        this.threads = threads;
        this.exporting = exporting;
        this.limits = limits;
        this.access = access;
        this.ledger = ledger;
    }

    @Override
    @Transactional
    public Part take(String reference, String what, UseLimits.Confirmed within, Official by) {
        var row = access.row(reference, by);
        if (what.equals(THREAD)) {
            limits.confirm(row, within, what, by);
            return new Piece(row.reference() + ".zip", "application/zip", false, out -> exporting.export(row, by, out));
        }
        var piece = piece(row, what);
        limits.confirm(row, within, what, by);
        ledger.record(by, "act.exported", act(what), Map.of("reference", row.reference(), "what", what));
        return piece;
    }

    private Piece piece(RequestRow row, String what) {
        var named = OF_ACT.matcher(what);
        if (!named.matches()) {
            throw new ListingRequests.Unknown(row.reference());
        }
        var act = threads.act(named.group(1))
                .filter(it -> it.thread().equals(row.thread()))
                .orElseThrow(() -> new ListingRequests.Unknown(row.reference()));
        if (act.forgottenAt() != null) {
            throw new TextDeleted(act);
        }
        byte[] container = threads.container(act.id()).orElseThrow(() -> new ListingRequests.Unknown(row.reference()));
        return switch (named.group(2)) {
            case "act.asice" -> piece(act, named.group(1).substring(0, 12) + ".asice", Container.MIMETYPE, container);
            case "act.pdf" -> piece(act, made(act, "act.pdf"), "application/pdf", inside(row, container, "act.pdf"));
            case "act.json" ->
                piece(act, made(act, "act.json"), "application/json", inside(row, container, "act.json"));
            // Attachments come from outside: never shown as what they say they are.
            default ->
                piece(
                        act,
                        named.group(3),
                        "application/octet-stream",
                        inside(row, container, "attachments/" + named.group(3)));
        };
    }

    /** What the other State made carries its name on our disks too. */
    private static String made(KeptAct act, String name) {
        return act.ours() ? name : act.envelope().author() + "-" + name;
    }

    private static Piece piece(KeptAct act, String name, String mediaType, byte[] content) {
        return new Piece(name, mediaType, !act.ours(), out -> out.write(content));
    }

    private static byte[] inside(RequestRow row, byte[] container, String name) {
        var content = Container.read(container).files().get(name);
        if (content == null) {
            throw new ListingRequests.Unknown(row.reference());
        }
        return content;
    }

    private static String act(String what) {
        return what.split("/")[1];
    }

    private record Piece(String name, String mediaType, boolean theirs, Writing writing) implements Part {

        @Override
        public void to(OutputStream out) throws IOException {
            writing.to(out);
        }
    }

    private interface Writing {
        void to(OutputStream out) throws IOException;
    }
}
