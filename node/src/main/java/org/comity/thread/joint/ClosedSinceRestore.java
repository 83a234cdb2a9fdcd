package org.comity.thread.joint;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.comity.proof.table.JointState;
import org.comity.thread.Restoration;
import org.springframework.stereotype.Component;

/**
 * Says whose registers a restored node has not compared yet: until every party with a node has answered, a keeper registers
 * nothing (R145). Asked before a thread is locked, as opening again does it in that order.
 */
@Component
class ClosedSinceRestore {

    private final JointRows threads;
    private final RegisterKeys keys;
    private final Restoration restoration;

    ClosedSinceRestore(JointRows threads, RegisterKeys keys, Restoration restoration) {
        this.threads = threads;
        this.keys = keys;
        this.restoration = restoration;
    }

    /** A party that has not answered, or who was asked: it may have joined since the backup. Nobody on a node never restored. */
    Optional<String> unheard(String thread) {
        if (restoration.last().isEmpty()) return Optional.empty();
        return threads.find(thread).map(JointRow::joint).stream()
                .flatMap(ClosedSinceRestore::speakForThemselves)
                .filter(it -> !it.equals(keys.self()))
                .filter(it -> keys.hasNode(it) && restoration.closedTo(it))
                .findFirst();
    }

    private static Stream<String> speakForThemselves(JointState state) {
        return Stream.concat(
                state.parties().entrySet().stream()
                        .filter(it -> it.getValue().at() == null)
                        .map(Map.Entry::getKey),
                state.invited().entrySet().stream()
                        .filter(it -> it.getValue().at() == null)
                        .map(Map.Entry::getKey));
    }

    /** Whether this participant may still give back what we have lost. */
    boolean givesBack(String from) {
        return restoration.closedTo(from);
    }
}
