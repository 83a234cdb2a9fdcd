package org.comity.practice;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes an act at a practice node and lets it leave: one officer submits it, a second approves it where the profile says so. */
final class WritingActs {

    private static final String WRITER = "duty-officer";
    private static final Map<String, Object> AT_ONCE = Map.of("method", "practice");

    private static final Pattern DRAFT = Pattern.compile("/drafts/([A-Za-z0-9]{4,40})/");

    private final PracticeNode node;

    WritingActs(PracticeNode node) {
        this.node = node;
    }

    /** A draft as it stands at the node. */
    record Draft(String id, long version, boolean second) {

        static Draft of(Map<String, Object> json) {
            return new Draft(
                    JsonPart.text(json, "id"),
                    JsonPart.number(json, "version"),
                    Boolean.TRUE.equals(json.get("needsSecondOfficer")));
        }

        private String path() {
            return "/drafts/" + id;
        }
    }

    Draft opening(String procedure, String counterpart, Map<String, Object> body, Map<String, Object> facts)
            throws IOException, InterruptedException {
        var wish =
                new HashMap<String, Object>(Map.of("procedure", procedure, "counterpart", counterpart, "body", body));
        if (!facts.isEmpty()) {
            wish.put("facts", facts);
        }
        return Draft.of(node.officer(WRITER).wish("/drafts", wish));
    }

    /** Whether it is a drill is ticked on the first page, and nowhere else. */
    Draft drill(String procedure, String counterpart, Map<String, Object> body)
            throws IOException, InterruptedException {
        var first = Map.of("counterpart", counterpart, "instrument", JsonPart.text(body, "instrument"), "drill", "yes");
        var shown = node.officer(WRITER).post("/requests/new/" + procedure.replaceFirst("/.*", ""), first);
        var draft = DRAFT.matcher(shown);
        if (!draft.find()) {
            throw new IOException("no draft of a drill was begun at " + node.id());
        }
        return again(Draft.of(node.officer(WRITER).look("/drafts/" + draft.group(1))), body);
    }

    /** The same draft with other content. */
    Draft again(Draft draft, Map<String, Object> body) throws IOException, InterruptedException {
        var now = Draft.of(node.officer(WRITER).look(draft.path()));
        return Draft.of(node.officer(WRITER).save(draft.path(), Map.of("version", now.version(), "body", body)));
    }

    Draft step(String reference, String type, Map<String, Object> body, Map<String, Object> facts)
            throws IOException, InterruptedException {
        var wish = Map.of("type", type, "body", body, "facts", facts);
        return Draft.of(node.officer(WRITER).wish("/requests/" + reference + "/drafts", wish));
    }

    /** @return the request's reference */
    String submit(Draft draft, @Nullable String channel) throws IOException, InterruptedException {
        var wish = new HashMap<String, Object>(Map.of("version", draft.version()));
        if (channel != null) {
            wish.put("channel", channel);
        }
        return Objects.toString(
                node.officer(WRITER).wish(draft.path() + "/submission", wish).get("reference"));
    }

    /** @param approver null: whoever the profile asks for */
    void approve(Draft draft, @Nullable String approver) throws IOException, InterruptedException {
        var second = approver != null ? approver : draft.second() ? "second-officer" : WRITER;
        node.officer(second).wish(draft.path() + "/approval", AT_ONCE);
    }

    void approveForLater(Draft draft, String notBefore) throws IOException, InterruptedException {
        node.officer("second-officer")
                .wish(draft.path() + "/approval", Map.of("method", "practice", "notBefore", notBefore));
    }

    void giveBack(Draft draft, String why) throws IOException, InterruptedException {
        node.officer("second-officer").wish(draft.path() + "/return", Map.of("why", why));
    }
}
