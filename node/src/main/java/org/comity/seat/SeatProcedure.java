package org.comity.seat;

import java.util.List;
import org.comity.proof.act.Act;
import org.comity.thread.Procedure;
import org.comity.thread.TabledProcedure;
import org.comity.vocabulary.ParticipantKind;
import org.comity.vocabulary.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gives, confirms and ends the keys of seats (R150): no request, so no list shows its threads. */
@Component
class SeatProcedure extends TabledProcedure {

    static final String ID = "seat/1";

    /** Who was rung, and how: what a key is worth rests on it. */
    private static final List<String> CALL = List.of("function", "called", "numberFrom", "answeredBy", "calledAt");

    private static final List<String> FACTS = List.of("key", "person", "origin");

    SeatProcedure() {
        super(ID);
    }

    /** Whoever runs a node, the Secretariat most of all, gives seats to whoever has none; between.yaml says the same. */
    @Override
    public boolean admits(Role role, ParticipantKind kind) {
        return true;
    }

    @Override
    public boolean casework() {
        return false;
    }

    @Override
    public void check(Procedure.@Nullable State from, Act act) {
        if (!act.envelope().type().equals("give")) return;
        for (var fact : FACTS) {
            if (act.envelope().facts().getOrDefault(fact, "").isEmpty()) throw SeatRefused.missing(fact);
        }
        for (var field : CALL) {
            if (!(act.body().get(field) instanceof String text) || text.isBlank()) throw SeatRefused.missing(field);
        }
        if (act.envelope().attachments().isEmpty()) throw SeatRefused.missing("letter");
    }
}
