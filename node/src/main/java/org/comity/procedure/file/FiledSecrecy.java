package org.comity.procedure.file;

import java.util.Map;
import java.util.Optional;
import org.comity.procedure.ActWriting.Pointed;
import org.comity.procedure.Confidentiality;
import org.comity.procedure.file.ProcedureFile.Secrecy;
import org.comity.procedure.form.BodyFields;
import org.comity.proof.table.MoveTable;
import org.comity.thread.Threads;
import org.comity.thread.Threads.KeptAct;
import org.comity.vocabulary.Role;

/** Reads from the act that the file names whether the requested State has said if it can keep a request confidential. */
record FiledSecrecy(String procedure, Secrecy secrecy, Threads threads) implements Confidentiality {

    /** An option that is called so says that nobody asked for it. */
    private static final String NOT_ASKED = "not-asked";

    @Override
    public String settledBy() {
        return secrecy.settledBy();
    }

    @Override
    public Answer of(String thread) {
        var opened = threads.opening(thread)
                .map(it -> new BodyFields(it.body()))
                .filter(it -> secrecy.asked().stream().anyMatch(it::flag))
                .map(_ -> Answer.OPEN)
                .orElse(Answer.NOT_ASKED);
        return threads.everyAct(thread)
                .filter(it -> it.envelope().type().equals(secrecy.settledBy()))
                .filter(it -> MoveTable.EFFECTIVE.equals(it.effect()))
                .flatMap(it -> answer(it).stream())
                .reduce(opened, (_, after) -> after);
    }

    /** The act that settles it says that it was not asked for, where it was. */
    Optional<Pointed> passedOver(String thread, String type, Map<String, Object> body) {
        return type.equals(secrecy.settledBy()) && body.containsValue(NOT_ASKED) && of(thread) == Answer.OPEN
                ? Optional.of(new Pointed("acts.caution.secrecy-asked", ""))
                : Optional.empty();
    }

    /** What such an act comes to; nothing if its role may not say that, or its text was deleted. */
    private Optional<Answer> answer(KeptAct act) {
        if (secrecy.answers().isEmpty()) {
            return Optional.of(Answer.SETTLED);
        }
        boolean asking = Role.REQUESTING.word().equals(act.envelope().role());
        return Optional.ofNullable(secrecy.answers().get(new BodyFields(act.body()).text(secrecy.settledBy())))
                .filter(it -> asking == (it != Answer.SETTLED));
    }
}
