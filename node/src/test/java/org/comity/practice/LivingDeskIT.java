package org.comity.practice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.NodeApplication;
import org.comity.NodeProcess;
import org.comity.TemporaryFolders;
import org.comity.proof.verify.Verify;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** {@code ./comity demo} as it is, made once: the desk shows what it promises, and what was played verifies. */
@EnabledIfSystemProperty(named = "comity.full", matches = "true", disabledReason = "two to three minutes: --full")
class LivingDeskIT {

    private static final int PORT = 19_740;
    private static final Pattern COMMAND = Pattern.compile("<code id=\"verify\">([^<]+)</code>");

    private static Process demo;
    private static Path log;
    private static PracticeNode aldoria;
    private static PracticeNode belmora;
    private static List<Map<?, ?>> rows;

    @BeforeAll
    static void start() throws Exception {
        var folder = TemporaryFolders.folder("living");
        log = folder.resolve("demo.log");
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-cp",
                withoutTests(),
                NodeApplication.class.getName(),
                "demo",
                "--home",
                folder.resolve("home").toString(),
                "--port",
                Integer.toString(PORT));
        builder.environment().put("JAVA_TOOL_OPTIONS", NodeProcess.COMPILED_ONCE);
        demo = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        await().atMost(Duration.ofMinutes(8)).until(() -> {
            assertThat(demo.isAlive())
                    .as(() -> read(log) + errors("xa-1") + errors("xb-1"))
                    .isTrue();
            return Files.readString(log).contains("Ready.");
        });
        aldoria = new PracticeNode("XA-1", PORT + 1);
        belmora = new PracticeNode("XB-1", PORT + 2);
        rows = rows(aldoria);
    }

    /** As it is shipped: what tests bring along would give the nodes keys that begin to count today. */
    private static String withoutTests() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(it -> !it.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String errors(String node) {
        return read(log.resolveSibling("home/" + node + "/node.log"))
                .lines()
                .filter(it -> it.contains(" ERROR ") || it.startsWith("Caused by"))
                .limit(40)
                .collect(Collectors.joining("\n", "\n" + node + "\n", ""));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }

    @AfterAll
    static void stop() throws Exception {
        if (aldoria != null) {
            aldoria.close();
            belmora.close();
        }
        demo.destroy();
        if (!demo.waitFor(1, TimeUnit.MINUTES)) {
            demo.destroyForcibly();
        }
    }

    @Test
    void every_kind_lies_on_the_desk() throws Exception {
        var now = Instant.now();
        assertThat(rows).hasSizeBetween(30, 60);
        assertThat(rows)
                .as("an emergency of minutes ago")
                .anyMatch(it -> emergency(it)
                        && of(it, "requested", "Requested")
                        && at(it, "openedAt").isAfter(now.minus(Duration.ofMinutes(30))));
        assertThat(rows)
                .as("past its aim")
                .anyMatch(it -> of(it, "requested", "Requested")
                        && "ours".equals(it.get("turn"))
                        && it.get("due") != null
                        && at(it, "due").isBefore(now));
        assertThat(rows)
                .as("ends in six days")
                .anyMatch(it -> it.get("until") != null
                        && at(it, "until").isAfter(now.plus(Duration.ofDays(5)))
                        && at(it, "until").isBefore(now.plus(Duration.ofDays(7))));
        assertThat(rows).as("a question to us").anyMatch(it -> of(it, "requesting", "FactsAsked"));
        assertThat(rows).as("refused").anyMatch(it -> of(it, "requesting", "Refused"));
        assertThat(rows).as("conditions").anyMatch(it -> of(it, "requesting", "ConditionsProposed"));
        assertThat(rows).extracting(it -> it.get("counterpart").toString()).contains("XB-1", "XD-1", "XE-1", "XF-1");
        assertThat(drafts("writing")).as("returned").anyMatch(it -> it.get("givenBack") != null);
        assertThat(drafts("waiting")).as("an approval waits").isNotEmpty();
        assertThat(page("/evidence/transfers")).contains("access-log.csv", "subscriber.csv");
        assertThat(whole("Refused").toString()).contains("The sources of a newspaper");
        assertThat(with("VEL-233").toString()).as("crossed").contains("effect=ended");
        assertThat(with("VEL-205").toString()).contains("scan.pdf");
        assertThat(page("/requests/" + reference("VEL-190"))).contains("Reminder sent by e-mail");
        for (var number : List.of("OST-988", "OST-941")) {
            assertThat(with(number).toString())
                    .as("two requests for one address")
                    .contains("203.0.113.44");
        }
        assertThat(page("/desk")).contains("data-row", "2 more ask about");
    }

    @Test
    void what_was_built_since_is_on_the_desk_too() throws Exception {
        assertThat(page("/requests/" + reference("VEL-DRILL-4"))).contains("drill");
        assertThat(page("/requests/" + reference("OST-979")))
                .contains("id=\"alarm-chain\"", "duty-phone@xa.example", "href=\"/practice/mail\"");
        assertThat(page("/desk")).contains("Given to you");
        assertThat(page("/requests/" + reference("OST-877"))).contains("26-1043");
        assertThat(with("OST-12/26").toString()).contains("refuse-part");
        assertThat(with("VEL-243").toString()).contains("Three buyers were told to answer to this mailbox.");
        var joint = aldoria.officer("duty-officer").look("/joint").toString();
        assertThat(joint).contains("False shops in two States", "weKeep=true");
        try (var secretariat = new PracticeNode("XS-1", PORT)) {
            assertThat(secretariat
                            .officer("duty-officer")
                            .look("/requests?view=all&limit=50")
                            .toString())
                    .contains("capacity-need", "capacity-offer", "capacity-contribution");
            assertThat(secretariat.officer("duty-officer").page("/capacity")).contains("/rounds");
        }
    }

    /** By the receiving node's own check: which item, and why; the other one matched, and the sender's copy is whole. */
    @Test
    void one_delivered_item_was_altered_on_its_way_and_is_refused_by_name() throws Exception {
        var request = "/requests/" + reference("VEL-177");
        assertThat(page("/evidence/transfers")).contains("mailbox.mbox", "A part differs from what the act names");
        assertThat(page(request)).contains("sign-ins.csv", "mailbox.mbox", request + "/prepared");
        assertThat(page("/evidence?request=" + reference("VEL-177")))
                .contains(">Refused<")
                .doesNotContain("Arriving");
        var items = (List<?>) belmora.officer("custodian")
                .look("/evidence?request=" + reference("VEL-177"))
                .get("items");
        assertThat(items)
                .as("at its sender")
                .hasSize(2)
                .allMatch(it -> "matched".equals(((Map<?, ?>) it).get("state")));
    }

    @Test
    void reminders_went_out_in_time_and_can_be_read() throws Exception {
        var reference = reference("VEL-201");
        assertThat(page("/practice/mail")).contains(reference + ": 14 days left", reference + ": 10 days left");
        assertThat(page("/requests/" + reference)).contains("14 days before the end", "href=\"/practice/mail\"");
    }

    @Test
    void both_nodes_hold_the_same_registers_and_what_they_export_verifies() throws Exception {
        for (var number : List.of("VEL-201", "VEL-188", "VEL-233", "OST-3/26", "VEL-205")) {
            var reference = reference(number);
            assertThat(aldoria.register(reference)).as(reference).isNotEmpty();
            if (!number.equals("VEL-205")) {
                assertThat(belmora.register(reference)).as(reference).isEqualTo(aldoria.register(reference));
            }
            // By letter it is its keeper's word alone, and verify says so.
            verifies(reference, number.equals("VEL-205") ? 6 : 0);
        }
    }

    @Test
    void the_clock_is_the_machines_again_and_no_token_is_left() throws Exception {
        assertThat(log.resolveSibling("home/practice-desk.clock")).doesNotExist();
        assertThat(log.resolveSibling("home/lives")).exists();
        var before = day();
        var desk = page("/desk");
        assertThat(desk).containsAnyOf(before, day());
    }

    private static String day() {
        return "data-now=\"" + Instant.now().toString().substring(0, 10);
    }

    /** The command that the record prints, with the file that it offers. */
    private static void verifies(String reference, int code) throws Exception {
        var found = COMMAND.matcher(page("/requests/" + reference + "/record"));
        assertThat(found.find()).as(reference).isTrue();
        var arguments = new ArrayList<>(List.of(found.group(1).strip().split("\\s+")));
        assertThat(arguments).startsWith("./comity", "verify");
        var file = log.resolveSibling(reference + ".zip");
        Files.write(
                file,
                aldoria.officer("lawyer").bytes("/requests/" + reference + "/thread.zip?use=stated&words=Practice"));
        arguments.subList(0, 2).clear();
        arguments.set(0, file.toString());
        var said = new ByteArrayOutputStream();
        assertThat(Verify.run(arguments.toArray(String[]::new), new PrintStream(said), new PrintStream(said)))
                .as(said.toString(UTF_8))
                .isEqualTo(code);
    }

    private static Map<String, Object> whole(String state) throws Exception {
        var row = rows.stream()
                .filter(it -> of(it, "requesting", state))
                .findFirst()
                .orElseThrow();
        return aldoria.officer("duty-officer").look("/requests/" + row.get("address"));
    }

    private static Map<String, Object> with(String number) throws Exception {
        return aldoria.officer("duty-officer").look("/requests/" + reference(number));
    }

    private static String reference(String number) {
        return rows.stream()
                .filter(it -> number.equals(it.get("ourCase")) || number.equals(it.get("theirCase")))
                .findFirst()
                .orElseThrow()
                .get("reference")
                .toString();
    }

    @Test
    void what_no_request_is_lies_at_the_secretariat() throws Exception {
        try (var secretariat = new PracticeNode("XS-1", PORT)) {
            var officer = secretariat.officer("duty-officer");
            assertThat(officer.page("/rooms/topics/1"))
                    .contains("Who may watch while a disk is copied?", "Two forms that we were shown");
            assertThat(officer.page("/conference/sessions/practice"))
                    .contains("Model forms for requests", "/conference/sessions/practice/statements/1");
            assertThat(officer.page("/conference/decisions/1/1")).contains("Model forms for requests are made");
            assertThat(officer.page(
                            "/rounds/%d-1".formatted(Year.now(ZoneOffset.UTC).getValue())))
                    .contains("4 units of offer", "Propose it in both threads");
        }
    }

    /** The lesson on evidence finds its altered file where the story left it. */
    @Test
    void the_altered_file_is_there_to_be_found() throws Exception {
        var officer = aldoria.officer("duty-officer");
        officer.post("/practice/lessons/evidence/begin", Map.of());
        officer.page("/requests/" + reference("VEL-177"));
        assertThat(officer.page("/practice/lessons/evidence")).contains("mailbox.mbox", "sign-ins.csv");
        assertThat(officer.post("/practice/lessons/evidence/verdict", Map.of("file", "mailbox.mbox")))
                .contains("step 3 of 3");
    }

    private static boolean of(Map<?, ?> row, String role, String state) {
        return role.equals(row.get("ourRole")) && state.equals(row.get("state"));
    }

    private static boolean emergency(Map<?, ?> row) {
        return Boolean.TRUE.equals(row.get("emergency"));
    }

    private static Instant at(Map<?, ?> row, String key) {
        return Instant.parse(row.get(key).toString());
    }

    private static String page(String path) throws Exception {
        return aldoria.officer("duty-officer").page(path);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<?, ?>> drafts(String status) throws Exception {
        return (List<Map<?, ?>>)
                aldoria.officer("duty-officer").look("/drafts?status=" + status).get("drafts");
    }

    @SuppressWarnings("unchecked")
    private static List<Map<?, ?>> rows(PracticeNode node) throws IOException, InterruptedException {
        var rows = new ArrayList<Map<?, ?>>();
        String after = "";
        do {
            var page = node.officer("duty-officer").look("/requests?view=all&limit=50" + after);
            rows.addAll((List<Map<?, ?>>) page.get("requests"));
            after = page.get("cursor") == null
                    ? ""
                    : "&after=" + java.net.URLEncoder.encode(page.get("cursor").toString(), UTF_8);
        } while (!after.isEmpty());
        return rows;
    }
}
