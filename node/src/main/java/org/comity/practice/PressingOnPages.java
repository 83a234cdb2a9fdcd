package org.comity.practice;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Does at a practice node what has no way for programs: whoever sits there presses it on a page. */
final class PressingOnPages {

    private static final String TOLD = "id=\"alarm-chain\"";
    private static final String WHERE = "href=\"/practice/mail\"";

    /** A form of a page that is about no request. */
    void press(PracticeNode node, Story.Step step, Blanks blanks) throws IOException, InterruptedException {
        var typed = new HashMap<String, String>();
        blanks.filled(step.map("form")).forEach((key, value) -> typed.put(key, String.valueOf(value)));
        node.officer(step.text("as")).post(blanks.text(step.text("path")), typed);
    }

    void press(PracticeNode node, Story.Step step, String reference, Blanks blanks)
            throws IOException, InterruptedException {
        switch (step.kind()) {
            case "give" ->
                node.officer(step.text("as"))
                        .post("/requests/owner", Map.of("request", reference, "owner", step.text("to")));
            case "order" -> {
                var typed = new HashMap<String, String>();
                blanks.filled(step.map("line")).forEach((key, value) -> typed.put(key, value.toString()));
                typed.put("then", "grant");
                node.officer("magistrate").post("/orders/" + reference, typed);
            }
            default -> throw new IllegalStateException("not pressed on a page: " + step);
        }
    }

    /** The node told somebody that a request stands unacknowledged, and shows beside it whom. */
    boolean woken(PracticeNode node, String reference) throws IOException, InterruptedException {
        var page = node.officer("duty-officer").page("/requests/" + reference);
        int from = page.indexOf(TOLD);
        return from >= 0
                && page.substring(from, page.indexOf("</section>", from)).contains(WHERE);
    }
}
