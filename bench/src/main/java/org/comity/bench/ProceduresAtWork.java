package org.comity.bench;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.comity.practice.Blanks;
import org.comity.practice.CounterpartScript;
import org.comity.practice.CounterpartScript.Line;

/**
 * One State's officers as programs: they begin requests of each procedure in turn, and say what practice has for them next,
 * whatever happens to the node. A wish whose answer was lost is made again with its key.
 */
final class ProceduresAtWork implements Runnable {

    /** Grows out of another request. */
    private static final String FOLLOWING = "disclosure/1";

    private static final String FOLLOWED = "preservation/1";
    private static final String WRITER = "duty-officer";

    /** Until each procedure has begun, so many acts go on with others between two beginnings. */
    private static final int MEANWHILE = 1;

    private final int port;
    private final List<String> counterparts;
    private final List<String> begins;
    private final Set<String> approved;
    private final AtomicBoolean over;
    private final Map<String, ApiProgram> programs = new HashMap<>();
    private final Set<String> followed = new HashSet<>();
    private final Map<String, String> seen = new HashMap<>();
    private final Set<String> begun = new ConcurrentSkipListSet<>();
    private int round;

    /**
     * @param counterparts who is asked, in turn
     * @param begins procedures that are begun, one after the other
     * @param approved ids of the acts that the node said were approved
     */
    ProceduresAtWork(
            int port, List<String> counterparts, List<String> begins, Set<String> approved, AtomicBoolean over) {
        this.port = port;
        this.counterparts = counterparts;
        this.begins = begins;
        this.approved = approved;
        this.over = over;
    }

    @Override
    public void run() {
        try {
            while (!over.get()) {
                begin(begins.get(round % begins.size()));
                int said = 0;
                for (var row : rows()) {
                    if (over.get()) return;
                    if (speak(row)) said++;
                    if (said >= MEANWHILE && !through()) break;
                }
                Thread.sleep(100);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void begin(String procedure) throws InterruptedException {
        var facts = new HashMap<String, Object>();
        if (procedure.equals(FOLLOWING)) {
            var ours = rows().stream()
                    .filter(it -> FOLLOWED.equals(it.get("procedure")) && "requested".equals(it.get("ourRole")))
                    .filter(it -> followed.add(JsonMember.text(it, "reference")))
                    .findFirst();
            if (ours.isEmpty()) return;
            facts.put("follows", JsonMember.text(ours.get(), "reference"));
        }
        // One further each time round, so that no State is asked the same procedures always.
        var counterpart = counterparts.get((round + round / begins.size()) % counterparts.size());
        round++;
        var body = new Blanks(Instant.now(), it -> it).filled(CounterpartScript.opening(procedure));
        leaves("/drafts", Map.of("procedure", procedure, "counterpart", counterpart, "body", body, "facts", facts));
        begun.add(procedure);
    }

    /** Whether each procedure that these officers begin was begun. */
    boolean through() {
        return begun.containsAll(begins);
    }

    /** Procedures of which a request has left. */
    Set<String> begun() {
        return begun;
    }

    /**
     * What stands as it stood when nothing was to be said is not read again.
     *
     * @return whether an act left
     */
    private boolean speak(Map<?, ?> row) throws InterruptedException {
        var address = JsonMember.text(row, "address");
        var stands = row.get("changedAt") + " " + row.get("state");
        if (stands.equals(seen.get(address))) return false;
        var whole = look("/requests/" + address);
        var line = CounterpartScript.next(whole, ProceduresAtWork::sayable).orElse(null);
        if (line == null) {
            seen.put(address, stands);
            return false;
        }
        var blanks = new Blanks(Instant.now(), it -> act(it, whole));
        var wish = Map.of("type", line.act(), "body", blanks.filled(line.body()), "facts", blanks.filled(line.facts()));
        try {
            leaves("/requests/" + address + "/drafts", wish);
            return true;
        } catch (Patience.Refused crossed) {
            // The other State was faster: it is not on offer any more.
            seen.put(address, stands);
            return false;
        }
    }

    /** Files have a bench of their own. */
    private static boolean sayable(Line line) {
        return !line.body().toString().contains("{item}");
    }

    private static String act(String blank, Map<String, Object> whole) {
        return JsonMember.maps(whole, "acts").reversed().stream()
                .filter(it -> blank.equals("act:" + JsonMember.text(JsonMember.map(it, "envelope"), "type")))
                .map(it -> JsonMember.text(it, "id"))
                .findFirst()
                .orElseThrow();
    }

    private void leaves(String path, Map<String, ?> act) throws InterruptedException {
        var draft = wish(WRITER, path, act);
        var at = "/drafts/" + JsonMember.text(draft, "id");
        var submitted = wish(WRITER, at + "/submission", Map.of("version", draft.get("version")));
        boolean second = Boolean.TRUE.equals(draft.get("needsSecondOfficer"));
        wish(second ? "lawyer" : WRITER, at + "/approval", Map.of("method", "practice"));
        approved.add(JsonMember.text(submitted, "act"));
    }

    private List<Map<?, ?>> rows() throws InterruptedException {
        var rows = new ArrayList<Map<?, ?>>();
        var after = "";
        while (true) {
            var page = look("/requests?view=all&limit=50" + after);
            rows.addAll(JsonMember.maps(page, "requests"));
            if (page.get("cursor") == null) return rows;
            after = "&after=" + page.get("cursor");
        }
    }

    /** Every request and joint thread that this node knows, as it exports them; within the stated use where one binds. */
    List<byte[]> exports() throws InterruptedException {
        var exports = new ArrayList<byte[]>();
        for (var row : rows()) {
            exports.add(bytes(
                    "/requests/%s/thread.zip?use=stated&words=compared".formatted(JsonMember.text(row, "address"))));
        }
        for (var each : JsonMember.maps(look("/joint"), "threads")) {
            exports.add(bytes("/joint/%s/thread.zip".formatted(JsonMember.text(each, "thread"))));
        }
        return exports;
    }

    private Map<String, Object> wish(String duty, String path, Object body) throws InterruptedException {
        var key = UUID.randomUUID();
        return Patience.with(() -> program(duty).wish(path, body, key));
    }

    private Map<String, Object> look(String path) throws InterruptedException {
        return Patience.with(() -> program(WRITER).look(path));
    }

    private byte[] bytes(String path) throws InterruptedException {
        return Patience.with(() -> program(WRITER).bytes(path));
    }

    private ApiProgram program(String duty) throws IOException, InterruptedException {
        var program = programs.get(duty);
        if (program == null) {
            program = ApiProgram.of(port, duty);
            programs.put(duty, program);
        }
        return program;
    }
}
