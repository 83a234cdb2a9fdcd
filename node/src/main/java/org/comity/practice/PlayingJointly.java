package org.comity.practice;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Plays acts of a thread of several States at one node: one officer writes and submits, a second approves. */
final class PlayingJointly {

    private static final String WRITER = "duty-officer";
    private static final String SECOND = "second-officer";
    private static final Map<String, Object> AT_ONCE = Map.of("method", "practice");

    private final PracticeNode node;

    PlayingJointly(PracticeNode node) {
        this.node = node;
    }

    /** Asks all these States; the invitations leave, too. */
    void open(PlayedCase known, String procedure, List<String> states, Map<String, Object> body)
            throws IOException, InterruptedException {
        var wish = Map.of(
                "procedure", procedure, "edition", body.get("instrument") + "/2", "states", states, "body", said(body));
        known.openedJointly(leave(node.officer(WRITER).wish("/joint", wish)));
        known.sent();
        for (var each : JsonPart.list(node.officer(WRITER).look(known.path() + "/drafts"), "drafts")) {
            approve(JsonPart.text((Map<?, ?>) each, "id"));
            known.sent();
        }
    }

    void say(PlayedCase known, String type, Map<String, Object> body, Map<String, Object> facts)
            throws IOException, InterruptedException {
        var wish = Map.of("type", type, "body", body, "facts", facts);
        leave(node.officer(WRITER).wish(known.path() + "/drafts", wish));
        known.sent();
    }

    /** The edition says which law it is under. */
    private static Map<String, Object> said(Map<String, Object> body) {
        var said = new LinkedHashMap<>(body);
        said.remove("instrument");
        return said;
    }

    /** @return the thread */
    private String leave(Map<String, Object> draft) throws IOException, InterruptedException {
        var id = JsonPart.text(draft, "id");
        node.officer(WRITER).wish("/joint/drafts/" + id + "/submission", Map.of());
        return approve(id);
    }

    private String approve(String draft) throws IOException, InterruptedException {
        return JsonPart.text(node.officer(SECOND).wish("/joint/drafts/" + draft + "/approval", AT_ONCE), "thread");
    }
}
