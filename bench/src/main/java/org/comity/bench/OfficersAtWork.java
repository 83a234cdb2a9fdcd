package org.comity.bench;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.comity.proof.Act;

/** Lets the officers of one node write, submit and approve acts on the pages, whatever happens to the node. */
final class OfficersAtWork {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Pattern DRAFT = Pattern.compile("/drafts/([^/?]+)/.*");

    private final int port;
    private final Set<String> approved;

    /** @param approved ids of the acts that the node said were approved */
    OfficersAtWork(int port, Set<String> approved) {
        this.port = port;
        this.approved = approved;
    }

    /** A request for preservation, page by page as an officer writes it. */
    void request(String to, String ourCase) throws InterruptedException {
        var draft = patiently(() -> {
            var officer = officer();
            var id = draft(officer.fill(
                    "/requests/new",
                    "/requests/new",
                    Map.of("counterpart", to, "instrument", "uncc", "ourCase", ourCase)));
            for (var step : pages().entrySet()) {
                var path = "/drafts/" + id + "/" + step.getKey();
                officer.fill(path, path, step.getValue());
            }
            return submitted(officer, id);
        });
        approve(draft);
    }

    /** A further act of a request: answered, then approved by the second officer. */
    void act(String reference, String type) throws InterruptedException {
        var draft = patiently(() -> {
            var officer = officer();
            var path = "/requests/" + reference + "/" + type;
            var location = officer.fill(path, path, fields(type));
            // Where one officer suffices it is submitted already, and the next page is the one to sign on.
            return location.endsWith("/approve") ? draft(location) : submitted(officer, draft(location));
        });
        approve(draft);
    }

    /** References of the requests this node knows. */
    Set<String> references() throws InterruptedException {
        return patiently(() -> RequestListing.references(officer()));
    }

    /** Whether the request's page offers the act. */
    boolean offers(String reference, String type) throws InterruptedException {
        return patiently(() ->
                officer().page("/requests/" + reference).contains("\"/requests/%s/%s\"".formatted(reference, type)));
    }

    byte[] export(String reference) throws InterruptedException {
        return patiently(() -> officer().bytes("/requests/" + reference + "/thread.zip"));
    }

    private static String submitted(Browser officer, String id) throws IOException, InterruptedException {
        officer.fill("/drafts/" + id + "/preview", "/drafts/" + id + "/submit", Map.of());
        return id;
    }

    /** If the answer was lost in a crash, the page says afterwards whether the act went; only then is it pressed again. */
    private void approve(String draft) throws InterruptedException {
        var path = "/drafts/" + draft + "/approve";
        approved.add(patiently(() -> {
            var second = new Browser(port).sit("second-officer");
            var act = Act.read(second.bytes("/drafts/" + draft + "/act.json")).id();
            if (second.page(path).contains("value=\"practice\"")) {
                second.fill(path, path, Map.of("method", "practice"));
            }
            return act;
        }));
    }

    private Browser officer() throws IOException, InterruptedException {
        return new Browser(port).sit("duty-officer");
    }

    private interface Trying<T> {
        T now() throws IOException, InterruptedException;
    }

    private static <T> T patiently(Trying<T> trying) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return trying.now();
            } catch (IOException unanswered) {
                if (System.nanoTime() > end) {
                    throw new IllegalStateException("no answer for " + PATIENCE, unanswered);
                }
                Thread.sleep(500);
            }
        }
    }

    private static String draft(String location) throws IOException {
        Matcher found = DRAFT.matcher(location);
        if (!found.matches() || location.contains("check=true")) {
            throw new IOException("not taken: " + location);
        }
        return found.group(1);
    }

    private static Map<String, Map<String, String>> pages() {
        var pages = new LinkedHashMap<String, Map<String, String>>();
        pages.put(
                "offence",
                Map.of(
                        "offences", "7",
                        "offence", "Illegal access, s. 12 Penal Code",
                        "facts", "An account was entered without right.",
                        "stage", "investigation"));
        pages.put(
                "data",
                Map.of("dataClasses", "traffic", "identifiers", "x@example.net", "link", "The account was used."));
        pages.put("custodian", Map.of("custodian", "Example mail"));
        pages.put("necessity", Map.of("necessity", "Logs are kept for a week."));
        pages.put("follow-up", Map.of("intent", "yes", "daysAsked", "60"));
        return pages;
    }

    private static Map<String, String> fields(String type) {
        return switch (type) {
            case "accept" -> Map.of("confidentiality", "not-asked");
            case "report-preserved" ->
                Map.of(
                        "preservedAt.date", day(Duration.ofDays(-1)),
                        "preservedAt.time", "08:00",
                        "preservedAt.zone", "Z",
                        "dataClasses", "traffic",
                        "kept", "Log lines of one account.",
                        "until.date", day(Duration.ofDays(70)),
                        "until.zone", "Z");
            default -> Map.of();
        };
    }

    private static String day(Duration fromNow) {
        return Instant.now().plus(fromNow).atZone(ZoneOffset.UTC).toLocalDate().toString();
    }
}
