package org.comity.paper;

import java.util.List;
import org.comity.TemporaryFolders;
import org.comity.directory.PracticeNetwork;
import org.springframework.test.context.DynamicPropertyRegistry;

/** A whole practice node of XA, which knows XB with a node and XD without one. */
public final class PaperNode {

    private PaperNode() {}

    public static void lay(DynamicPropertyRegistry properties) {
        var home = TemporaryFolders.folder("paper");
        PracticeNetwork.lay(home, 2);
        properties.add("node.home", () -> home.resolve("xa-1").toString());
        properties.add("node.keys", () -> home.resolve("xa-1/keys").toString());
        properties.add(
                "node.directory.folder", () -> home.resolve("xa-1/directory").toString());
        // XA plays the Secretariat too: it keeps the list of needs and offers, holds reviews, and publishes boards.
        properties.add("node.board.host", () -> "true");
        properties.add("node.capacity.enabled", () -> "true");
        properties.add("node.review.enabled", () -> "true");
        properties.add("node.exchange.warm-rounds", () -> "0");
        // A drawing that is late is shown as far as it came; here it has the time that a busy machine takes.
        properties.add("node.viewer.longest", () -> "PT2M");
        // What the node does by itself now and then, tests do when they want it done.
        for (var turn : List.of("node.evidence.match-after-start", "node.evidence.remove-every", "node.ledger.every")) {
            properties.add(turn, () -> "PT24H");
        }
    }
}
