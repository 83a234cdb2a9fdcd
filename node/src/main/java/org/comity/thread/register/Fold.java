package org.comity.thread.register;

import java.nio.charset.StandardCharsets;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.form.Digests;
import org.comity.proof.register.Entry;
import org.comity.proof.table.ActFacts;
import org.comity.thread.Procedure;
import org.comity.thread.Procedure.Result.Moved;
import org.comity.thread.Procedure.Result.WithoutEffect;
import org.comity.thread.Procedure.State;
import org.jspecify.annotations.Nullable;

/** Applies a procedure's table to what it reads of one act. Reads no clock and no body. */
record Fold(@Nullable State to, String effect) {

    private static final String NOTHING_YET = "{}";

    static Fold of(Procedure procedure, @Nullable State from, ActFacts act) {
        return switch (procedure.move(from, act)) {
            case Moved(State to) -> new Fold(to, Entry.EFFECTIVE);
            case WithoutEffect(String reason) -> new Fold(from, reason);
        };
    }

    /** The state as canonical JSON. */
    String state() {
        return to == null ? NOTHING_YET : new String(CanonicalJson.write(to.json()), StandardCharsets.UTF_8);
    }

    String stateHash() {
        return hash(state());
    }

    String stateName() {
        return to == null ? "" : to.name();
    }

    boolean ended() {
        return to != null && to.ended();
    }

    boolean agrees(Entry entry) {
        return effect.equals(entry.effect()) && stateHash().equals(entry.state());
    }

    static String hash(String state) {
        return Digests.sha256(state.getBytes(StandardCharsets.UTF_8));
    }

    static @Nullable State read(Procedure procedure, @Nullable String state) {
        return state == null || state.equals(NOTHING_YET)
                ? null
                : procedure.state(CanonicalJson.read(state.getBytes(StandardCharsets.UTF_8)));
    }
}
