package org.comity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.comity.clock.PracticeClock;
import org.comity.database.PracticeDatabase;
import org.comity.directory.PracticeNetwork;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The Secretariat (XS), XA and XB as real processes, XD and an observer (XU) in the directory without a node: for stories of what
 * States tell the Secretariat. The observer applied two days ago, and every State could object for one day.
 */
final class SecretariatNodes implements BeforeAllCallback {

    /** Beside the ports of {@link TwoNodes}. */
    private static final int FIRST = Integer.getInteger("comity.story.port", 18540) + 40;

    /** As it applied to be an observer, and as the directory has it. */
    static final String OBSERVER = "Institute for Open Evidence";

    private static final Duration SINCE_IT_APPLIED = Duration.ofDays(2);

    private static final List<String> IDS = List.of("XS-1", "XA-1", "XB-1");
    private static final Map<String, NodeProgram> PROGRAMS = new HashMap<>();
    private static final Map<String, Running> NODES = new HashMap<>();
    private static boolean running;

    /** @param properties with which it starts again */
    private record Running(Map<String, String> properties, Path config, NodeProcess process) {}

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
            var clock = folder.resolve("story.clock");
            PracticeClock.set(clock, SINCE_IT_APPLIED.negated());
            var rule = ruleOfOneDay(folder);
            var before = Clock.offset(Clock.systemUTC(), SINCE_IT_APPLIED.negated());
            var laid = PracticeNetwork.layWithSecretariat(folder, 2, FIRST, false, before);
            var configs = new ArrayList<>(List.of(laid.operator()));
            laid.nodes().forEach(it -> configs.add(it.config()));
            for (var id : IDS) {
                var properties = new HashMap<>(PracticeDatabase.propertiesOfANode());
                properties.put("node.board.every", "PT2S");
                properties.put("node.capacity.iati.publisher", "XS-COMITY-1");
                properties.put("node.clock.file", clock.toString());
                properties.put(
                        "node.conference.accreditation-rule", rule.toUri().toString());
                run(id, properties, configs.get(IDS.indexOf(id)));
            }
            await().atMost(Duration.ofMinutes(8))
                    .until(() -> NODES.values().stream().allMatch(it -> ready(it.process(), 1)));
            circulatesAnApplication();
            Files.delete(clock);
            await().atMost(Duration.ofMinutes(8)).until(() -> IDS.stream().allMatch(SecretariatNodes::knowsEverybody));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rule that is in force where none is named, but for its days. */
    private static Path ruleOfOneDay(Path folder) throws IOException {
        try (var shipped = Objects.requireNonNull(
                SecretariatNodes.class.getResourceAsStream("/conference/accreditation/one-objection-refers.yaml"))) {
            var text = new String(shipped.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(text).contains("days: 30");
            return Files.writeString(folder.resolve("rule.yaml"), text.replace("days: 30", "days: 1"));
        }
    }

    private static void circulatesAnApplication() {
        var keeps = officer("XS-1", "duty-officer");
        var all = "/conference/observers";
        var day = LocalDate.now(ZoneOffset.UTC).minusDays(SINCE_IT_APPLIED.toDays());
        keeps.sends(
                all,
                all,
                List.of(
                        Map.entry("name", OBSERVER),
                        Map.entry("sort", "academic"),
                        Map.entry("about", "We study evidence in electronic form."),
                        Map.entry("day", day.toString())));
        var application = Pattern.compile(all + "/([0-9]+)").matcher(keeps.page(all));
        assertThat(application.find()).isTrue();
        keeps.sends(application.group(), application.group() + "/circulate", List.of());
    }

    /** It asked for the list of the directory since the clock was moved. */
    private static boolean knowsEverybody(String id) {
        var standings = JsonPath.<List<String>>read(program(id).get("/directory"), "$.participants[*].standing");
        return !standings.isEmpty() && !standings.contains("grace");
    }

    private static void run(String id, Map<String, String> properties, Path config) throws IOException {
        var node = NodeProcess.with(properties, config);
        TemporaryFolders.atTheEnd(node::close);
        NODES.put(id, new Running(properties, config, node));
    }

    private static Running running(String id) {
        return Objects.requireNonNull(NODES.get(id));
    }

    /** Ends the process of one node as a power cut would; nobody answers at its address until it is started again. */
    static void stop(String id) {
        try {
            running(id).process().kill();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        assertThat(running(id).process().alive()).isFalse();
    }

    /** The same node, with the same database. */
    static void startAgain(String id) {
        var stopped = running(id);
        int starts = starts(stopped.process());
        try {
            run(id, stopped.properties(), stopped.config());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        await().atMost(Duration.ofMinutes(8)).until(() -> ready(running(id).process(), starts + 1));
    }

    private static boolean ready(NodeProcess node, int starts) {
        assertThat(node.alive()).as(() -> lastLines(node.log())).isTrue();
        return starts(node) >= starts;
    }

    /** What a process said before it ended. */
    private static String lastLines(String log) {
        var lines = log.lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size()));
    }

    /** How often it has come up: its log goes on. */
    private static int starts(NodeProcess node) {
        return node.log().split("exchange warm", -1).length - 1;
    }
}
