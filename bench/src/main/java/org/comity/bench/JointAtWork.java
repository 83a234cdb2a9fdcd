package org.comity.bench;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One State's officers in a joint thread, on its pages, whatever happens to the node. */
final class JointAtWork implements Runnable {

    private static final Pattern DRAFT = Pattern.compile("/joint/drafts/[0-9a-f]{8}");
    private static final Pattern ACT = Pattern.compile("name=\"act\" value=\"([0-9a-f]{64})\"");
    private static final int ROUNDS_OF_A_TEXT = 8;

    private final int port;
    private final Set<String> approved;
    private final AtomicBoolean over;
    private String thread = "";
    private int round;
    private boolean joining;
    private @Nullable ApiProgram program;

    /** @param approved ids of the acts that the node said were approved */
    JointAtWork(int port, Set<String> approved, AtomicBoolean over) {
        this.port = port;
        this.approved = approved;
        this.over = over;
    }

    /** Begins a joint investigation with these others, and asks them. */
    String begin(List<String> others) throws InterruptedException {
        var fields = new ArrayList<Map.Entry<String, String>>();
        others.forEach(it -> fields.add(Map.entry("states", it)));
        Map.of(
                        "instrument", "uncc/2",
                        "authority", "Cyber Unit",
                        "matter", "One botnet in three States",
                        "offence", "Illegal access",
                        "facts", "The same servers.",
                        "why", "Measures on one day.",
                        "places", "In all of them.")
                .forEach((key, value) -> fields.add(Map.entry(key, value)));
        var draft = Patience.with(() -> writer().fill("/joint/new", "/joint/new", fields));
        submit(draft);
        var sent = approve(draft);
        thread = sent.replace("/joint/", "");
        var asked = Patience.with(() -> DRAFT.matcher(writer().page("/joint/" + thread))
                .results()
                .map(it -> it.group())
                .distinct()
                .toList());
        for (var each : asked) approve(each);
        return thread;
    }

    void in(String joint) {
        thread = joint;
    }

    /** Whether this State is a party with the register here; what it is asked by the others is answered meanwhile. */
    boolean joined() throws InterruptedException {
        var row = JsonMember.maps(Patience.with(() -> program().look("/joint")), "threads").stream()
                .filter(it -> thread.equals(it.get("thread")))
                .findFirst();
        if (row.isEmpty()) return false;
        answers();
        return "party".equals(row.get().get("standing"));
    }

    /** @return whether there was something that only answers what others said */
    boolean answers() throws InterruptedException {
        var whole = whole();
        var offered = JsonMember.list(whole, "offered");
        if (offered.contains("join")) return joins(whole);
        if (offered.contains("consent")) return says("consent", Map.of("invitation", toAgree(whole)));
        if (offered.contains("approve")) return says("approve", Map.of("draft", open(whole)));
        return false;
    }

    /** Said once: it waits at the keeper until every party has agreed. */
    private boolean joins(Map<String, Object> whole) throws InterruptedException {
        if (joining) return false;
        joining = true;
        return says("join", Map.of("invitation", invited(whole)));
    }

    @Override
    public void run() {
        try {
            while (!over.get()) {
                if (!answers()) next();
                Thread.sleep(200);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void next() throws InterruptedException {
        var offered = JsonMember.list(whole(), "offered");
        int now = round++;
        if (offered.contains("end") && now % ROUNDS_OF_A_TEXT == 0 || now == 0 && offered.contains("invite")) {
            says("draft", text());
        } else if (offered.contains("name-team") && now % 3 == 1) {
            says(
                    "name-team",
                    Map.of(
                            "team.0.name", "Officer " + now,
                            "team.0.function", "Investigator",
                            "team.0.authority", "Cyber Unit",
                            "team.0.task", "Servers"));
        } else if (offered.contains("remark")) {
            says("remark", Map.of("answer", "agrees", "text", "Round " + now));
        }
    }

    private boolean says(String type, Map<String, String> fields) throws InterruptedException {
        var path = "/joint/" + thread + "/" + type;
        // Between the look and the press another act may have taken it off the offer: it is left then.
        var draft = Patience.with(() -> {
            var offered = JsonMember.list(whole(), "offered");
            return offered.contains(type) ? writer().fill(path, path, fields) : "";
        });
        if (draft.isEmpty()) return false;
        submit(draft);
        approve(draft);
        return true;
    }

    private void submit(String draft) throws InterruptedException {
        Patience.with(() -> {
            var page = writer().page(draft);
            if (page.contains("action=\"" + draft + "/submit\"")) writer().fill(draft, draft + "/submit", Map.of());
            return draft;
        });
    }

    /** If the answer was lost in a crash, the page says afterwards whether the act went; only then is it pressed again. */
    private String approve(String draft) throws InterruptedException {
        var act = new String[] {""};
        var led = Patience.with(() -> {
            var second = new Browser(port).sit("second-officer");
            var page = second.page(draft);
            var found = ACT.matcher(page);
            if (found.find()) act[0] = found.group(1);
            return page.contains("value=\"practice\"")
                    ? second.fill(draft, draft + "/approve", Map.of("method", "practice"))
                    : "";
        });
        approved.add(act[0]);
        return led;
    }

    private Map<String, Object> whole() throws InterruptedException {
        return Patience.with(() -> program().look("/joint/" + thread));
    }

    private ApiProgram program() throws IOException, InterruptedException {
        var known = program;
        if (known != null) return known;
        var made = ApiProgram.of(port, "duty-officer");
        program = made;
        return made;
    }

    private Browser writer() throws IOException, InterruptedException {
        return new Browser(port).sit("duty-officer");
    }

    private static String invited(Map<String, Object> whole) {
        return JsonMember.maps(whole, "acts").stream()
                .filter(it ->
                        JsonMember.text(JsonMember.map(it, "envelope"), "type").equals("invite"))
                .map(it -> JsonMember.text(it, "id"))
                .reduce((_, later) -> later)
                .orElseThrow();
    }

    private static String toAgree(Map<String, Object> whole) {
        return JsonMember.map(JsonMember.map(whole, "state"), "invited").values().stream()
                .map(it -> JsonMember.text((Map<?, ?>) it, "act"))
                .findFirst()
                .orElseThrow();
    }

    private static String open(Map<String, Object> whole) {
        return JsonMember.text(JsonMember.map(JsonMember.map(whole, "state"), "table"), "draft");
    }

    private static Map<String, String> text() {
        var until =
                Instant.now().plus(Duration.ofDays(200)).atZone(ZoneOffset.UTC).toLocalDate();
        var fields = new java.util.HashMap<>(
                Map.of("until.date", until.toString(), "until.time", "12:00", "until.zone", "Z"));
        for (var key : List.of("purpose", "members", "leaders", "place", "law", "evidence", "costs", "liability")) {
            fields.put(key, "As the model says.");
        }
        return fields;
    }
}
