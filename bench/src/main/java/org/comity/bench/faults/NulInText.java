package org.comity.bench.faults;

import java.util.HashMap;
import java.util.Map;
import org.comity.bench.ApiProgram.NotTaken;
import org.comity.bench.SubmittingRequests;

/** A text holds a NUL, which no database keeps; it is refused in words where it is written, or it arrives like any other. */
final class NulInText implements Fault {

    @Override
    public String name() {
        return "nul-in-text";
    }

    @Override
    public void play(FaultNetwork stage, OfficersDuringFault work) throws Exception {
        var request = new HashMap<>(SubmittingRequests.request(stage.asked.id(), 1));
        var body = new HashMap<>((Map<?, ?>) request.get("body"));
        body.remove("facts");
        var texts = new HashMap<String, Object>();
        body.forEach((key, value) -> texts.put(key.toString(), value));
        texts.put("facts", "An account\u0000 was entered.");
        request.put("body", texts);
        try {
            work.approve(work.writtenNow(stage.asking, "/drafts", request));
        } catch (NotTaken refused) {
            Fault.unless(refused.status() < 500, "the node failed instead of refusing: " + refused.getMessage());
        }
    }
}
