package org.comity.procedure.file;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.comity.procedure.ActWriting.Pointed;
import org.comity.procedure.Confidentiality;
import org.comity.procedure.RequestRow;
import org.comity.procedure.file.ProcedureFile.Secrecy;
import org.comity.procedure.form.BodyFields;
import org.comity.thread.Threads;
import org.comity.thread.Threads.KeptAct;
import org.comity.vocabulary.Role;

/** Reads from the act that the file names whether the requested State has said if it can keep a request confidential. */
record FiledSecrecy(ProcedureFile file, Secrecy secrecy, Threads threads) implements Confidentiality {

    /** An option that is called so says that nobody asked for it. */
    private static final String NOT_ASKED = "not-asked";

    /** Read beside an act by which others come to know of the request. */
    private static final String DUTY = "keep-secret";

    @Override
    public String procedure() {
        return file.id();
    }

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
        return threads.effective(thread, Set.of(secrecy.settledBy()))
                .flatMap(it -> answer(it).stream())
                .reduce(opened, (_, after) -> after);
    }

    /**
     * It was asked for, and the act that settles it says that it was not; or an act of ours for which it has to be kept comes
     * before any word on it.
     */
    List<Pointed> pointed(RequestRow row, String type, Map<String, Object> body) {
        boolean settles = type.equals(secrecy.settledBy());
        boolean passesOver = settles
                ? body.containsValue(NOT_ASKED)
                : row.ourRole() == Role.REQUESTED
                        && file.duties().getOrDefault(type, List.of()).contains(DUTY);
        return passesOver && of(row.thread()) == Answer.OPEN
                ? List.of(new Pointed(settles ? "acts.caution.secrecy-asked" : "requests.secrecy.open", ""))
                : List.of();
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
