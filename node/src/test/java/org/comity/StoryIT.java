package org.comity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.comity.directory.PracticeNetwork;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The story of a preservation between two real nodes, each a process with its own database, played in a real browser: in
 * English with script, in Arabic on a narrow screen without, in Arabic with.
 */
class StoryIT {

    private static final int OPERATOR = 18540;

    private static NodeProcess a;
    private static NodeProcess b;
    private static Playwright playwright;
    private static Browser browser;

    @BeforeAll
    static void start() throws Exception {
        Path home = Files.createTempDirectory("comity-story");
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
        var network = PracticeNetwork.lay(home, 2, OPERATOR);
        a = new NodeProcess(network.nodes().getFirst().config());
        b = new NodeProcess(network.nodes().getLast().config());
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = Chromium.launch(playwright);
        await().atMost(Duration.ofMinutes(4)).until(() -> ready(a) && ready(b));
    }

    @AfterAll
    static void stop() throws Exception {
        if (playwright != null) {
            playwright.close();
        }
        if (a != null) {
            a.close();
        }
        if (b != null) {
            b.close();
        }
    }

    @ParameterizedTest(name = "{0} at {1}, script {2}")
    @MethodSource("browsers")
    void a_preservation_goes_from_desk_to_desk(String language, int width, boolean script) {
        try (var officer = chair(1, "duty-officer", language, width, script);
                var second = chair(1, "second-officer", language, width, script);
                var theirs = chair(2, "duty-officer", language, width, script);
                var theirSecond = chair(2, "second-officer", language, width, script);
                var magistrate = chair(2, "magistrate", language, width, script);
                var oversight = chair(1, "oversight", language, width, script)) {
            theirs.open("/desk");

            var reference = Story.request(officer, second);

            theirs.seesNews(script);
            Story.answers(reference, officer, theirs, theirSecond, magistrate);
            Story.moreTime(reference, officer, second, theirs, theirSecond);
            officer.open("/requests/" + reference + "/record");
            assertThat(officer.has(".note.green")).as(officer.text()).isTrue();
            oversight.open("/oversight");
            oversight.open("/requests/" + reference);
            assertThat(oversight.has(".card.rec")).isTrue();
            officer.looksAround();
        }
    }

    /** Three say the most; {@code ./comity test --full} plays all eight. */
    static Stream<Arguments> browsers() {
        if (!Boolean.getBoolean("comity.full")) {
            return Stream.of(
                    Arguments.of("en", 1440, true), Arguments.of("ar", 320, false), Arguments.of("ar", 1440, true));
        }
        return Stream.of("en", "ar")
                .flatMap(language -> Stream.of(1440, 320)
                        .flatMap(width -> Stream.of(true, false)
                                .map(script -> Arguments.of(language, width, script))));
    }

    private static SeatedChair chair(int state, String duty, String language, int width, boolean script) {
        return SeatedChair.sit(browser, "http://localhost:" + (OPERATOR + state), duty, language, width, script);
    }

    private static boolean ready(NodeProcess node) {
        assertThat(node.alive()).as(node.log()).isTrue();
        return node.log().contains("exchange warm");
    }
}
