package org.comity.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Date;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks the public site of a node for its ten main pages, so many a second, with h2load: it keeps to a rate and writes down how
 * long each request took, which tools that ask as fast as they can do not.
 */
final class PublicBench {

    private static final int CLIENTS = 50;
    private static final int WARM_SECONDS = 10;
    private static final double KILOBYTE = 1024;
    private static final Pattern LOADED = Pattern.compile("(?:href|src)=\"(/assets/[^\"]+)\"");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static final List<String> PAGES = List.of(
            "/public/en",
            "/public/ar",
            "/public/en/treaty",
            "/public/en/decisions",
            "/public/en/needs",
            "/public/en/practices",
            "/public/en/practices/XB-2026-000007",
            "/public/ar/reporting",
            "/public/en/law",
            "/public/en/search?q=judge");

    private final PublicPlan plan;
    private final PrintStream out;

    PublicBench(PublicPlan plan, PrintStream out) {
        this.plan = plan;
        this.out = out;
    }

    PublicLoad run() throws IOException, InterruptedException, SQLException {
        var ground = BenchNetwork.lay();
        var laid = ground.asking();
        PublicLoad load;
        try (var node = new NodeProcess(laid, "node.public-site.enabled=true")) {
            node.awaitReady();
            try (var database = node.database();
                    var connection = database.connect()) {
                fill(connection, plan.records());
            }
            var browser = new Browser(node.port());
            double largest = largest(browser);
            load(ground.home(), node.port(), WARM_SECONDS);
            load = PublicLoad.of(
                    plan.rate(), plan.seconds(), load(ground.home(), node.port(), plan.seconds()), largest);
        }
        ground.remove();
        out.println(load.json());
        return load;
    }

    /** Each page with all that it loads. */
    private double largest(Browser browser) throws IOException, InterruptedException {
        double largest = 0;
        for (var path : PAGES) {
            byte[] page = browser.bytes(path);
            double size = page.length;
            for (var loaded = LOADED.matcher(new String(page, StandardCharsets.UTF_8)); loaded.find(); ) {
                size += browser.bytes(loaded.group(1)).length;
            }
            out.printf(
                    Locale.ROOT,
                    "%s %.1f KB, of which the page is %.1f%n",
                    path,
                    size / KILOBYTE,
                    page.length / KILOBYTE);
            largest = Math.max(largest, size / KILOBYTE);
        }
        return largest;
    }

    /** Four in line on a connection: with one at a time h2load falls behind its own rate. What waits in line is measured too. */
    private List<String> load(Path folder, int port, int seconds) throws IOException, InterruptedException {
        var paths = folder.resolve("pages.txt");
        Files.write(paths, PAGES);
        var log = folder.resolve("h2load.log");
        Files.deleteIfExists(log);
        ShellCommand.run(
                folder,
                String.format(
                        Locale.ROOT,
                        "h2load --h1 -m 4 -c %d --rps=%.3f -D %d --log-file=%s -B http://127.0.0.1:%d -i %s",
                        CLIENTS,
                        (double) plan.rate() / CLIENTS,
                        seconds,
                        log,
                        port,
                        paths));
        return Files.readAllLines(log);
    }

    /** Made-up records of made-up States, as long as real ones are. */
    static void fill(Connection connection, int records) throws SQLException {
        var text = "A judge on duty answers by telephone, and the order follows in writing. ".repeat(8);
        var shown = new HashMap<String, Map<String, Object>>();
        shown.put(
                "practice-record",
                Map.of(
                        "about",
                        "ours",
                        "problem",
                        text,
                        "steps",
                        text,
                        "result",
                        text,
                        "articles",
                        List.of("25", "42")));
        shown.put(
                "reporting-points",
                Map.of(
                        "points",
                        List.of(Map.of(
                                "name",
                                "Police by telephone",
                                "sort",
                                "police",
                                "languages",
                                "en, ar",
                                "phone",
                                "+999 1"))));
        shown.put(
                "legislation",
                Map.of(
                        "written",
                        "Act on evidence",
                        "official",
                        "official",
                        "source",
                        "https://law.example",
                        "provisions",
                        List.of(Map.of("article", "25", "provision", "12", "from", "2024-01-01", "words", text))));
        var day = LocalDate.of(2026, 11, 1);
        try (var add = connection.prepareStatement("""
                insert into commons.kept (thread, law, reference, participant, standing, label, said, admitted_on, checked_on)
                values (?, ?, ?, ?, 'STANDS', 'CLEAR', ?, ?, ?)
                """)) {
            for (var each : new ArrayList<>(shown.entrySet())) {
                for (int n = 1; n <= records; n++) {
                    var state = "X" + (char) ('A' + n % 26);
                    var said = new HashMap<>(each.getValue());
                    said.put("title", "How a duty judge is reached at night, no. " + n);
                    add.setString(1, each.getKey() + "-" + n);
                    add.setString(2, each.getKey());
                    add.setString(3, n == 7 ? "XB-2026-000007" : "%s-2026-%06d".formatted(state, n));
                    add.setString(4, state + "-1");
                    add.setString(5, JSON.writeValueAsString(said));
                    add.setDate(6, Date.valueOf(day));
                    add.setDate(7, Date.valueOf(day));
                    add.addBatch();
                }
            }
            add.executeBatch();
        }
    }
}
