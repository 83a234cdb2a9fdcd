package org.comity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.comity.database.PracticeDatabase;
import org.comity.directory.PracticeNetwork;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The Secretariat (XS), XA and XB as real processes, XD in the directory without a node: for stories of what States tell the Secretariat. */
final class SecretariatNodes implements BeforeAllCallback {

    /** Beside the ports of {@link TwoNodes}. */
    private static final int FIRST = Integer.getInteger("comity.story.port", 18540) + 40;

    private static final List<String> IDS = List.of("XS-1", "XA-1", "XB-1");
    private static final Map<String, NodeProgram> PROGRAMS = new HashMap<>();
    private static boolean running;

    @Override
    public void beforeAll(ExtensionContext context) {
        new Chromium().beforeAll(context);
        if (!running) {
            start();
            running = true;
        }
    }

    static String address(String id) {
        return "http://localhost:" + (FIRST + IDS.indexOf(id));
    }

    static NodeProgram program(String id) {
        return PROGRAMS.computeIfAbsent(id, it -> new NodeProgram(address(it)));
    }

    static FormOfficer officer(String id, String duty) {
        return new FormOfficer(address(id), duty);
    }

    static SeatedChair chair(String id, String duty, String language) {
        return SeatedChair.sit(Chromium.browser(), address(id), duty, language, 1280, true);
    }

    private static void start() {
        try {
            var folder = TemporaryFolders.folder("secretariat");
            var laid = PracticeNetwork.layWithSecretariat(folder, 2, FIRST, false, Clock.systemUTC());
            var configs = new ArrayList<>(List.of(laid.operator()));
            laid.nodes().forEach(it -> configs.add(it.config()));
            var nodes = new ArrayList<NodeProcess>();
            for (var config : configs) {
                var properties = new HashMap<>(PracticeDatabase.propertiesOfANode());
                properties.put("node.board.every", "PT2S");
                properties.put("node.capacity.iati.publisher", "XS-COMITY-1");
                var node = NodeProcess.with(properties, config);
                TemporaryFolders.atTheEnd(node::close);
                nodes.add(node);
            }
            await().atMost(Duration.ofMinutes(8)).until(() -> nodes.stream().allMatch(SecretariatNodes::ready));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean ready(NodeProcess node) {
        assertThat(node.alive()).as(node.log()).isTrue();
        return node.log().contains("exchange warm");
    }
}
