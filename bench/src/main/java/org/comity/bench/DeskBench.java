package org.comity.bench;

import java.io.PrintStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.comity.bench.DeskResult.PageTimes;

/**
 * Asks two practice nodes for the pages of an officer's day in turns: one holds many open requests, the other few. What both
 * hold began as the same real requests, half of them asked by the one, half by the other.
 */
final class DeskBench {

    private static final int REAL_OF_EACH = 10;
    private static final int WARM_ROUNDS = 20;
    private static final int DEEP = 15;
    private static final Pattern NEXT = Pattern.compile("href=\"([^\"]*[?&](?:amp;)?after=[^\"]+)\"");

    private final DeskPlan plan;
    private final PrintStream out;

    DeskBench(DeskPlan plan, PrintStream out) {
        this.plan = plan;
        this.out = out;
    }

    DeskResult run() throws Exception {
        var ground = BenchNetwork.lay();
        DeskResult result;
        try (var many = new NodeProcess(ground.asking());
                var few = new NodeProcess(ground.asked())) {
            many.awaitReady();
            few.awaitReady();
            many.awaitWarm();
            few.awaitWarm();
            var named = new ArrayList<String>();
            named.addAll(ask(many, few.id()));
            ask(few, many.id());
            int filled = fill(many, plan.requests());
            int others = fill(few, plan.few());
            out.printf(Locale.ROOT, "%d requests on one node, %d on the other%n", filled, others);
            result = measure(
                    filled,
                    others,
                    new Browser(many.port()).sit("duty-officer"),
                    pages(many, named.getFirst()),
                    new Browser(few.port()).sit("duty-officer"),
                    pages(few, named.getFirst()));
        }
        ground.remove();
        out.println(result.json());
        return result;
    }

    /** Real requests, sealed and registered. */
    private static List<String> ask(NodeProcess node, String counterpart) throws Exception {
        try (var changes = new DeskChanges(node.port())) {
            var officers = new SubmittingRequests(node.port(), changes, counterpart);
            var waiting = officers.write(0, REAL_OF_EACH);
            officers.send(waiting, 2);
            return waiting.stream().map(SubmittingRequests.Waiting::reference).toList();
        }
    }

    private static int fill(NodeProcess node, int wanted) throws Exception {
        try (var database = node.database();
                var connection = database.connect()) {
            return CopiedRequests.fill(connection, wanted);
        }
    }

    /** What each is called, and where it is on this node. */
    private static Map<String, String> pages(NodeProcess node, String reference) throws Exception {
        var pages = new LinkedHashMap<String, String>();
        pages.put("desk", "/desk");
        for (var view : List.of("ANSWER_NOW", "ENDS_SOON", "WAITING", "MINE", "ALL_OPEN")) {
            pages.put("desk, " + view, "/desk?view=" + view);
        }
        pages.put("all, newest", "/requests?order=NEWEST");
        pages.put("all, by end", "/requests?order=ENDS");
        pages.put("all, one role", "/requests?role=requesting");
        pages.put("all, words", "/requests?q=letters");
        pages.put("all, deep", deep(new Browser(node.port()).sit("duty-officer")));
        pages.put("search, reference", "/search?q=" + reference);
        pages.put("search, address", "/search?q=192.0.2.3");
        pages.put("search, words", "/search?q=illegal%20access");
        pages.put("palette", "/search/palette?q=" + reference);
        pages.put("one request", "/requests/" + reference);
        return pages;
    }

    /** So many pages further on, or as far as the list goes. */
    private static String deep(Browser officer) throws Exception {
        var path = "/requests?order=NEWEST";
        for (int n = 0; n < DEEP; n++) {
            var next = NEXT.matcher(officer.page(path));
            if (!next.find()) return path;
            var given = next.group(1).replace("&amp;", "&");
            path = URI.create("http://localhost" + path)
                    .resolve(given)
                    .toString()
                    .replace("http://localhost", "");
        }
        return path;
    }

    private DeskResult measure(
            int filled, int others, Browser there, Map<String, String> many, Browser here, Map<String, String> few)
            throws Exception {
        var times = new ArrayList<PageTimes>();
        for (var each : many.entrySet()) {
            double[] first = new double[plan.rounds()];
            double[] second = new double[plan.rounds()];
            for (int n = -WARM_ROUNDS; n < plan.rounds(); n++) {
                double one = took(there, each.getValue());
                double other = took(here, Objects.requireNonNull(few.get(each.getKey())));
                if (n < 0) continue;
                first[n] = one;
                second[n] = other;
            }
            var found = new PageTimes(each.getKey(), new Percentiles(first), new Percentiles(second));
            out.printf(
                    Locale.ROOT,
                    "%-20s %7.1f ms, p99 %7.1f; with few %7.1f ms, p99 %7.1f; ratio %.2f%n",
                    found.page(),
                    found.many().median(),
                    found.many().percentile(99),
                    found.few().median(),
                    found.few().percentile(99),
                    found.ratio());
            times.add(found);
        }
        return new DeskResult(filled, others, times);
    }

    private static double took(Browser officer, String path) throws Exception {
        long start = System.nanoTime();
        officer.bytes(path);
        return (System.nanoTime() - start) / 1e6;
    }
}
