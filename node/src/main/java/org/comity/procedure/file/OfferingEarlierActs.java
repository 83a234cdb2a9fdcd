package org.comity.procedure.file;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.comity.procedure.RequestRow;
import org.comity.procedure.field.FiledField;
import org.comity.procedure.form.BodyFields;
import org.comity.thread.Procedure.Result.Moved;
import org.comity.thread.Procedure.State;
import org.comity.thread.Threads.KeptAct;
import org.comity.ui.Choice;
import org.comity.ui.Language;

/** Offers the earlier acts that an act can speak of: those of which the table would let it speak now. */
record OfferingEarlierActs(FiledProcedure procedure, FindingEarlierActs acts, Clock clock) {

    List<Choice> choices(RequestRow row, String type, FiledField field, Language language) {
        return acts.threads()
                .find(row.thread())
                .map(it -> it.state())
                .map(state -> acts.all(row, field.options())
                        .filter(it -> !field.fact() || leads(state, type, Map.of(field.key(), it.id())))
                        .map(it -> choice(it, language))
                        .toList())
                .orElse(List.of());
    }

    private boolean leads(State state, String type, Map<String, String> facts) {
        return procedure.roles(type).stream()
                .flatMap(it -> procedure.said(type, it.word(), facts, state, clock.instant()))
                .anyMatch(it -> procedure.move(state, it) instanceof Moved);
    }

    private Choice choice(KeptAct act, Language language) {
        return new Choice(act.id(), acts.number(act, language), new BodyFields(act.body()).text("text"));
    }
}
