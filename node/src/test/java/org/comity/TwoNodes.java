package org.comity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import org.comity.directory.PracticeNetwork;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** XA and XB as real processes, and one browser, for all stories of a test run: started by the first, ended after the last. */
final class TwoNodes implements BeforeAllCallback {

    /** Another, so that two runs on one machine do not meet. */
    private static final int OPERATOR = Integer.getInteger("comity.story.port", 18540);

    private static Running running;

    @Override
    public void beforeAll(ExtensionContext context) {
        running = context.getRoot()
                .getStore(Namespace.create(TwoNodes.class))
                .computeIfAbsent(Running.class, it -> Running.start(), Running.class);
    }

    /** @param state 1: XA, 2: XB */
    static String address(int state) {
        return "http://localhost:" + (OPERATOR + state);
    }

    static SeatedChair chair(int state, String duty, String language, int width, boolean script) {
        return SeatedChair.sit(running.browser(), address(state), duty, language, width, script);
    }

    /** Where this State's node looks for a disk that somebody carries. */
    static Path disk(int state) {
        return running.home().resolve(state == 1 ? "xa-1" : "xb-1").resolve("disk");
    }

    record Running(Path home, NodeProcess a, NodeProcess b, Playwright playwright, Browser browser) implements AutoCloseable {

        static Running start() {
            try {
                Path home = Files.createTempDirectory("comity-story");
                Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
                var network = PracticeNetwork.lay(home, 2, OPERATOR);
                var a = new NodeProcess(network.nodes().getFirst().config());
                var b = new NodeProcess(network.nodes().getLast().config());
                var playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                var all = new Running(home, a, b, playwright, Chromium.launch(playwright));
                await().atMost(Duration.ofMinutes(4)).until(() -> ready(a) && ready(b));
                return all;
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }

        private static boolean ready(NodeProcess node) {
            assertThat(node.alive()).as(node.log()).isTrue();
            return node.log().contains("exchange warm");
        }

        @Override
        public void close() throws InterruptedException {
            playwright.close();
            a.close();
            b.close();
        }
    }
}
