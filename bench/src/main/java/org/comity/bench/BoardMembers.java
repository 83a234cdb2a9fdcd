package org.comity.bench;

import java.net.http.HttpClient;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.comity.board.follow.LightFollower;

/** Members that follow the board of a benched host, each over a connection of its own, so many of them at once. */
final class BoardMembers {

    private static final double NANOS = 1e9;

    private final List<LightFollower> all;
    private final int atOnce;

    BoardMembers(int many, int atOnce, BoardKeys keys, FeedPort port, Clock clock) {
        var tls = keys.pin(BoardKeys.HOST).tls(keys.tls(BoardKeys.MEMBER));
        all = Stream.generate(() -> new LightFollower(
                        () -> HttpClient.newBuilder()
                                .version(HttpClient.Version.HTTP_1_1)
                                .sslContext(tls)
                                .build(),
                        port.address(),
                        keys.directory(),
                        clock))
                .limit(many)
                .toList();
        this.atOnce = atOnce;
    }

    int size() {
        return all.size();
    }

    /** One of them asks alone, and the others then hold what it holds. */
    double firstFor() throws Exception {
        long start = System.nanoTime();
        all.getFirst().turn();
        double seconds = since(start);
        all.stream().skip(1).forEach(it -> it.resume(all.getFirst()));
        return seconds;
    }

    /** Each asks once. @return seconds until the last has its answer */
    double ask() throws Exception {
        long start = System.nanoTime();
        try (var asking = Executors.newFixedThreadPool(atOnce)) {
            List<Future<?>> turns = new ArrayList<>();
            for (var member : all) {
                turns.add(asking.submit(() -> {
                    member.turn();
                    return null;
                }));
            }
            for (var turn : turns) turn.get();
        }
        return since(start);
    }

    long bytes() {
        return all.stream().mapToLong(LightFollower::bytes).sum();
    }

    int holding(String subject) {
        return (int) all.stream().filter(it -> it.holds(subject)).count();
    }

    /** In seconds. */
    static double since(long start) {
        return (System.nanoTime() - start) / NANOS;
    }
}
