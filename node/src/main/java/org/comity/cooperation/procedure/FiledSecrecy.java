package org.comity.cooperation.procedure;

import org.comity.cooperation.Confidentiality;
import org.comity.cooperation.form.BodyFields;
import org.comity.cooperation.procedure.ProcedureFile.Secrecy;
import org.comity.proof.table.MoveTable;
import org.comity.thread.Threads;

/** Reads from the act that the file names whether the requested State has said if it can keep a request confidential. */
record FiledSecrecy(String procedure, Secrecy secrecy, Threads threads) implements Confidentiality {

    @Override
    public String settledBy() {
        return secrecy.settledBy();
    }

    @Override
    public Answer of(String thread) {
        boolean settled = threads.everyAct(thread)
                .anyMatch(it ->
                        it.envelope().type().equals(secrecy.settledBy()) && MoveTable.EFFECTIVE.equals(it.effect()));
        if (settled) {
            return Answer.SETTLED;
        }
        return threads.opening(thread)
                .map(it -> new BodyFields(it.body()))
                .filter(it -> secrecy.asked().stream().anyMatch(it::flag))
                .map(_ -> Answer.OPEN)
                .orElse(Answer.NOT_ASKED);
    }
}
