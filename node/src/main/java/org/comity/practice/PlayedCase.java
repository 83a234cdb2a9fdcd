package org.comity.practice;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is known of a case while it is played: its reference, how long its register is by now, its items and drafts. */
final class PlayedCase {

    private final Map<String, String> items = new HashMap<>();
    private @Nullable String reference;
    private WritingActs.@Nullable Draft draft;
    private boolean joint;
    private int entries;

    String reference() {
        return Objects.requireNonNull(reference, "the case has no request yet");
    }

    void opened(String given) {
        reference = given;
    }

    /** A thread of several States: it has no reference, and stands elsewhere. */
    void openedJointly(String thread) {
        reference = thread;
        joint = true;
    }

    boolean joint() {
        return joint;
    }

    /** Where it stands at every node. */
    String path() {
        return (joint ? "/joint/" : "/requests/") + reference();
    }

    void keeps(WritingActs.Draft written) {
        draft = written;
    }

    WritingActs.Draft draft() {
        return Objects.requireNonNull(draft, "nothing was written");
    }

    void sent() {
        entries++;
    }

    int entries() {
        return entries;
    }

    void added(String name, String item) {
        items.put(name, item);
    }

    String item(String name) {
        return Objects.requireNonNull(items.get(name), name);
    }

    /** The newest act of a type, by its id; as the node of who acts knows it. */
    String act(PracticeNode node, String type) {
        try {
            var whole = node.officer("duty-officer").look(path());
            var newest = JsonPart.list(whole, "acts").reversed().stream()
                    .map(it -> (Map<?, ?>) it)
                    .filter(it -> type.equals(JsonPart.map(it, "envelope").get("type")))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no %s in %s".formatted(type, reference)));
            return JsonPart.text(newest, "id");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
