package org.comity.practice;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.comity.proof.form.Digests;

/**
 * Answers for the officers of one practice State, within a minute, so that one person alone sees a whole story. It sits in
 * their chairs and does what they could do, one act at a time; on a node without chairs it never starts.
 */
public final class ScriptedCounterpart implements AutoCloseable {

    /** Long enough to be seen coming, short enough to be waited for. */
    static final Duration LATER = Duration.ofSeconds(12);

    private static final String OFFICER = "duty-officer";

    private final PracticeNode node;
    private final Clock clock;
    private final Instant since;
    private final Set<String> leftToPeople = new HashSet<>();

    /** @throws IOException where the node is not one of practice */
    public ScriptedCounterpart(PracticeNode node, Clock clock) throws IOException, InterruptedException {
        this.node = node;
        this.clock = clock;
        this.since = clock.instant();
        node.officer(OFFICER);
    }

    /**
     * Looks once and answers what has waited long enough. What stood there before it started is left alone, and so is from then
     * on a request in which the node refused an answer. What an outage prevented is tried again at the next look.
     */
    public void look() throws IOException, InterruptedException {
        try {
            answerAll();
        } catch (SeatedOfficer.NotDone fault) {
            if (fault.stranger()) {
                node.standUp();
            }
            throw fault;
        }
    }

    /** A fault in one keeps no other waiting. */
    private void answerAll() throws IOException, InterruptedException {
        var found = node.officer(OFFICER).look("/requests?view=all&limit=50");
        IOException first = null;
        for (var each : JsonPart.list(found, "requests")) {
            var row = (Map<?, ?>) each;
            var changed = Instant.parse(JsonPart.text(row, "changedAt"));
            var address = JsonPart.text(row, "address");
            if (changed.isAfter(since)
                    && changed.plus(LATER).isBefore(clock.instant())
                    && !leftToPeople.contains(address)) {
                try {
                    answer(address);
                } catch (IOException fault) {
                    first = first == null ? fault : first;
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }

    private void answer(String address) throws IOException, InterruptedException {
        try {
            speak(address);
        } catch (SeatedOfficer.NotDone fault) {
            if (fault.refused()) {
                leftToPeople.add(address);
            }
            throw fault;
        }
    }

    private void speak(String address) throws IOException, InterruptedException {
        var whole = node.officer(OFFICER).look("/requests/" + address);
        var line = CounterpartScript.next(whole, _ -> true);
        if (line.isEmpty()) {
            return;
        }
        var act = line.get().act();
        var items = act.equals("deliver") ? List.of(item(address)) : List.<String>of();
        var blanks = new Blanks(clock.instant(), said -> blank(said, whole, items));
        var writing = new WritingActs(node);
        var body = new HashMap<>(blanks.filled(line.get().body()));
        if (act.equals("deliver")) {
            body.put("formalities", followed(JsonPart.list(whole, "acts")));
        }
        var draft = writing.step(address, act, body, blanks.filled(line.get().facts()));
        writing.submit(draft, null);
        // Who may be the second officer, and speaks for the central authority where it has to be one of the two.
        writing.approve(draft, draft.second() ? "lawyer" : null);
    }

    /** Each formality that was asked for is answered. */
    private static List<Map<String, String>> followed(List<?> acts) {
        var opening = JsonPart.map((Map<?, ?>) acts.getFirst(), "body");
        return opening.get("formalities") instanceof List<?> asked
                ? asked.stream()
                        .map(it -> Map.of("answer", "followed", "how", "See the certificate."))
                        .toList()
                : List.of();
    }

    private String item(String address) throws IOException, InterruptedException {
        var custodian = node.officer("custodian");
        var plain = "practice data;made up;no case\n".repeat(40).getBytes(UTF_8);
        var item = custodian.add("records.csv", address, plain, Digests.sha256(plain));
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!"matched".equals(custodian.look("/evidence/" + item).get("state"))) {
            if (System.nanoTime() > end) {
                throw new IOException("item %s is not whole".formatted(item));
            }
            Thread.sleep(100);
        }
        return item;
    }

    private static String blank(String said, Map<String, Object> whole, List<String> items) {
        if (said.equals("item")) {
            return items.getFirst();
        }
        var acts = new ArrayList<>(JsonPart.list(whole, "acts"));
        return acts.reversed().stream()
                .map(it -> (Map<?, ?>) it)
                .filter(it -> said.equals("act:" + JsonPart.map(it, "envelope").get("type")))
                .map(it -> Objects.toString(it.get("id")))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no such blank: " + said));
    }

    @Override
    public void close() throws IOException {
        node.close();
    }
}
