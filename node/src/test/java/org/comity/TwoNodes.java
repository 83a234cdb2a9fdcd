package org.comity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.comity.database.PracticeDatabase;
import org.comity.directory.PracticeNetwork;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * XA and XB for all stories of a JVM, XC in the directory and never there: started by the first, ended after the last, on
 * databases in the server of the run. Their officials have a browser. In a plain run both are in the JVM of the test; with
 * {@code --full} each is a process of its own, as in each run the one that CrashBenchIT kills.
 */
final class TwoNodes implements BeforeAllCallback {

    /** Another, so that two runs on one machine do not meet. */
    private static final int OPERATOR = Integer.getInteger("comity.story.port", 18540);

    private static final String WARM = "exchange warm";

    private static final boolean FULL = Boolean.getBoolean("comity.full");

    private static final List<Map<String, String>> DATABASES = new ArrayList<>();

    private static final List<EmbeddedNode> EMBEDDED = new ArrayList<>();

    /** Of XC, however often it starts. */
    private static Map<String, String> ofThird = Map.of();

    /** Where they keep what they have; null until they run. */
    private static Path home;

    /** Surefire hands classes to a JVM one by one, each an execution of its own: a store of JUnit's would end with the first. */
    @Override
    public void beforeAll(ExtensionContext context) {
        new Chromium().beforeAll(context);
        if (home == null) {
            home = start();
        }
    }

    /** After the last story, so that what they do by themselves takes nobody's time. */
    static void end() {
        EMBEDDED.forEach(EmbeddedNode::close);
    }

    /** @param state 1: XA, 2: XB */
    static String address(int state) {
        return "http://localhost:" + (OPERATOR + state);
    }

    static SeatedChair chair(int state, String duty, Reader reader) {
        return chair(state, duty, reader.language(), reader.width(), reader.script());
    }

    static SeatedChair chair(int state, String duty, String language, int width, boolean script) {
        return SeatedChair.sit(Chromium.browser(), address(state), duty, language, width, script);
    }

    /** The certificate of whoever certified the keys of all. */
    static Path authority() {
        return home.resolve("authority/ca.pem");
    }

    /** What the demo prints for its own network, as the words after {@code verify FILE}. */
    static List<String> anchors() {
        return PracticeNetwork.lay(home, 3, OPERATOR).anchors().stream()
                .flatMap(it -> Stream.of("--anchor", it))
                .toList();
    }

    /** Where this State's node looks for a disk that somebody carries. */
    static Path disk(int state) {
        return home.resolve(state == 1 ? "xa-1" : "xb-1").resolve("disk");
    }

    /** What a node holds, for a story that cannot wait until a day is over. @param state 1: XA, 2: XB, 3: XC */
    static JdbcClient database(int state) {
        var found = state == 3 ? ofThird : DATABASES.get(state - 1);
        return JdbcClient.create(new DriverManagerDataSource(
                found.get("spring.datasource.url"),
                found.get("spring.datasource.username"),
                found.get("spring.datasource.password")));
    }

    /** XC too, for whoever needs three; to be closed by whoever started it, since to all others it is not there. */
    static NodeProcess third() throws IOException {
        ofThird = PracticeDatabase.propertiesOfANode();
        return thirdAgain(Map.of());
    }

    /** The same once more, on its database, with further settings. */
    static NodeProcess thirdAgain(Map<String, String> settings) throws IOException {
        var laid = PracticeNetwork.lay(home, 3, OPERATOR).nodes().get(2);
        var all = new HashMap<>(ofThird);
        all.putAll(settings);
        var node = NodeProcess.with(all, laid.config());
        int before = node.log().split(WARM, -1).length;
        await().atMost(Duration.ofMinutes(6)).until(() -> {
            assertThat(node.alive()).as(node.log()).isTrue();
            return node.log().split(WARM, -1).length > before;
        });
        return node;
    }

    private static Path start() {
        try {
            Path folder = TemporaryFolders.folder("story");
            var laid = PracticeNetwork.lay(folder, 3, OPERATOR).nodes().subList(0, 2);
            for (int state = 0; state < 2; state++) DATABASES.add(PracticeDatabase.propertiesOfANode());
            if (FULL) {
                inProcesses(laid);
            } else {
                for (int state = 0; state < 2; state++) {
                    EMBEDDED.add(new EmbeddedNode(laid.get(state).config(), DATABASES.get(state)));
                }
                TemporaryFolders.atTheEnd(TwoNodes::end);
                EMBEDDED.forEach(EmbeddedNode::warm);
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void inProcesses(List<PracticeNetwork.Laid.Node> laid) throws IOException {
        var nodes = new ArrayList<NodeProcess>();
        for (int state = 0; state < 2; state++) {
            var node = NodeProcess.with(DATABASES.get(state), laid.get(state).config());
            TemporaryFolders.atTheEnd(node::close);
            nodes.add(node);
        }
        await().atMost(Duration.ofMinutes(6)).until(() -> nodes.stream().allMatch(TwoNodes::ready));
    }

    private static boolean ready(NodeProcess node) {
        assertThat(node.alive()).as(node.log()).isTrue();
        return node.log().contains(WARM);
    }
}
