package org.comity.proceedings;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.comity.procedure.RequestRow;
import org.comity.procedure.file.NewestValuesInThread;
import org.comity.procedure.file.Particulars;
import org.comity.thread.Threads;
import org.comity.vocabulary.CutText;
import org.comity.vocabulary.Role;
import org.springframework.stereotype.Component;

/**
 * Begins a transfer of proceedings where a person is not extradited: the State that keeps the person asks for the case and
 * its file, or the other one offers both.
 */
@Component
class Proceedings implements Particulars {

    private static final String EXTRADITION = "extradition";

    private final Threads threads;

    Proceedings(Threads threads) {
        this.threads = threads;
    }

    @Override
    public String procedure() {
        return "proceedings/1";
    }

    @Override
    public Map<String, Object> begunFrom(RequestRow followed, Map<String, Object> begun) {
        if (!followed.law().equals(EXTRADITION)) {
            return begun;
        }
        var said = new NewestValuesInThread(threads, followed.thread());
        var whole = new HashMap<>(begun);
        whole.put("offer", followed.ourRole() == Role.REQUESTING ? "offered" : "asked");
        whole.put("facts", said.text("facts"));
        whole.put("concerned", said.persons("person"));
        if (said.text("because").equals("national")) {
            whole.put("reasons", List.of("nationality"));
        }
        var warrant = said.text("warrant");
        if (!warrant.isEmpty()) {
            whole.put("file", List.of(Map.of("item", CutText.to(warrant, 500))));
        }
        return whole;
    }
}
