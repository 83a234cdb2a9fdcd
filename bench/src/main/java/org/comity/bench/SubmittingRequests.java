package org.comity.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;

/** Writes, submits and approves requests on one node, as its officers' programs do. */
public final class SubmittingRequests {

    private static final int LONGEST_SECONDS = 120;

    private final ApiProgram writer;
    private final ApiProgram approver;
    private final DeskChanges changes;
    private final String counterpart;

    /** Exactly what will be sent is ready; the second officer has not pressed yet. */
    record Waiting(String draft, String reference) {}

    SubmittingRequests(int port, DeskChanges changes, String counterpart) throws IOException, InterruptedException {
        this.writer = ApiProgram.of(port, "duty-officer");
        this.approver = ApiProgram.of(port, "second-officer");
        this.changes = changes;
        this.counterpart = counterpart;
    }

    Waiting write(int number) throws IOException, InterruptedException {
        var draft = writer.wish("/drafts", request(counterpart, number));
        var id = Objects.requireNonNull(draft.get("id")).toString();
        var submitted = writer.wish("/drafts/" + id + "/submission", Map.of("version", draft.get("version")));
        return new Waiting(
                id, Objects.requireNonNull(submitted.get("reference")).toString());
    }

    /** Two at a time, in order. */
    List<Waiting> write(int from, int count) throws InterruptedException, ExecutionException {
        try (var officers = Executors.newFixedThreadPool(2)) {
            var written = IntStream.range(from, from + count)
                    .mapToObj(it -> officers.submit(() -> write(it)))
                    .toList();
            var all = new ArrayList<Waiting>();
            for (var each : written) {
                all.add(each.get());
            }
            return all;
        }
    }

    /** @return milliseconds from pressing approve to the entry verified on this node */
    double send(Waiting act) throws IOException, InterruptedException, ExecutionException, TimeoutException {
        var verified = changes.verified(act.reference());
        long start = System.nanoTime();
        approver.wish("/drafts/" + act.draft() + "/approval", Map.of("method", "practice"));
        return (verified.get(LONGEST_SECONDS, TimeUnit.SECONDS) - start) / 1e6;
    }

    /** So many under way at a time, each by an officer who waits for the entry before pressing again. */
    List<Double> send(List<Waiting> acts, int atOnce) throws InterruptedException, ExecutionException {
        try (var officers = Executors.newFixedThreadPool(atOnce)) {
            var sent = acts.stream().map(it -> officers.submit(() -> send(it))).toList();
            var took = new ArrayList<Double>();
            for (var each : sent) {
                took.add(each.get());
            }
            return took;
        }
    }

    /** The sealed act as the node keeps it. */
    byte[] container(Waiting act) throws IOException, InterruptedException {
        var sent = writer.look("/drafts/" + act.draft()).get("act");
        return writer.bytes("/requests/%s/acts/%s/act.asice".formatted(act.reference(), sent));
    }

    /** A request for preservation, complete, as a program writes it. */
    public static Map<String, Object> request(String counterpart, int number) {
        return Map.of(
                "procedure",
                "preservation/1",
                "counterpart",
                counterpart,
                "body",
                Map.ofEntries(
                        Map.entry("instrument", "uncc"),
                        Map.entry("authority", "Contact point of Aldoria"),
                        Map.entry("ourCase", "BENCH-" + number),
                        Map.entry("offences", List.of("7")),
                        Map.entry("offence", "Illegal access, Penal Code 214"),
                        Map.entry("facts", "An account was entered without right, and letters were read."),
                        Map.entry("stage", "investigation"),
                        Map.entry("dataClasses", List.of("traffic", "subscriber")),
                        Map.entry(
                                "identifiers",
                                List.of(Map.of(
                                        "kind", "ip",
                                        "value", "192.0.2." + number % 250,
                                        "time", "2026-11-01T10:00:00",
                                        "zone", "UTC"))),
                        Map.entry("link", "The account was used from there."),
                        Map.entry("necessity", "Logs are deleted after 30 days."),
                        Map.entry("custodian", "Ostera Net"),
                        Map.entry("intent", true),
                        Map.entry("daysAsked", 90)));
    }
}
