package org.comity.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.comity.procedure.form.BodyFields;
import org.comity.proof.act.Attachment;
import org.comity.proof.register.Entry;
import org.comity.proof.seal.Container;
import org.comity.proof.table.MoveTable;
import org.comity.sealing.BlindComparisonRefused;
import org.comity.sealing.ComparisonSteps;
import org.comity.thread.Threads;
import org.comity.thread.Threads.KeptAct;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the newest blind comparison out of a thread: which step was last said, by whom, and the file that came with it. */
@Component
class ReceivedSteps {

    static final String ACT = "compare";

    private static final List<String> STEPS = List.of("offer", "answer", "last");
    private static final long LARGEST = 64 * 1024;

    private final Threads threads;

    ReceivedSteps(Threads threads) {
        this.threads = threads;
    }

    /** Its table has the act, and so identifiers can be compared in it. */
    static boolean in(String procedure) {
        return MoveTable.find(procedure)
                .filter(it -> it.steps().containsKey(ACT))
                .isPresent();
    }

    /**
     * One step that was said.
     *
     * @param step 1 offer, 2 answer, 3 last
     * @param file null where none of that step came with the act
     * @param agreed what its author wrote beside it
     */
    record Step(int step, boolean ours, byte @Nullable [] file, String agreed) {

        /** Empty where its file is missing or is none. */
        Optional<String> context() {
            try {
                return Optional.ofNullable(file).map(it -> ComparisonSteps.context(it, step));
            } catch (BlindComparisonRefused none) {
                return Optional.empty();
            }
        }
    }

    private record Turn(KeptAct act, int step, boolean ours) {}

    /** From the newest offer on, each side's newest step; a step that comes out of turn is left aside. */
    List<Step> newest(String thread) {
        var run = new ArrayList<Turn>();
        var role = threads.find(thread).map(it -> it.ourRole().word()).orElse("");
        threads.everyAct(thread)
                .filter(it -> it.envelope().type().equals(ACT) && counts(it))
                .forEach(it -> {
                    var turn = turn(it, role);
                    if (turn.step() == 1) {
                        run.clear();
                        run.add(turn);
                    } else if (run.size() == turn.step() - 1 && run.getLast().ours() != turn.ours()) {
                        run.add(turn);
                    }
                });
        // Of three containers at most, however often the other side began anew.
        return run.stream()
                .map(it -> new Step(
                        it.step(),
                        it.ours(),
                        file(it.act(), it.step()),
                        new BodyFields(it.act().body()).text("text")))
                .toList();
    }

    /** Ours from when it left; theirs once the register has it. */
    private static boolean counts(KeptAct act) {
        return act.recalled() == null
                && act.bodyKept()
                && (act.effect() == null ? act.ours() : Entry.EFFECTIVE.equals(act.effect()));
    }

    /** What we recorded of a letter is theirs, although we wrote it down. */
    private static Turn turn(KeptAct act, String ourRole) {
        int step = STEPS.indexOf(new BodyFields(act.body()).text("step")) + 1;
        return new Turn(act, step, act.envelope().role().equals(ourRole));
    }

    private byte @Nullable [] file(KeptAct act, int step) {
        var named = act.envelope().attachments().stream()
                .filter(it -> it.size() <= LARGEST && it.name().endsWith(".json"))
                .map(Attachment::name)
                .toList();
        if (named.isEmpty()) return null;
        return threads.container(act.id())
                .map(Container::read)
                .flatMap(container -> named.stream()
                        .flatMap(it -> container.attachment(it).stream())
                        .filter(it -> isStep(it, step))
                        .findFirst())
                .orElse(null);
    }

    private static boolean isStep(byte[] file, int step) {
        try {
            ComparisonSteps.context(file, step);
            return true;
        } catch (BlindComparisonRefused none) {
            return false;
        }
    }
}
