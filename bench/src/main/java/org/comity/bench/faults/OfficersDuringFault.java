package org.comity.bench.faults;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.comity.bench.ApiProgram.NotTaken;
import org.comity.bench.NodeComparison;
import org.comity.bench.SubmittingRequests;
import org.comity.bench.ThreadCopy;
import org.comity.bench.faults.Fault.Unhealed;
import org.comity.proof.act.Act;

/** Has officers of both States work while a fault is played, and keeps what their nodes told them. */
final class OfficersDuringFault {

    private static final AtomicInteger CASES = new AtomicInteger();
    private static final Map<String, Object> ACKNOWLEDGE = Map.of("type", "acknowledge", "body", Map.of());

    private final FaultNetwork stage;
    private final Set<String> addresses = ConcurrentHashMap.newKeySet();
    private final ConcurrentLinkedQueue<String> unanswered = new ConcurrentLinkedQueue<>();
    private final Set<String> pressed = ConcurrentHashMap.newKeySet();
    private final Set<String> approved = ConcurrentHashMap.newKeySet();

    OfficersDuringFault(FaultNetwork stage) {
        this.stage = stage;
    }

    /** Exactly what would be sent stands; the second officer has not pressed yet. */
    record Written(BreakableNode at, String draft, String reference, String act, boolean opens) {

        /** Two authorities of one State may give one reference, so who gave it stands before it. */
        String address() {
            return opens ? at.id() + "/" + reference : reference;
        }
    }

    /** The State that asks writes a request and sends it. @return its address on either node */
    String request() throws Unhealed, InterruptedException {
        var written = write();
        approve(written);
        return written.address();
    }

    Written write() throws Unhealed, InterruptedException {
        var to = stage.asked.id();
        return written(stage.asking, "/drafts", SubmittingRequests.request(to, CASES.incrementAndGet()));
    }

    void approve(Written written) throws Unhealed, InterruptedException {
        approve(written, "second-officer");
    }

    void approve(Written written, String chair) throws Unhealed, InterruptedException {
        pressed.add(written.act());
        if (written.opens()) addresses.add(written.address());
        wish(written.at(), chair, "/drafts/" + written.draft() + "/approval", Map.of("method", "practice"));
        went(written);
    }

    /** The node said that it went, so it has to arrive. */
    void went(Written written) {
        pressed.add(written.act());
        approved.add(written.act());
        if (!written.opens()) return;
        addresses.add(written.address());
        if (written.at() == stage.asking) unanswered.add(written.address());
    }

    /** The other State acknowledges every request that it has not answered yet, as soon as it has it. */
    void answerAll() throws Unhealed, InterruptedException {
        for (var next = unanswered.poll(); next != null; next = unanswered.poll()) {
            act(stage.asked, next, ACKNOWLEDGE);
        }
    }

    void answer(String address) throws Unhealed, InterruptedException {
        unanswered.remove(address);
        act(stage.asked, address, ACKNOWLEDGE);
    }

    void act(BreakableNode by, String address, Map<String, Object> act) throws Unhealed, InterruptedException {
        approve(written(by, "/requests/" + address + "/drafts", act));
    }

    /** Requests and answers without pause, until it is closed. */
    Running begin() {
        return new Running();
    }

    final class Running implements AutoCloseable {

        private volatile boolean over;
        private volatile @org.jspecify.annotations.Nullable Unhealed found;
        private final Thread officers = Thread.ofPlatform().name("officers").start(this::work);

        private void work() {
            try {
                while (!over) {
                    request();
                    answerAll();
                }
            } catch (Unhealed e) {
                found = e;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void close() throws Unhealed, InterruptedException {
            over = true;
            officers.join();
            var unhealed = found;
            if (unhealed != null) throw unhealed;
        }
    }

    /** Every act that somebody was told went has its entry on both nodes, as their own lists say. */
    boolean settled() throws IOException, InterruptedException {
        return registered(stage.asking).containsAll(approved)
                && registered(stage.asked).containsAll(approved);
    }

    /** Each entry, each seal and each hash of both, by the independent check. */
    NodeComparison compare() throws IOException, InterruptedException {
        return NodeComparison.of(approved, pressed, copies(stage.asking), copies(stage.asked));
    }

    int approvedActs() {
        return approved.size();
    }

    List<?> acts(BreakableNode at, String address) throws IOException, InterruptedException {
        var acts = at.program("duty-officer").look("/requests/" + address).get("acts");
        return acts instanceof List<?> list ? list : List.of();
    }

    private Set<String> registered(BreakableNode at) throws IOException, InterruptedException {
        var found = new HashSet<String>();
        for (var address : addresses) {
            for (var each : acts(at, address)) {
                var act = (Map<?, ?>) each;
                if (act.get("n") != null) found.add(String.valueOf(act.get("id")));
            }
        }
        return found;
    }

    private List<ThreadCopy> copies(BreakableNode at) throws IOException, InterruptedException {
        var copies = new ArrayList<ThreadCopy>();
        for (var address : addresses) {
            copies.add(copy(at, address));
        }
        return copies;
    }

    ThreadCopy copy(BreakableNode at, String address) throws IOException, InterruptedException {
        byte[] zip = at.program("duty-officer").bytes("/requests/" + address + "/thread.zip");
        return ThreadCopy.read(zip, stage.ground.authority());
    }

    boolean knows(BreakableNode at, String address) throws IOException, InterruptedException {
        try {
            return !acts(at, address).isEmpty();
        } catch (NotTaken unknown) {
            return false;
        }
    }

    Written written(BreakableNode at, String where, Map<String, Object> what) throws Unhealed, InterruptedException {
        var keys = List.of(UUID.randomUUID(), UUID.randomUUID());
        return stage.patience.answer(at.id() + " takes what is written", () -> written(at, where, what, keys));
    }

    /** Asked once: what is refused is thrown. */
    Written writtenNow(BreakableNode at, String where, Map<String, Object> what)
            throws IOException, InterruptedException {
        return written(at, where, what, List.of(UUID.randomUUID(), UUID.randomUUID()));
    }

    private static Written written(BreakableNode at, String where, Map<String, Object> what, List<UUID> keys)
            throws IOException, InterruptedException {
        var draft = at.program("duty-officer").wish(where, what, keys.getFirst());
        var path = "/drafts/" + draft.get("id");
        var submission = at.program("duty-officer")
                .wish(path + "/submission", Map.of("version", draft.get("version")), keys.getLast());
        var act =
                Act.read(at.program("second-officer").bytes(path + "/act.json")).id();
        return new Written(
                at,
                Objects.requireNonNull(draft.get("id")).toString(),
                Objects.requireNonNull(submission.get("reference")).toString(),
                act,
                where.equals("/drafts"));
    }

    private Map<String, Object> wish(BreakableNode at, String chair, String path, Object what)
            throws Unhealed, InterruptedException {
        var key = UUID.randomUUID();
        return stage.patience.answer(
                "%s takes %s".formatted(at.id(), path), () -> at.program(chair).wish(path, what, key));
    }
}
