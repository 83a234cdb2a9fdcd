package org.comity.sealing;

import java.util.Map;

/** Says why what another side sent is not compared; never what it sent. */
public final class BlindComparisonRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String what;

    private static final Map<String, String> TOLD = Map.of(
            "count", "a list is empty or longer than %d.".formatted(BlindComparison.MOST),
            "point", "what was sent holds something that is no point of the group. Ask them to send it anew.",
            "twice", "what was sent holds one point twice.",
            "reflected", "they sent back points of ours instead of their own. Ask them why.",
            "returned", "not as many came back as were sent. Ask them to answer anew.",
            "entry", "an identifier is longer than 500 characters.",
            "file", "this is no file of a comparison.",
            "step", "this file belongs to another step.",
            "context", "this file belongs to another comparison.");

    /** @param what one of the words that {@link #told()} knows, or {@code secret} */
    public BlindComparisonRefused(String what, int size) {
        super("Blind comparison refused: %s (%d)".formatted(what, size));
        this.what = what;
    }

    /** In a sentence, for whoever compares. */
    public String told() {
        return TOLD.getOrDefault(what, what);
    }

    public String what() {
        return what;
    }
}
