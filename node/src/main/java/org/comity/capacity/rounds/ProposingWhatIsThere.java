package org.comity.capacity.rounds;

import org.comity.capacity.rounds.ProposingPair.Side;
import org.comity.casework.BeforeSending;
import org.comity.procedure.Draft;
import org.comity.procedure.form.BodyFields;
import org.comity.procedure.form.FieldRules;
import org.comity.thread.Threads;
import org.springframework.stereotype.Component;

/** Refuses a proposal that names no round, no offer or need of the list, or too many units, also if a program wrote it. */
@Component
class ProposingWhatIsThere implements BeforeSending {

    private final ProposedPairs pairs;
    private final ListedHelp listed;
    private final Threads threads;
    private final MatchedProcedures matched = MatchedProcedures.read();

    ProposingWhatIsThere(ProposedPairs pairs, ListedHelp listed, Threads threads) {
        this.pairs = pairs;
        this.listed = listed;
        this.threads = threads;
    }

    @Override
    public void check(Draft draft) {
        var thread = draft.thread();
        var law = draft.procedure().split("/")[0];
        if (thread == null
                || !draft.type().equals(ProposingPair.PROPOSE)
                || !matched.both().contains(law)) return;
        var side = law.equals(matched.needs()) ? Side.NEED : Side.OFFER;
        threads.find(thread)
                .map(Threads.Thread::reference)
                .flatMap(it -> side == Side.NEED ? listed.need(it) : listed.offer(it))
                .map(it -> pairs.problems(it, side, new BodyFields(draft.body())))
                .flatMap(it -> it.all().stream().findFirst())
                .ifPresent(it -> {
                    throw new FieldRules(law).broken("not-on-list", it.field());
                });
    }
}
