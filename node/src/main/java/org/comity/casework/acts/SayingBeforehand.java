package org.comity.casework.acts;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.comity.casework.BeforeSubmission;
import org.comity.procedure.Draft;
import org.comity.procedure.Procedures;
import org.comity.procedure.Requests;
import org.comity.ui.FormProblems.Problem;
import org.comity.vocabulary.RuleBroken;
import org.springframework.stereotype.Component;

/** Asks for a program what {@link WritingAct} asks for an officer: the same rules, answered as one refusal. */
@Component
class SayingBeforehand implements BeforeSubmission {

    private final Requests requests;
    private final Procedures procedures;
    private final UrgentAnswers urgent;

    SayingBeforehand(Requests requests, Procedures procedures, UrgentAnswers urgent) {
        this.requests = requests;
        this.procedures = procedures;
        this.urgent = urgent;
    }

    @Override
    public void check(Draft draft) {
        Optional.ofNullable(draft.thread())
                .flatMap(requests::ofThread)
                .flatMap(row ->
                        procedures
                                .of(draft.procedure())
                                .writing()
                                .withoutEffect(row, draft.type(), draft.facts())
                                .all()
                                .stream()
                                .findFirst())
                .ifPresent(it -> {
                    throw new NoEffect(it);
                });
        PromiseNotKept.ifAny(urgent.notKept(draft, null));
    }

    /** With what one field says, the act would have no effect. */
    private static final class NoEffect extends RuleBroken {

        private NoEffect(Problem problem) {
            super("draft.without-effect", SayingBeforehand.facts(problem), problem.field());
        }
    }

    /** What its sentence names, and at which field it is said. */
    static Map<String, String> facts(Problem problem) {
        var facts = new HashMap<>(problem.facts());
        facts.put("field", problem.field());
        return facts;
    }
}
